import type { Interval } from '../interval.ts'
import { quantityOf } from '../ledger.ts'
import type { Placed } from '../placed.ts'
import { lesser } from '../rational.ts'
import { predictGrowth } from './growth.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'
import { isNext } from './neighbours.ts'

const isLevelOf = (change: Placed, level: Placed): boolean =>
  level.claim.measure === 'level' &&
  level.claim.indicator === change.claim.indicator &&
  level.claim.indicator !== null &&
  level.claim.place === change.claim.place &&
  level.claim.status !== 'target'

/** "From 20 hours to 10.5 hours": the first is of the baseline (often undated), the second of the time of the change. */
const isFromTo = (change: Placed, from: Placed, to: Placed): boolean =>
  isLevelOf(change, from) &&
  isLevelOf(change, to) &&
  isNext(from, to) &&
  from.claim.unit === to.claim.unit &&
  to.claim.period === change.claim.period &&
  from.claim.period === change.claim.baseline &&
  from.claim.period !== to.claim.period

/** The change and the two levels, where the change stands right before or right after them. */
const triples = (document: readonly Placed[]): [Placed, Placed, Placed][] =>
  document.flatMap((change, at): [Placed, Placed, Placed][] => {
    if (change.claim.measure !== 'change' || change.claim.unit !== 'percent') return []
    const after = [document[at + 1], document[at + 2]] as const
    const before = [document[at - 2], document[at - 1]] as const
    if (after[0] && after[1] && isNext(change, after[0]) && isFromTo(change, ...(after as [Placed, Placed])))
      return [[change, after[0], after[1]]]
    if (before[0] && before[1] && isNext(before[1], change) && isFromTo(change, ...(before as [Placed, Placed])))
      return [[change, before[0], before[1]]]
    return []
  })

/** Both ends share the finer unit: beside 10.5 hours, 20 hours is a figure in half hours too. */
const inFinerSteps = (level: Placed, other: Placed): Interval =>
  level.writing!.meantInSteps(lesser(level.writing!.granule, other.writing!.granule))

/** "Reduced by about 48%, from 20 hours to 10.5 hours": the sentence holds its own arithmetic. */
export const bindFromTos = ({ documents }: Binding): Identity[] =>
  documents.flatMap((document) =>
    triples(document.filter((placed) => placed.writing !== null)).map(([change, from, to]): Identity => {
      const levels: Readonly<Record<string, Interval>> = { base: inFinerSteps(from, to), now: inFinerSteps(to, from) }
      const sharing =
        (known: Known): Known =>
        (role) => {
          const found = known(role)
          return found === null ? null : (levels[role] ?? found)
        }
      return {
        relation: 'from_to',
        roles: new Map([
          ['change', quantityOf(change)],
          ['now', quantityOf(to)],
          ['base', quantityOf(from)],
        ]),
        force: 'hard',
        confirms: true,
        within: change.claim.document,
        use: 'check',
        home: homeOf(change.claim.place, change.period?.end ?? ''),
        predict: (role, known) => predictGrowth(role, sharing(known)),
        rises: (role, other) => role === 'now' || other === 'now',
        say: (_role, said, result) => `from ${said('base')} to ${said('now')} is a change of ${result}`,
      }
    }),
  )
