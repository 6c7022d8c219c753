import { type Interval, minus, plus } from '../interval.ts'
import { relationsOf } from '../knowledge.ts'
import { levelKey } from '../ledger.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'

const sumOf = (roles: readonly string[], known: Known): Interval | null =>
  roles.map(known).reduce((sum, each) => sum && each && plus(sum, each))

/** total = the sum of its parts, at one place and time; a part is the total without the rest. */
export const bindSums = ({ ledger, knowledge }: Binding): Identity[] =>
  relationsOf(knowledge, 'sum').flatMap(({ total, parts }) => {
    const found = new Map<string, Identity>()
    const indicators = [total, ...parts]
    for (const indicator of indicators) {
      for (const key of ledger.keys({ indicator, measure: 'level', class: 'outcome' })) {
        if (key.of !== null || key.facet !== null) continue
        const roles = new Map(
          indicators.map((each, at) => [at === 0 ? 'total' : `part_${at}`, levelKey(key, { indicator: each })]),
        )
        const names = [...roles.keys()].slice(1)
        found.set(roles.get('total')!, {
          relation: 'sum',
          roles,
          force: 'hard',
          confirms: true,
          within: null,
          use: 'both',
          home: homeOf(key.place, key.period),
          predict: (role, known) => {
            if (role === 'total') return sumOf(names, known)
            const rest = sumOf(
              names.filter((name) => name !== role),
              known,
            )
            const whole = known('total')
            return whole && rest && minus(whole, rest)
          },
          rises: (role, other) => role === 'total' || other === 'total',
          say: (role, said, result) =>
            role === 'total'
              ? `${names.map(said).join(' + ')} = ${result}`
              : `${said('total')} - ${names
                  .filter((name) => name !== role)
                  .map(said)
                  .join(' - ')} = ${result}`,
        })
      }
    }
    return [...found.values()]
  })
