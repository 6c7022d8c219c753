import { type Interval, interval, over, times } from '../interval.ts'
import { keyOf } from '../key.ts'
import { levelKey } from '../ledger.ts'
import { add, divide, hundred, multiply, one, type Rational, subtract } from '../rational.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'
import { levelForms, settledUnit } from './levels.ts'

const moved = (a: Interval, by: (end: Rational) => Rational): Interval =>
  interval(by(a.low), by(a.high), a.openLow, a.openHigh)!

/** 2.2% is the factor 1.022; null where the change is a loss of more than all. */
const factor = (percent: Interval): Interval | null => {
  const by = moved(percent, (end) => add(one, divide(end, hundred)))
  return by.low.n < 0n ? null : by
}

const notBelow = (a: Interval | null): Interval | null => (a !== null && a.low.n >= 0n ? a : null)

/** now = base * (1 + change / 100), solved for each of the three. */
export const predictGrowth = (role: string, known: Known): Interval | null => {
  const [change, now, base] = [known('change'), notBelow(known('now')), notBelow(known('base'))]
  if (role === 'change') {
    const ratio = now && base && over(now, base)
    return ratio && moved(ratio, (end) => multiply(hundred, subtract(end, one)))
  }
  const by = change && factor(change)
  return role === 'now' ? base && by && times(base, by) : now && by && over(now, by)
}

export const growthRises = (role: string, other: string): boolean => role === 'now' || other === 'now'

export const sayGrowth: Identity['say'] = (role, said, result) =>
  role === 'change'
    ? `from ${said('base')} to ${said('now')} is a change of ${result}`
    : role === 'now'
      ? `${said('base')} changed by ${said('change')} is ${result}`
      : `${said('now')} after a change of ${said('change')} comes from ${result}`

/** "Up 2.2% on 2020": the level now, the level then and the change in percent. The base year is often stated nowhere. */
export const bindGrowths = (binding: Binding): Identity[] =>
  [...binding.knowledge.indicators.keys()].flatMap((indicator) =>
    binding.ledger.keys({ indicator, measure: 'change', class: 'outcome' }).flatMap((parts) => {
      const key = keyOf(parts)
      if (parts.baseline === null || settledUnit(binding, key, parts) !== 'percent') return []
      return levelForms(binding, parts).map(
        (form): Identity => ({
          relation: 'growth',
          roles: new Map([
            ['change', key],
            ['now', levelKey(parts, form)],
            ['base', levelKey(parts, { ...form, period: parts.baseline! })],
          ]),
          force: 'hard',
          confirms: true,
          within: null,
          use: 'both',
          home: homeOf(parts.place, parts.period),
          predict: predictGrowth,
          rises: growthRises,
          say: sayGrowth,
        }),
      )
    }),
  )
