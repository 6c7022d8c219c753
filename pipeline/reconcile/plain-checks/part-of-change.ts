import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { type Interval, mirror, plus } from '../interval.ts'
import { keyOf } from '../key.ts'
import { relationsOf } from '../knowledge.ts'
import { plainFact } from '../plain-fact.ts'
import { printInterval, said } from '../print-interval.ts'
import { compare } from '../rational.ts'
import type { Candidate } from '../value-set.ts'

const upwards = (a: Interval): Interval => (a.high.n <= 0n ? mirror(a) : a)

/** Causes of a change, one facet each, together not above it: 2.3 + 0.55 million cards of a fall by 4.16 million. */
export const partOfChangeChecks = (corpus: CorpusView): CheckFact[] => {
  const { knowledge, ledger } = corpus.binding
  const { print } = knowledge.reconciliation
  return relationsOf(knowledge, 'part_of_change').flatMap(({ change, parts }) =>
    ledger.keys({ indicator: change, measure: 'change', class: 'outcome' }).flatMap((key): CheckFact[] => {
      if (key.change_unit !== 'absolute') return []
      const [whole, rival] = corpus.candidatesOf(keyOf(key))
      if (whole === undefined || rival !== undefined) return []
      const texts = new Set(whole.claims.map(({ claim }) => claim.document))
      const causes = parts
        .flatMap((indicator) => ledger.keys({ indicator, measure: 'level', class: 'outcome' }))
        .filter((each) => each.place === key.place && each.period.slice(-10) === key.period.slice(-10))
        .flatMap((each) => corpus.candidatesOf(keyOf(each)))
        .filter(({ best }): boolean => texts.has(best.claim.document))
      if (causes.length === 0) return []
      const sum = causes.map(({ meant }: Candidate) => meant).reduce(plus)
      const limit = upwards(whole.meant)
      const isBroken = compare(sum.low, limit.high) > 0
      return [
        plainFact({
          relation: 'part_of_change',
          inputs: [
            ['change', whole.claims],
            ['part', causes.flatMap(({ claims }) => claims)],
          ],
          observed: sum,
          band: limit,
          outcome: isBroken ? 'refutes' : 'compatible',
          force: 'soft',
          text: `${causes.map(({ best }) => said(best)).join(' and ')} are ${printInterval(sum, null, print)} together, ${isBroken ? 'more than' : 'part of'} the change of ${said(whole.best)}`,
        }),
      ]
    }),
  )
}
