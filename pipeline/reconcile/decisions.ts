import { createHash } from 'node:crypto'
import type { Decision } from '../../schemas/decision.ts'
import { DecisionError } from './decision-error.ts'
import { type KeyParts, observationId } from './key.ts'
import { type Placed, rekeyed } from './placed.ts'
import { groupedBy } from './restatement.ts'

type Of<Action extends Decision['action']> = Extract<Decision, { action: Action }>

/** What rulings come to: claims with their keys as ruled, and what is ruled on each key. */
export interface Ruled {
  readonly placed: readonly Placed[]
  /** Key -> the claim that a reviewer chose, and whether the evidence has changed since. */
  readonly chosen: ReadonlyMap<string, { readonly decision: string; readonly claim: string; readonly isStale: boolean }>
  /** Key -> flags that reviewers set. */
  readonly flags: ReadonlyMap<string, readonly string[]>
}

/** The hash by which a ruling knows the claims that its reviewer saw. */
export const evidenceHash = (claims: readonly string[]): string =>
  createHash('sha256')
    .update([...claims].sort().join('\n'))
    .digest('hex')

const of = <Action extends Decision['action']>(decisions: readonly Decision[], action: Action): Of<Action>[] =>
  decisions.filter((decision): decision is Of<Action> => decision.action === action)

/** The value of a claim as rulings and explanations name it: "2.96", "37-38". */
export const valueText = ({ claim }: Placed): string => claim.value ?? `${claim.low}-${claim.high}`

class Rulings {
  readonly problems: string[] = []
  #placed: Placed[]

  constructor(placed: readonly Placed[]) {
    this.#placed = [...placed]
  }

  get placed(): readonly Placed[] {
    return this.#placed
  }

  say(decision: Decision, problem: string): null {
    this.problems.push(`${decision.id} ${problem}`)
    return null
  }

  /** The claim that a ruling names: by its id, or by its words where its file has changed. */
  find(decision: Of<'choose' | 'not_same_key' | 'reject_claim'>, id: string): Placed | null {
    const byId = this.#placed.find(({ claim }) => claim.id === id)
    if (byId !== undefined) return byId
    const { document, prefix, exact, suffix } = decision.quote
    const found = this.#placed.filter(
      ({ claim: { selector, document: own } }) =>
        selector.exact === exact &&
        selector.prefix.endsWith(prefix) &&
        selector.suffix.startsWith(suffix) &&
        (document === undefined || document === own),
    )
    if (found.length === 1) return found[0]!
    const many = `${found.length} claims read "${prefix}${exact}${suffix}"; give more of the words around it`
    const none = `claim ${id} is gone, and no text reads "${prefix}${exact}${suffix}"; rule again or take the line out`
    return this.say(decision, found.length === 0 ? none : many)
  }

  on(key: string): Placed[] {
    return this.#placed.filter((each) => each.key !== null && observationId(each.key) === key)
  }

  replace(change: (placed: Placed) => Placed): void {
    this.#placed = this.#placed.map(change)
  }

  group(decision: Decision, key: string): Placed[] | null {
    const found = this.on(key)
    return found.length > 0
      ? found
      : this.say(decision, `rules on ${key}, which is no observation any more; rule again or take the line out`)
  }
}

const reject = (rulings: Rulings, decisions: readonly Of<'reject_claim'>[]): void => {
  for (const decision of decisions) {
    const claim = rulings.find(decision, decision.claim)
    if (claim === null) continue
    rulings.replace((each) =>
      each === claim
        ? { ...each, parts: null, key: null, unkeyed: 'rejected', flags: [...each.flags, 'rejected'] }
        : each,
    )
  }
}

/** Joins keys under the first of them. Returns, for each key that was joined, the ruling that did it. */
const join = (rulings: Rulings, decisions: readonly Of<'same_key'>[]): Map<string, Of<'same_key'>> => {
  const joined = new Map<string, Of<'same_key'>>()
  for (const decision of decisions) {
    const live = decision.keys.filter((key) => !joined.has(key))
    const groups = live.map((key) => rulings.group(decision, key))
    const parts: KeyParts | null | undefined = groups[0]?.[0]?.parts
    if (!parts || groups.includes(null)) continue
    for (const key of live.slice(1)) joined.set(key, decision)
    const moved = new Set(groups.slice(1).flatMap((group) => group ?? []))
    rulings.replace((each) => (moved.has(each) ? rekeyed(each, parts, 'joined') : each))
  }
  return joined
}

const split = (
  rulings: Rulings,
  decisions: readonly Of<'not_same_key'>[],
  joined: ReadonlyMap<string, Decision>,
  before: ReadonlyMap<string, string | null>,
): void => {
  for (const decision of decisions) {
    const claim = rulings.find(decision, decision.split)
    if (claim === null) continue
    const earlier = before.get(claim.claim.id)
    const rival = earlier ? joined.get(observationId(earlier)) : undefined
    if (rival !== undefined) {
      rulings.say(decision, `takes a claim from ${decision.key} that ${rival.id} put there; take out one of the two`)
      continue
    }
    if (claim.key === null || observationId(claim.key) !== decision.key) {
      rulings.say(
        decision,
        `takes a claim from ${decision.key}, where it is not any more; rule again or take the line out`,
      )
      continue
    }
    const alone = `${claim.claim.document}#${claim.claim.id}`
    rulings.replace((each) => (each === claim ? rekeyed(each, { alone }, 'split') : each))
  }
}

/** Values that stand for a key, as the guard of a ruling sees them. */
export type CandidatesOf = (claims: readonly Placed[]) => readonly string[]

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n')

const choose = (rulings: Rulings, decisions: readonly Of<'choose'>[], candidatesOf: CandidatesOf): Ruled['chosen'] => {
  const chosen = new Map<string, { decision: string; claim: string; isStale: boolean }>()
  for (const decision of decisions) {
    const claims = rulings.group(decision, decision.key)
    const claim = rulings.find(decision, decision.choose)
    if (claims === null || claim === null) continue
    const key = claims[0]!.key!
    if (!claims.includes(claim)) {
      rulings.say(decision, `chooses a claim that is not on ${decision.key}; rule again or take the line out`)
      continue
    }
    if (chosen.has(key)) {
      rulings.say(
        decision,
        `rules on ${decision.key}, on which ${chosen.get(key)!.decision} rules too; take out one of the two`,
      )
      continue
    }
    const now = candidatesOf(claims)
    const { candidates } = decision.expect
    if (candidates !== undefined && !isSame(candidates, now)) {
      rulings.say(
        decision,
        `expects the values ${candidates.join(', ')}, but the texts give ${now.join(', ')}; rule again on what they give`,
      )
      continue
    }
    const isStale = evidenceHash(claims.map((each) => each.claim.id)) !== decision.evidence
    chosen.set(key, { decision: decision.id, claim: claim.claim.id, isStale })
  }
  return chosen
}

/**
 * Applies reviewers' rulings: rejected claims lose their key, keys are joined and split, and what is chosen or flagged is
 * kept for the verdict. No ruling edits a value. Throws DecisionError with every ruling that no longer fits.
 */
export const applyDecisions = (
  placed: readonly Placed[],
  decisions: readonly Decision[],
  candidatesOf: CandidatesOf,
): Ruled => {
  const rulings = new Rulings(placed)
  for (const [id, same] of groupedBy(decisions, (decision) => decision.id)) {
    if (same.length > 1) rulings.problems.push(`${id} stands ${same.length} times; give each ruling an id of its own`)
  }
  const before = new Map(placed.map(({ claim, key }) => [claim.id, key]))
  reject(rulings, of(decisions, 'reject_claim'))
  const joined = join(rulings, of(decisions, 'same_key'))
  split(rulings, of(decisions, 'not_same_key'), joined, before)
  const chosen = choose(rulings, of(decisions, 'choose'), candidatesOf)
  const flags = new Map<string, string[]>()
  for (const decision of of(decisions, 'flag')) {
    const key = rulings.group(decision, decision.key)?.[0]?.key
    if (key) flags.set(key, [...(flags.get(key) ?? []), decision.flag])
  }
  if (rulings.problems.length > 0) throw new DecisionError(rulings.problems)
  return { placed: rulings.placed, chosen, flags }
}
