import type { Relation } from '../../schemas/observation.ts'
import { digitDistance } from './digit-distance.ts'
import { distance } from './interval.ts'
import { type Comparability, comparability, observationId } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import { difference, pairHints } from './pair-hints.ts'
import type { Placed } from './placed.ts'
import { exactDecimal, printSignificant } from './print-rational.ts'
import { divide, greater } from './rational.ts'
import { agreement } from './relate.ts'
import { standing } from './standing.ts'
import type { Writing } from './writing.ts'

/** How two figures that may be compared relate, why, and which of them the relation prefers. */
interface Verdict {
  readonly relation: Relation['relation']
  readonly strength: Relation['strength']
  readonly reason: string | null
  readonly preferred: 'a' | 'b' | null
}

const relate = (a: Placed, b: Placed, x: Writing, y: Writing): Verdict => {
  const agreed = agreement(x, y)
  if (agreed !== null) {
    const { relation, strength, by, finer } = agreed
    return { relation, strength, reason: by, preferred: finer }
  }
  const ordered = standing(a, b)
  if (ordered === null) return { relation: 'conflict', strength: null, reason: null, preferred: null }
  return { relation: 'superseded', strength: null, reason: ordered.reason, preferred: ordered.later }
}

const measures = (
  a: Placed,
  b: Placed,
  x: Writing,
  y: Writing,
): Pick<Relation, 'gap' | 'ulps' | 'rel_diff' | 'digit_distance'> => {
  const apart = difference(x, y)
  return {
    gap: exactDecimal(distance(x.meant, y.meant)),
    ulps: apart === null ? null : printSignificant(divide(apart.by, greater(x.granule, y.granule)), 4),
    rel_diff: apart === null ? null : printSignificant(apart.relative, 2),
    digit_distance: apart === null ? null : digitDistance(a.claim.digits, b.claim.digits),
  }
}

const unmeasured = { gap: null, ulps: null, rel_diff: null, digit_distance: null }

/** Reading order of two claims: by document, then as they stand there. */
const comesFirst = (a: Placed, b: Placed): boolean =>
  a.claim.document === b.claim.document ? a.order <= b.order : a.claim.document < b.claim.document

/**
 * How comparable two claims are. Near figures of one text, and of its copies, that cannot be the same are shares of different
 * things: a writer who gives two wholes means two.
 */
const comparabilityOf = (a: Placed, b: Placed, knowledge: Knowledge): Comparability => {
  if (a.parts === null || b.parts === null) return { level: 'none', differs: [] }
  const how = comparability(knowledge, a.parts, b.parts)
  const isOneText = how.level === 'near' && a.source.report === b.source.report
  return isOneText && agreement(a.writing!, b.writing!) === null && standing(a, b) === null
    ? { ...how, level: 'none' }
    : how
}

/**
 * The relation of any two claims (method: section 2.2). Where they are not comparable the reason is the first part of
 * the key that differs, or why one of them has no key. `claim_a` is the one that comes first (document, then place in
 * it), whichever way round they are given.
 */
export const compareClaims = (one: Placed, other: Placed, knowledge: Knowledge): Relation => {
  const [a, b] = comesFirst(one, other) ? [one, other] : [other, one]
  const how = comparabilityOf(a, b, knowledge)
  const pair = { claim_a: a.claim.id, claim_b: b.claim.id, comparability: how.level, pairs: 1 }
  const [x, y] = [a.writing, b.writing]
  if (how.level === 'none' || x === null || y === null) {
    const reason = a.unkeyed ?? b.unkeyed ?? how.differs[0] ?? null
    const relation = 'not_comparable'
    const hints =
      x === null || y === null ? [] : pairHints({ a, b, x, y, relation, later: null, differs: how.differs }, knowledge)
    return { ...pair, relation, strength: null, reason, observation_id: null, ...unmeasured, preferred: null, hints }
  }
  const { relation, strength, reason, preferred } = relate(a, b, x, y)
  return {
    ...pair,
    relation,
    strength,
    reason: how.level === 'near' ? [`near ${how.differs[0]}`, ...(reason === null ? [] : [reason])].join(', ') : reason,
    observation_id: how.level === 'strict' ? observationId(a.key!) : null,
    ...measures(a, b, x, y),
    preferred: preferred === null ? null : preferred === 'a' ? a.claim.id : b.claim.id,
    hints: pairHints({ a, b, x, y, relation, later: preferred, differs: how.differs }, knowledge),
  }
}
