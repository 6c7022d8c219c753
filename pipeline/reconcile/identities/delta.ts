import { minus, plus } from '../interval.ts'
import { keyOf } from '../key.ts'
import { levelKey } from '../ledger.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'
import { levelForms, settledUnit } from './levels.ts'

const predictDelta = (role: string, known: Known) => {
  const [change, now, base] = [known('change'), known('now'), known('base')]
  if (role === 'change') return now && base && minus(now, base)
  return role === 'now' ? base && change && plus(base, change) : now && change && minus(now, change)
}

const signed = (change: string, turned = false): string =>
  change.startsWith('-') === turned ? `+ ${change.replace('-', '')}` : `- ${change.replace('-', '')}`

const sayDelta: Identity['say'] = (role, said, result) =>
  role === 'change'
    ? `${said('now')} - ${said('base')} = ${result}`
    : role === 'now'
      ? `${said('base')} ${signed(said('change'))} = ${result}`
      : `${said('now')} ${signed(said('change'), true)} = ${result}`

/** "Down by 4.16 million on the end of 2021": now = base + change, in units or in percentage points. */
export const bindDeltas = (binding: Binding): Identity[] =>
  [...binding.knowledge.indicators.keys()].flatMap((indicator) =>
    binding.ledger.keys({ indicator, measure: 'change', class: 'outcome' }).flatMap((parts) => {
      const key = keyOf(parts)
      const unit = settledUnit(binding, key, parts)
      if (parts.baseline === null || unit === null || unit === 'percent') return []
      const ofLevel = unit === 'absolute' ? parts.unit : 'percent'
      return levelForms(binding, parts)
        .filter((form) => form.unit === ofLevel)
        .map(
          (form): Identity => ({
            relation: 'delta',
            roles: new Map([
              ['now', levelKey(parts, form)],
              ['base', levelKey(parts, { ...form, period: parts.baseline! })],
              ['change', key],
            ]),
            force: 'hard',
            confirms: true,
            within: null,
            use: 'both',
            home: homeOf(parts.place, parts.period),
            predict: predictDelta,
            rises: (role, other) => role === 'now' || other === 'now',
            say: sayDelta,
          }),
        )
    }),
  )
