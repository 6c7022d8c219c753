import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'

const near = 0.015

/** "Hơn 27.000" in a title is 27.412 in the text, "Gần 36.000" is 35.855. */
const isNear = (title: string, body: string): boolean => {
  if (compareDecimal(title, body) === 0) return true
  // A title rounds; which side it rounds to is told by no digit, so the distance is measured on doubles: no value comes of it.
  const [a, b] = [Number(title), Number(body)]
  if (a === 0 || title.split('.')[0]!.length !== body.split('.')[0]!.length) return false
  return (
    Math.abs(a - b) / Math.abs(a) <= near || title.replace('.', '').slice(0, 2) === body.replace('.', '').slice(0, 2)
  )
}

const saysTheSame = (title: Draft, body: Draft): boolean =>
  body.kind === title.kind &&
  body.unit === title.unit &&
  body.status === title.status &&
  title.value !== null &&
  body.value !== null &&
  isNear(title.value, body.value)

/** "Scheme adds 6.2 million members in six months": the first figure below that is of the same thing. */
const leadOf = (title: Draft, drafts: readonly Draft[]): Draft | undefined =>
  title.status !== 'actual'
    ? undefined
    : drafts.find(
        (each) =>
          each.reading !== title.reading &&
          each.status === 'actual' &&
          each.period !== null &&
          title.indicator !== null &&
          each.indicator === title.indicator,
      )

/** A number of the title without a date is that of the text below it: the first that says the same. */
export const datesOfTitle = (drafts: readonly Draft[], { title }: DocumentContext): void => {
  for (const draft of drafts) {
    if ((draft.reading.passage.role !== 'title' && draft.reading !== title) || draft.period !== null) continue
    const body = drafts.find(
      (each) => each.reading !== draft.reading && each.period !== null && saysTheSame(draft, each),
    )
    const said = body ?? leadOf(draft, drafts)
    if (said === undefined) continue
    draft.period = said.period
    if (body !== undefined) {
      draft.baseline ??= body.baseline
      draft.indicator ??= body.indicator
    }
    const ground = said.grounds.get('period')
    if (ground !== undefined)
      draft.grounds.set('period', { ...ground, rule: body === undefined ? 'lead' : 'same-figure', stated: false })
  }
}
