import { type Interval, interval } from '../interval.ts'
import { type Knowledge, relationsOf } from '../knowledge.ts'
import { latent, levelKey } from '../ledger.ts'
import { greater, lesser, zero } from '../rational.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'

/** At most the greater, at least the lesser. What is no number at all comes out as the nearest end, apart from the other. */
const predictBound = (role: string, known: Known): Interval | null => {
  const [low, high] = [known('lesser'), known('greater')]
  if (role === 'lesser') return high && interval(lesser(zero, high.high), high.high, false, high.openHigh)
  return low && high && interval(low.low, greater(low.low, high.high), false, false)
}

/** What a quantity is called in a sentence: by its indicator, or by the whole that no indicator counts. */
const nameOf = (id: string, { indicators }: Knowledge): string =>
  indicators.get(id)?.label.en ?? id.replaceAll('_', ' ')

/** lesser <= greater at one place and time; the greater may be a whole that texts seldom state, as the population. */
export const bindBounds = ({ ledger, knowledge }: Binding): Identity[] =>
  relationsOf(knowledge, 'bound').flatMap((relation) =>
    ledger
      .keys({ indicator: relation.lesser, measure: 'level', class: 'outcome' })
      .filter((parts) => parts.facet === null)
      .map((parts): Identity => {
        const isIndicator = knowledge.indicators.has(relation.greater)
        return {
          relation: 'bound',
          roles: new Map([
            ['lesser', keyed(parts)],
            [
              'greater',
              isIndicator
                ? levelKey(parts, { indicator: relation.greater })
                : latent(relation.greater, parts.place, parts.period),
            ],
          ]),
          force: relation.soft ? 'soft' : 'hard',
          confirms: false,
          within: null,
          use: relation.soft ? 'check' : 'both',
          home: homeOf(parts.place, parts.period),
          predict: predictBound,
          rises: () => true,
          say: (role, said) =>
            role === 'lesser'
              ? `${nameOf(relation.lesser, knowledge)} cannot be above ${said('greater')}`
              : `${nameOf(relation.greater, knowledge)} cannot be below ${said('lesser')}`,
        }
      }),
  )

const keyed = (parts: Parameters<typeof levelKey>[0]): string => levelKey(parts, {})
