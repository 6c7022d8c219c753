import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { type Interval, interval } from '../interval.ts'
import { relationsOf } from '../knowledge.ts'
import { type LatentChecks, latentParts } from '../latent-checks.ts'
import type { Quantity } from '../ledger.ts'
import { daysBetween } from '../period.ts'
import { plainFact } from '../plain-fact.ts'
import { printInterval } from '../print-interval.ts'
import { printSignificant } from '../print-rational.ts'
import {
  absolute,
  compare,
  divide,
  hundred,
  multiply,
  one,
  parseDecimal,
  type Rational,
  rational,
  subtract,
} from '../rational.ts'
import { groupedBy } from '../restatement.ts'

interface Day {
  readonly quantity: Quantity
  readonly day: string
  readonly interval: Interval
}

const daysInYear = 365n

/** Least and greatest change in percent from one interval to a later one. */
const changeBetween = (from: Interval, to: Interval): { least: Rational; most: Rational } => {
  const percent = (ratio: Rational): Rational => multiply(hundred, subtract(ratio, one))
  return { least: percent(divide(to.low, from.high)), most: percent(divide(to.high, from.low)) }
}

/** What a whole can change in so many days; a change that is certainly larger means another whole. */
const isTooFast = (
  { least, most }: { least: Rational; most: Rational },
  days: number,
  rise: string,
  fall: string,
): boolean => {
  const share = rational(BigInt(days), daysInYear)
  const [up, down] = [multiply(parseDecimal(rise), share), multiply(parseDecimal(fall), share)]
  return compare(least, up) > 0 || compare(most, multiply({ n: -1n, d: 1n }, down)) < 0
}

export interface DenominatorChange {
  readonly fact: CheckFact
  /** The latent whole as it is after the change. */
  readonly later: Quantity
}

/**
 * Wholes that changed faster than people are born, die and move: between two days the texts went over to another
 * denominator. A share of the later one is no continuation of the earlier series.
 */
export const denominatorChanges = (corpus: CorpusView, { found }: LatentChecks): DenominatorChange[] => {
  const { knowledge } = corpus.binding
  const { print } = knowledge.reconciliation
  return relationsOf(knowledge, 'latent').flatMap(({ of, yearly_rise, yearly_fall }) => {
    const days = [...found].flatMap(([quantity, each]): Day[] => {
      const { what, day } = latentParts(quantity)
      return each !== null && quantity.startsWith('latent|') && what === of && each.low.n > 0n
        ? [{ quantity, day, interval: each }]
        : []
    })
    return [...groupedBy(days, ({ quantity }) => latentParts(quantity).place)].flatMap(([place, series]) => {
      const sorted = series.toSorted((a, b) => (a.day < b.day ? -1 : 1))
      return sorted.slice(1).flatMap((to, at): DenominatorChange[] => {
        const from = sorted[at]!
        const change = changeBetween(from.interval, to.interval)
        const length = daysBetween(from.day, to.day)
        if (!isTooFast(change, length, yearly_rise, yearly_fall)) return []
        const claims = (quantity: Quantity) =>
          corpus
            .viewsOn(quantity)
            .flatMap((view) =>
              view.identities
                .filter(({ roles }) => [...roles.values()].includes(quantity))
                .flatMap(({ roles }) => [...roles.values()].flatMap((each) => [...(view.claims.get(each) ?? [])])),
            )
        const shown = interval(change.least, change.most)
        const text = `${of.replaceAll('_', ' ')} ${place} is ${printInterval(from.interval, null, print)} on ${from.day} and ${printInterval(to.interval, null, print)} on ${to.day}: ${shown === null ? '' : printSignificant(change.least, 3, 'down')} to ${printSignificant(change.most, 3, 'up')}% in ${length} days, faster than a whole can change (${yearly_rise}% up, ${yearly_fall}% down a year): the denominator changed`
        const fact = plainFact({
          relation: 'series',
          inputs: [
            ['earlier', [...new Set(claims(from.quantity))]],
            ['later', [...new Set(claims(to.quantity))]],
          ],
          observed: shown,
          band: null,
          outcome: 'refutes',
          force: 'soft',
          margin: printSignificant(absolute(change.least), 2),
          text,
        })
        return [{ fact, later: to.quantity }]
      })
    })
  })
}
