import type { Check } from '../../schemas/observation.ts'
import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import { byDocument } from './by-document.ts'
import { commonMeaning } from './document-view.ts'
import type { Identity } from './identities/identity.ts'
import { distance, type Interval, intersect, overlap, width } from './interval.ts'
import { observationId, shortId } from './key.ts'
import type { Quantity } from './ledger.ts'
import type { Placed } from './placed.ts'
import { printInterval, said } from './print-interval.ts'
import { exactDecimal, printSignificant } from './print-rational.ts'
import { compare, lesser, multiply, parseDecimal } from './rational.ts'
import { valueSet } from './value-set.ts'

/** What stands in a role of a check: the interval, how it reads, and the claims that it is or rests on. */
export interface Operand {
  readonly interval: Interval
  readonly text: string
  /** "claim id" of what is stated, or "latent labour_force" and the claims that it is solved from. */
  readonly inputs: readonly string[]
  readonly claims: readonly string[]
  /** Claims that state the very same interval, each with the document that it stands in; the one taken among them. */
  readonly same: readonly Placed[]
  /** Ids of the claims that the lower and the upper end rest on. */
  readonly low: ReadonlySet<string>
  readonly high: ReadonlySet<string>
}

/** A check with what explanations need beside its row. */
export interface CheckFact {
  readonly row: Check
  readonly identity: Identity | null
  readonly role: string | null
  readonly operands: ReadonlyMap<string, Operand>
  readonly predicted: Interval | null
  readonly quantity: Quantity | null
  /** Every claim that the prediction rests on. */
  readonly rests: ReadonlySet<string>
}

/** How far claims reach: one document, one known origin, or more. */
export const scopeOf = (claims: readonly Placed[]): { scope: Check['scope']; documents: string[] } => {
  const documents = [...new Set(claims.map(({ claim }) => claim.document))].sort()
  const origins = new Set(claims.map(({ source }) => source.origin))
  const isOne = origins.size === 1 && !origins.has(null)
  return { documents, scope: documents.length <= 1 ? 'document' : isOne ? 'origin' : 'all' }
}

/** Digits of the ends of an interval in the tables. */
const digits = 5

export const endsOf = (a: Interval | null): { low: string | null; high: string | null } =>
  a === null
    ? { low: null, high: null }
    : { low: printSignificant(a.low, digits, 'down'), high: printSignificant(a.high, digits, 'up') }

type Judged = Pick<Check, 'outcome' | 'margin' | 'supports' | 'refutes'>

/**
 * How figures stand to a prediction: refuted where disjoint (margin: how far the nearest is away); supported where they
 * overlap and no rival does; uninformative where the prediction is far wider than the figure.
 */
export const judge = (
  predicted: Interval | null,
  candidates: readonly Placed[],
  confirms: boolean,
  settings: ReconciliationSettings,
): Judged => {
  const none: Omit<Judged, 'outcome'> = { margin: null, supports: [], refutes: [] }
  if (predicted === null || candidates.length === 0) return { outcome: 'untestable', ...none }
  const ids = (claims: readonly Placed[]): string[] => claims.map(({ claim }) => claim.id).sort()
  const apart = candidates.filter(({ writing }) => intersect(writing!.meant, predicted) === null)
  const meeting = candidates.filter(({ writing }) => overlap(writing!.meant, predicted))
  if (apart.length > 0) {
    const margin = apart.map(({ writing }) => distance(writing!.meant, predicted)).reduce(lesser)
    const supports = confirms ? ids(meeting) : []
    return { outcome: 'refutes', margin: printSignificant(margin, 2), supports, refutes: ids(apart) }
  }
  if (!confirms) return { outcome: 'compatible', ...none }
  const finest = candidates.map(({ writing }) => writing!.granule).reduce(lesser)
  const widest = multiply(finest, parseDecimal(settings.uninformative_granules))
  if (compare(width(predicted), widest) > 0) return { outcome: 'uninformative', ...none }
  if (valueSet(candidates).candidates.length > 1) return { outcome: 'compatible', ...none }
  return { outcome: 'supports', ...none, supports: ids(meeting) }
}

interface Prediction {
  readonly identity: Identity
  readonly role: string
  readonly operands: ReadonlyMap<string, Operand>
  readonly candidates: readonly Placed[]
  readonly claimOf: (id: string) => Placed
  readonly unit: string | null
  readonly settings: ReconciliationSettings
}

/** What the texts state where that is refuted: "2.94% of 48.881–49.040 million is 1.4346–1.4443 million; stated: 1.45 million". */
const statedText = (refuted: readonly Placed[]): string[] =>
  refuted.length === 0 ? [] : [[...new Set(refuted.map(said))].join(', ')]

/** The row of a check: an identity solved for one role from operands, against the claims that state it. */
export const checkOf = ({ identity, role, operands, candidates, claimOf, unit, settings }: Prediction): CheckFact => {
  const quantity = identity.roles.get(role)!
  const predicted = identity.predict(role, (each) => operands.get(each)?.interval ?? null)
  const used = [...operands].filter(([each]) => each !== role)
  const rests = new Set(used.flatMap(([, operand]) => operand.claims))
  const { scope, documents } = scopeOf([...[...rests].map(claimOf), ...candidates])
  const inputs = used.flatMap(([each, operand]) => operand.inputs.map((input) => `${each}:${input}`))
  const result = predicted === null ? 'not known' : printInterval(predicted, unit, settings.print)
  const text = identity.say(role, (each) => operands.get(each)?.text ?? each, result)
  const judged = judge(predicted, candidates, identity.confirms, settings)
  const refuted = candidates.filter(({ claim }) => judged.refutes.includes(claim.id))
  const stated = [text, ...statedText(refuted)].join('; stated: ')
  // A row of one document names it; of several, a reader has to know which of them says what.
  const sources = documents.length > 1 ? ` (${byDocument([...[...rests].map(claimOf), ...refuted])})` : ''
  const [ends, observed] = [endsOf(predicted), commonMeaning(candidates)]
  const key = candidates[0]?.key ?? null
  const row: Check = {
    id: shortId('k', [identity.relation, quantity, role, scope, documents.join(';'), inputs.join(';')].join('\n')),
    relation: identity.relation,
    scope,
    observation_id: key === null ? null : observationId(key),
    force: identity.force,
    documents,
    inputs,
    predicted_low: ends.low,
    predicted_high: ends.high,
    observed_low: observed === null ? null : exactDecimal(observed.low),
    observed_high: observed === null ? null : exactDecimal(observed.high),
    ...judged,
    text: `${stated}${sources}`,
  }
  return { row, identity, role, operands, predicted, quantity, rests }
}
