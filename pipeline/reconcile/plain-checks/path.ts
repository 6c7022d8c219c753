import type { Check } from '../../../schemas/observation.ts'
import type { CheckFact } from '../check-row.ts'
import type { CorpusView } from '../corpus-view.ts'
import { hull, type Interval } from '../interval.ts'
import { type KeyParts, keyOf } from '../key.ts'
import { compareWholes, relationsOf } from '../knowledge.ts'
import type { Placed } from '../placed.ts'
import { plainFact } from '../plain-fact.ts'
import { said } from '../print-interval.ts'
import { compare } from '../rational.ts'
import { groupedBy } from '../restatement.ts'
import type { Candidate } from '../value-set.ts'

/** What texts say of one day: all of it, where they do not agree. */
interface Step {
  readonly parts: KeyParts
  readonly meant: Interval
  readonly claims: readonly Placed[]
  readonly text: string
}

const stepOf = (parts: KeyParts, values: readonly Candidate[]): Step => ({
  parts,
  meant: values.map(({ meant }) => meant).reduce(hull),
  claims: [...new Set(values.flatMap(({ claims }) => claims))],
  text: values.map(({ best }) => said(best)).join(' or '),
})

const byPeriod = (a: Step, b: Step): number =>
  a.parts.period.slice(-10) < b.parts.period.slice(-10)
    ? -1
    : a.parts.period.slice(-10) > b.parts.period.slice(-10)
      ? 1
      : 0

const stepFact = (from: Step, to: Step, direction: 'rising' | 'falling'): CheckFact => {
  const [lower, upper] = direction === 'rising' ? [from, to] : [to, from]
  const isBroken = compare(lower.meant.low, upper.meant.high) > 0
  const outcome: Check['outcome'] = isBroken ? 'refutes' : 'compatible'
  const isGoal = from.parts.class === 'target'
  const text = isGoal
    ? `goal of ${from.text} by ${from.parts.period}, then ${to.text} by ${to.parts.period}: ${isBroken ? 'against the' : 'a'} ${direction} path`
    : `${from.text} on ${from.parts.period.slice(-10)}, goal of ${to.text} by ${to.parts.period}${isBroken ? ': the goal had been passed' : ''}`
  return plainFact({
    relation: 'path',
    inputs: [
      ['earlier', from.claims],
      ['later', to.claims],
    ],
    observed: null,
    band: null,
    outcome,
    force: 'soft',
    text,
  })
}

/** Goals move one way with their horizons, and lie beyond what was already reached when the horizon is later. */
export const pathChecks = (corpus: CorpusView): CheckFact[] => {
  const { knowledge, ledger } = corpus.binding
  return relationsOf(knowledge, 'path').flatMap(({ indicator, direction }) => {
    const steps = (kind: KeyParts['class']): Step[] =>
      ledger.keys({ indicator, measure: 'level', class: kind }).flatMap((parts) => {
        const values = corpus.candidatesOf(keyOf(parts))
        return values.length === 0 || parts.facet !== null ? [] : [stepOf(parts, values)]
      })
    const alike = (a: Step, b: Step): boolean =>
      a.parts.unit === b.parts.unit && compareWholes(knowledge, a.parts.of, b.parts.of) !== 'different'
    return [...groupedBy(steps('target'), ({ parts }) => parts.place ?? '')].flatMap(([place, goals]) => {
      const sorted = goals.toSorted(byPeriod)
      const along = sorted
        .slice(1)
        .flatMap((to, at) =>
          alike(sorted[at]!, to) && byPeriod(sorted[at]!, to) < 0 ? [stepFact(sorted[at]!, to, direction)] : [],
        )
      const reached = steps('outcome')
        .filter(({ parts }) => (parts.place ?? '') === place)
        .toSorted(byPeriod)
        .at(-1)
      const next = reached && sorted.find((goal) => byPeriod(reached, goal) < 0 && alike(reached, goal))
      return reached && next ? [...along, stepFact(reached, next, direction)] : along
    })
  })
}
