import { isWithin, point } from '../../pipeline/reconcile/interval.ts'
import { add, compare, divide, parseDecimal, type Rational, rational } from '../../pipeline/reconcile/rational.ts'
import { reconcile } from '../../pipeline/reconcile/reconcile.ts'
import { writing } from '../../pipeline/reconcile/writing.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { PlantedCorpus } from './corpus.ts'
import { knowledge, settings } from './sample.ts'

/** How a way of choosing did on the keys with rival values. */
export interface Score {
  readonly name: string
  readonly published: number
  readonly right: number
}

export interface Accuracy {
  readonly documents: number
  readonly claims: number
  readonly keys: number
  readonly rivals: number
  /** On all keys, and on those whose claims cannot all be meant by one value. */
  readonly all: readonly Score[]
  readonly contested: readonly Score[]
  readonly errors: number
  readonly errorsSeen: number
  readonly errorsAside: number
  readonly honestAside: number
  readonly honest: number
  readonly honestPairs: number
  readonly honestConflicts: number
}

/** Whether a claim's words hold the truth: what a normal writer means, or what is left if the digits were cut. */
const holds = (claim: Claim, truth: Rational): boolean => {
  const found = writing(claim, settings)
  const cut = found?.cut() ?? null
  const value = point(truth)
  return found !== null && (isWithin(value, found.meant) || (cut !== null && isWithin(value, cut)))
}

const mostFrequent = (claims: readonly Claim[]): Claim => {
  const counts = new Map<string, number>()
  for (const { value } of claims) counts.set(value ?? '', (counts.get(value ?? '') ?? 0) + 1)
  return claims.reduce((best, each) => (counts.get(each.value ?? '')! > counts.get(best.value ?? '')! ? each : best))
}

const latest = (claims: readonly Claim[], days: ReadonlyMap<string, string>): Claim =>
  claims.reduce((best, each) => (days.get(each.document)! > days.get(best.document)! ? each : best))

/** The mean is right where it is as near to the truth as half the finest step in which anyone wrote. */
const isMeanRight = (claims: readonly Claim[], truth: Rational): boolean => {
  const values = claims.map(({ value }) => parseDecimal(value!))
  const mean = divide(values.reduce(add), rational(BigInt(values.length)))
  const steps = claims.map((claim) => writing(claim, settings)!.granule)
  const finest = steps.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
  const half = divide(finest, rational(2n))
  return isWithin(point(truth), {
    low: add(mean, { n: -half.n, d: half.d }),
    high: add(mean, half),
    openLow: false,
    openHigh: false,
  })
}

/** Reconciles a planted corpus and counts, beside majority vote, latest wins and the mean. */
export const measure = ({ results, facts, truths, days }: PlantedCorpus): Accuracy => {
  const found = reconcile(results, facts, knowledge)
  const claims = new Map(results.flatMap((result) => result.claims.map((claim) => [claim.id, claim])))
  const byKey = new Map<string, Claim[]>()
  for (const [id, { observation_id }] of found.placements) {
    if (observation_id !== null) byKey.set(observation_id, [...(byKey.get(observation_id) ?? []), claims.get(id)!])
  }
  const ways = ['Provenum', 'majority vote', 'latest wins', 'mean'] as const
  const tally = (): Map<string, { published: number; right: number }> =>
    new Map(ways.map((name) => [name, { published: 0, right: 0 }]))
  const [all, contested] = [tally(), tally()]
  const refuted = new Set(found.checks.filter(({ force }) => force === 'hard').flatMap((check) => check.refutes))
  let [errors, errorsSeen, errorsAside, honest, honestAside, rivals, keys] = [0, 0, 0, 0, 0, 0, 0]
  for (const row of found.observations) {
    const own = byKey.get(row.id)!
    // Nobody can know the actual figure where there are but estimates.
    if (own.every(({ status }) => status === 'estimate')) continue
    const { n, d } = truths.get(own[0]!.id)!
    const truth = rational(n, d)
    const isContested = row.n_values > 1
    keys += 1
    if (isContested) rivals += 1
    const preferred = row.preferred_claim === null ? null : claims.get(row.preferred_claim)!
    const answers: [string, boolean | null][] = [
      ['Provenum', preferred === null ? null : holds(preferred, truth)],
      ['majority vote', holds(mostFrequent(own), truth)],
      ['latest wins', holds(latest(own, days), truth)],
      ['mean', isMeanRight(own, truth)],
    ]
    for (const [name, answer] of answers) {
      for (const counts of isContested ? [all, contested] : [all]) {
        const entry = counts.get(name)!
        if (answer !== null) entry.published += 1
        if (answer === true) entry.right += 1
      }
    }
    for (const claim of own) {
      const isFalse = truths.get(claim.id)!.error !== 'none' && !holds(claim, truth)
      const isAside = isContested && preferred !== null && !isMeantBy(claim, row.low!, row.high!)
      const isSeen = isAside || row.grade === 'U' || refuted.has(claim.id) || row.flags.includes('refuted')
      if (isFalse) {
        errors += 1
        if (isSeen) errorsSeen += 1
        if (isAside) errorsAside += 1
      } else if (claim.status === 'actual') {
        honest += 1
        if (isAside && holds(claim, truth)) honestAside += 1
      }
    }
  }
  const isHonest = (id: string): boolean => truths.get(id)!.error === 'none'
  const honestPairs = found.relations.filter((row) => isHonest(row.claim_a) && isHonest(row.claim_b))
  return {
    documents: results.length,
    claims: claims.size,
    keys,
    rivals,
    all: [...all].map(([name, score]) => ({ name, ...score })),
    contested: [...contested].map(([name, score]) => ({ name, ...score })),
    errors,
    errorsSeen,
    errorsAside,
    honest,
    honestAside,
    honestPairs: honestPairs.reduce((sum, { pairs }) => sum + pairs, 0),
    honestConflicts: honestPairs.filter(({ relation }) => relation === 'conflict').length,
  }
}

const isMeantBy = (claim: Claim, low: string, high: string): boolean => {
  const found = writing(claim, settings)!
  const range = { low: parseDecimal(low), high: parseDecimal(high), openLow: false, openHigh: false }
  return compare(found.meant.low, range.high) <= 0 && compare(range.low, found.meant.high) <= 0
}
