import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { intersect, interval, over } from '../interval.ts'
import { keyOf } from '../key.ts'
import { relationsOf } from '../knowledge.ts'
import { levelKey } from '../ledger.ts'
import { plainFact } from '../plain-fact.ts'
import { printInterval, said } from '../print-interval.ts'
import { parseDecimal } from '../rational.ts'

/** Two figures of one place and time whose quotient lies in a band: expenditure over revenue is 0.857. */
export const quotientChecks = (corpus: CorpusView): CheckFact[] => {
  const { knowledge, ledger } = corpus.binding
  const { print } = knowledge.reconciliation
  return relationsOf(knowledge, 'quotient').flatMap(({ amount, count, low, high }) =>
    ledger.keys({ indicator: amount, measure: 'level', class: 'outcome' }).flatMap((parts) => {
      const [above] = corpus.candidatesOf(keyOf(parts))
      const [below] = corpus.candidatesOf(levelKey(parts, { indicator: count }))
      const found = above && below && over(above.meant, below.meant)
      const band = interval(parseDecimal(low), parseDecimal(high))
      if (!found || band === null) return []
      const isInside = intersect(found, band) !== null
      return [
        plainFact({
          relation: 'quotient',
          inputs: [
            ['amount', above.claims],
            ['count', below.claims],
          ],
          observed: found,
          band,
          outcome: isInside ? 'compatible' : 'refutes',
          force: 'soft',
          text: `${said(above.best)} over ${said(below.best)} is ${printInterval(found, null, print)}${isInside ? '' : `, outside ${low} to ${high}`}`,
        }),
      ]
    }),
  )
}
