import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { intersect, interval, over } from '../interval.ts'
import { type Knowledge, relationsOf } from '../knowledge.ts'
import type { Placed } from '../placed.ts'
import { plainFact } from '../plain-fact.ts'
import { printInterval, said } from '../print-interval.ts'
import { parseDecimal } from '../rational.ts'

/** The count that an amount was paid for: the nearest before it in its sentence or paragraph, with no other amount between. */
const countFor = (amount: Placed, document: readonly Placed[], count: string, knowledge: Knowledge): Placed | null => {
  for (let at = document.indexOf(amount) - 1; at >= 0; at -= 1) {
    const each = document[at]!
    if (each.claim.line !== amount.claim.line || each.claim.kind === 'money') return null
    if (each.claim.indicator === count && each.claim.measure === 'level' && knowledge.indicators.has(count)) return each
  }
  return null
}

/** An amount for each person lies in a band: 4,322 billion VND for 11.238 million employees is 384,588 each. */
export const perUnitChecks = (corpus: CorpusView): CheckFact[] => {
  const { knowledge, documents } = corpus.binding
  const { print } = knowledge.reconciliation
  return relationsOf(knowledge, 'per_unit').flatMap(({ amount, count, unit, low, high }) =>
    documents.flatMap((document) => {
      const figures = document.filter((placed) => placed.writing !== null && placed.claim.status !== 'target')
      return figures.flatMap((paid): CheckFact[] => {
        if (paid.claim.indicator !== amount || paid.claim.unit !== unit || paid.claim.measure !== 'level') return []
        const persons = countFor(paid, figures, count, knowledge)
        const each = persons && over(paid.writing!.meant, persons.writing!.meant)
        const band = interval(parseDecimal(low), parseDecimal(high))
        if (persons === null || each === null || band === null) return []
        const isInside = intersect(each, band) !== null
        const text = `${said(paid)} for ${said(persons)} is ${printInterval(each, unit, print)} each${isInside ? '' : `, outside ${printInterval(band, unit, print)}`}`
        return [
          plainFact({
            relation: 'per_unit',
            inputs: [
              ['amount', [paid]],
              ['count', [persons]],
            ],
            observed: each,
            band,
            outcome: isInside ? 'compatible' : 'refutes',
            force: 'hard',
            refutes: isInside ? [] : [paid, persons],
            text,
          }),
        ]
      })
    }),
  )
}
