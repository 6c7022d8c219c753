import { type Interval, over, times } from '../interval.ts'
import { latent, quantityOf } from '../ledger.ts'
import type { Placed } from '../placed.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'
import { neighbours } from './neighbours.ts'

/** Most characters between two amounts of one fact: "VND54.6 trillion (US$2.41 billion)". */
const mostBetween = 30

const isOneFact = (a: Placed, b: Placed): boolean =>
  a.claim.kind === 'money' &&
  b.claim.kind === 'money' &&
  a.claim.unit !== b.claim.unit &&
  a.claim.indicator === b.claim.indicator &&
  a.claim.measure === b.claim.measure &&
  a.claim.period === b.claim.period &&
  a.claim.place === b.claim.place &&
  b.claim.selector.start - a.claim.selector.end <= mostBetween

/**
 * Each amount is converted once: in "54.6 trillion VND (2.41 billion USD); another 25.7 trillion VND (1.13 billion USD)"
 * the 2.41 belongs to what stands before it, and not to the 25.7 that follows.
 */
const converted = (pairs: readonly [Placed, Placed][]): [Placed, Placed][] => {
  const taken = new Set<Placed>()
  return pairs.filter(([a, b]) => {
    if (taken.has(a) || taken.has(b) || !isOneFact(a, b)) return false
    taken.add(a).add(b)
    return true
  })
}

const predictRate = (role: string, known: Known): Interval | null => {
  const [rate, amount, foreign] = [known('rate'), known('amount'), known('foreign')]
  if (role === 'rate') return amount && foreign && over(amount, foreign)
  return role === 'amount' ? rate && foreign && times(rate, foreign) : rate && amount && over(amount, rate)
}

/**
 * Two amounts of one fact in two currencies imply a rate of their day. A hedge ("about", "nearly") covers the fact and
 * not the conversion, so both are taken as plain roundings.
 */
export const bindExchangeRates = ({ documents }: Binding): Identity[] =>
  documents.flatMap((document) =>
    converted(neighbours(document.filter((placed) => placed.writing !== null && placed.period !== null))).map(
      ([a, b]): Identity => {
        const [foreign, amount] = [a, b].sort((x, y) => ((x.claim.unit ?? '') < (y.claim.unit ?? '') ? -1 : 1)) as [
          Placed,
          Placed,
        ]
        const day = amount.period!.end
        const asRounded: Readonly<Record<string, Interval>> = {
          amount: amount.writing!.rounded(),
          foreign: foreign.writing!.rounded(),
        }
        const plain =
          (known: Known): Known =>
          (role) =>
            known(role) === null ? null : (asRounded[role] ?? known(role))
        return {
          relation: 'fx',
          roles: new Map([
            ['rate', latent(`${amount.claim.unit} per ${foreign.claim.unit}`, null, day)],
            ['amount', quantityOf(amount)],
            ['foreign', quantityOf(foreign)],
          ]),
          force: 'hard',
          confirms: true,
          within: amount.claim.document,
          use: 'solve',
          home: homeOf(null, day),
          predict: (role, known) => predictRate(role, plain(known)),
          rises: (role, other) => role === 'amount' || other === 'amount',
          say: (_role, said, result) => `${said('amount')} for ${said('foreign')} is a rate of ${result}`,
        }
      },
    ),
  )
