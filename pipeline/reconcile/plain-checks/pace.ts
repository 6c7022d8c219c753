import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { intersect, interval, over, point, times } from '../interval.ts'
import { type KeyParts, keyOf } from '../key.ts'
import { relationsOf } from '../knowledge.ts'
import { daysBetween } from '../period.ts'
import { plainFact } from '../plain-fact.ts'
import { printInterval, said } from '../print-interval.ts'
import { parseDecimal, rational } from '../rational.ts'

const days = ({ period }: KeyParts): number => {
  const [from, to] = period.split('/')
  return from === undefined || to === undefined ? 0 : daysBetween(from, to) + 1
}

const isFullYear = (parts: KeyParts): boolean => days(parts) >= 365

const isYearBefore = (year: KeyParts, part: KeyParts): boolean =>
  year.place === part.place &&
  year.unit === part.unit &&
  year.facet === part.facet &&
  Number(year.period.slice(0, 4)) + 1 === Number(part.period.slice(0, 4))

/** A flow over part of a year, brought to twelve months, against the year before: two months at 54.6 of 395 trillion. */
export const paceChecks = (corpus: CorpusView): CheckFact[] => {
  const { knowledge, ledger } = corpus.binding
  const { print } = knowledge.reconciliation
  return relationsOf(knowledge, 'pace').flatMap(({ indicator, low, high }) => {
    const keys = ledger
      .keys({ indicator, measure: 'level', class: 'outcome' })
      .filter((parts) => parts.period.includes('/'))
    return keys
      .filter((parts) => !isFullYear(parts))
      .flatMap((part) =>
        keys
          .filter((year) => isFullYear(year) && isYearBefore(year, part))
          .flatMap((year) => {
            const [now] = corpus.candidatesOf(keyOf(part))
            const [before] = corpus.candidatesOf(keyOf(year))
            if (now === undefined || before === undefined) return []
            const yearly = times(now.meant, point(rational(BigInt(days(year)), BigInt(days(part)))))
            const found = over(yearly, before.meant)
            const band = interval(parseDecimal(low), parseDecimal(high))
            if (found === null || band === null) return []
            const isInside = intersect(found, band) !== null
            return [
              plainFact({
                relation: 'pace',
                inputs: [
                  ['now', now.claims],
                  ['year', before.claims],
                ],
                observed: found,
                band,
                outcome: isInside ? 'compatible' : 'refutes',
                force: 'soft',
                text: `${said(now.best)} in ${days(part)} days goes at ${printInterval(found, null, print)} times ${said(before.best)} of the year before${isInside ? '' : `, outside ${low} to ${high}`}`,
              }),
            ]
          }),
      )
  })
}
