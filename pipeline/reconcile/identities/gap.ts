import { type Interval, minus, plus } from '../interval.ts'
import { type KeyParts, keyOf } from '../key.ts'
import { levelKey } from '../ledger.ts'
import { predictGrowth } from './growth.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'
import { levelForms, settledUnit } from './levels.ts'

/** level - target = gap, in points or units; solved for each of the three. */
export const predictGap = (role: string, known: Known): Interval | null => {
  const [gap, level, target] = [known('gap'), known('level'), known('target')]
  if (role === 'gap') return level && target && minus(level, target)
  return role === 'level' ? target && gap && plus(target, gap) : level && gap && minus(level, gap)
}

const growthRole: Readonly<Record<string, string>> = { gap: 'change', level: 'now', target: 'base' }
const gapRole: Readonly<Record<string, string>> = { change: 'gap', now: 'level', base: 'target' }

/** level = target * (1 + gap / 100): a gap in percent of the target. */
export const predictGapInPercent = (role: string, known: Known): Interval | null =>
  predictGrowth(growthRole[role]!, (each) => known(gapRole[each]!))

const sayGap: Identity['say'] = (role, said, result) =>
  role === 'gap'
    ? `${said('level')} is ${result} from the goal of ${said('target')}`
    : role === 'level'
      ? `a goal of ${said('target')} and a gap of ${said('gap')} make ${result}`
      : `${said('level')} and a gap of ${said('gap')} make a goal of ${result}`

/** The three keys of a gap: its own, that of the level, and that of the goal whose horizon is the end of the period. */
export const gapRoles = (parts: KeyParts, form: { unit: string; of: string | null }): Map<string, string> => {
  const level = { ...form, period: parts.period }
  return new Map([
    ['target', levelKey(parts, { ...level, class: 'target', period: parts.period.slice(-10) })],
    ['level', levelKey(parts, level)],
    ['gap', keyOf(parts)],
  ])
}

/** "1.96% above the goal". Bound where the unit of the gap is said, or settled by arithmetic. */
export const bindGaps = (binding: Binding): Identity[] =>
  [...binding.knowledge.indicators.keys()].flatMap((indicator) =>
    binding.ledger.keys({ indicator, measure: 'gap', class: 'outcome' }).flatMap((parts) => {
      const unit = settledUnit(binding, keyOf(parts), parts)
      if (unit === null) return []
      const inPercent = unit === 'percent'
      return levelForms(binding, parts)
        .filter((form) => inPercent || form.unit === (unit === 'absolute' ? parts.unit : 'percent'))
        .map(
          (form): Identity => ({
            relation: 'gap',
            roles: gapRoles(parts, form),
            force: 'hard',
            confirms: true,
            within: null,
            use: 'both',
            home: homeOf(parts.place, parts.period),
            predict: inPercent ? predictGapInPercent : predictGap,
            rises: (role, other) => role === 'level' || other === 'level',
            say: sayGap,
          }),
        )
    }),
  )
