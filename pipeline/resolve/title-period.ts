import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { Draft } from './draft.ts'

/** Half a tenth: "Hơn 27.000" in a title is 27.412 in the text. */
const isNear = (title: string, body: string): boolean => {
  const [a, b] = [title.replace('.', ''), body.replace('.', '')]
  if (compareDecimal(title, body) === 0) return true
  const length = Math.min(a.length, b.length, 2)
  const digitsBefore = (value: string): number => value.split('.')[0]!.length
  return digitsBefore(title) === digitsBefore(body) && a.slice(0, length) === b.slice(0, length)
}

const saysTheSame = (title: Draft, body: Draft): boolean =>
  body.kind === title.kind &&
  body.unit === title.unit &&
  body.measure === title.measure &&
  title.value !== null &&
  body.value !== null &&
  isNear(title.value, body.value)

/** A number of the title without a date is that of the text below it: the first that says the same. */
export const datesOfTitle = (drafts: readonly Draft[]): void => {
  for (const draft of drafts) {
    if (draft.reading.passage.role !== 'title' || draft.period !== null) continue
    const body = drafts.find(
      (each) => each.reading !== draft.reading && each.period !== null && saysTheSame(draft, each),
    )
    if (body === undefined) continue
    draft.period = body.period
    draft.baseline ??= body.baseline
    draft.indicator ??= body.indicator
    const ground = body.grounds.get('period')
    if (ground !== undefined) draft.grounds.set('period', { ...ground, rule: 'same-figure', stated: false })
  }
}
