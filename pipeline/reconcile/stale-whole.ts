import type { CheckFact } from './check-row.ts'
import type { CorpusView } from './corpus-view.ts'
import { commonMeaning } from './document-view.ts'
import { type Interval, overlap } from './interval.ts'
import { keyOf } from './key.ts'
import type { LatentChecks } from './latent-checks.ts'
import { levelKey, type Quantity } from './ledger.ts'
import { printInterval } from './print-interval.ts'

/** What texts say of the same whole at other times, stated or solved: the day, and the interval. */
const otherTimes = (
  whole: Quantity,
  corpus: CorpusView,
  latents: LatentChecks,
): { day: string; interval: Interval }[] => {
  const parts = corpus.binding.ledger.partsOf(whole)
  if (parts === null) return []
  const stated = corpus.binding.ledger
    .keys({ indicator: parts.indicator, measure: 'level', class: 'outcome' })
    .filter((each) => each.period !== parts.period && levelKey(each, { period: parts.period }) === whole)
    .flatMap((each) => corpus.candidatesOf(keyOf(each)).map(({ meant }) => ({ day: each.period, interval: meant })))
  const before = whole.split(parts.period)
  const solved = [...latents.found].flatMap(([quantity, interval]) => {
    const isSame =
      before.length === 2 && interval !== null && quantity.startsWith(before[0]!) && quantity.endsWith(before[1]!)
    return isSame ? [{ day: quantity.slice(before[0]!.length, quantity.length - before[1]!.length), interval }] : []
  })
  return [...stated, ...solved].sort((a, b) => (a.day < b.day ? 1 : -1))
}

/**
 * A refuted share of a whole, with the other time whose whole it fits, if there is one: "9% of the participants
 * nationwide" was taken of the figure of the year before. Then the denominator is stale, and a reviewer should see it.
 */
export const withStaleWhole = (fact: CheckFact, corpus: CorpusView, latents: LatentChecks): CheckFact => {
  const { identity, row, role } = fact
  if (identity?.relation !== 'place_share' || role !== 'share' || row.outcome !== 'refutes') return fact
  const part = fact.operands.get('part')?.interval ?? null
  const meant = commonMeaning(corpus.claimsOf(fact.quantity!))
  if (part === null || meant === null) return fact
  for (const { day, interval } of otherTimes(identity.roles.get('whole')!, corpus, latents)) {
    const share = identity.predict('share', (each) => (each === 'part' ? part : interval))
    if (share === null || !overlap(share, meant)) continue
    const { print } = corpus.binding.knowledge.reconciliation
    const text = `${row.text}; of ${printInterval(interval, null, print)} on ${day} it is ${printInterval(share, 'percent', print)}, which fits: stale_denominator`
    return { ...fact, row: { ...row, text } }
  }
  return fact
}
