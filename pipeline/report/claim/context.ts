import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import { CodePoints } from '../../parse/code-points.ts'
import { htmlRuns } from '../document/html-runs.ts'
import { type Marked, piecesOf } from '../document/pieces.ts'
import type { Run } from '../document/runs.ts'
import type { View } from '../view.ts'

/** The source of a document, by which a stretch of it is shown as it reads. */
export interface Reading {
  readonly points: CodePoints
  /** What is shown of a stretch of the source, in UTF-16 units. */
  readonly runsIn: (start: number, end: number) => readonly Run[]
}

/** Fields whose words are lit in a colour of their own, the most telling first: where words say several, the first has them. */
export const litFields = [
  'indicator',
  'period',
  'place',
  'status',
  'of',
  'measure',
  'baseline',
  'modifier',
  'unit',
  'subject',
  'facet',
  'issued',
  'issuer',
  'type',
] as const

/** Most characters of a sentence that are quoted on each side of the number. */
const mostQuoted = 400

/** The place of the nearest blank from a place in a sentence, forwards or backwards, so that no word is cut; in code points. */
const wordEnd = ({ start, end, exact }: ClaimRow['sentence'], from: number, step: 1 | -1): number => {
  if (from <= start || from >= end) return from
  const signs = Array.from(exact)
  let at = from - start
  while (at > 0 && at < signs.length && signs[at] !== ' ') at += step
  return start + at
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly field: string
}

/** Stretches that may overlap as stretches that do not, each with the fields that its words say. In code points. */
const parted = (stretches: readonly Stretch[]): { start: number; end: number; fields: string[] }[] => {
  const bounds = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return bounds.slice(1).flatMap((end, at) => {
    const start = bounds[at]!
    const fields = stretches.filter((each) => each.start <= start && each.end >= end).map(({ field }) => field)
    return fields.length === 0 ? [] : [{ start, end, fields }]
  })
}

/** A quote without its document: the sentence as the claim holds it. */
const quoted = ({ sentence }: ClaimRow, isHtml: boolean): Reading & { readonly from: number } => {
  const points = new CodePoints(sentence.exact)
  if (isHtml) {
    const runs = htmlRuns(sentence.exact)
    const runsIn = (start: number, end: number): Run[] => runs.filter((run) => run.start < end && run.end > start)
    return { points, runsIn, from: sentence.start }
  }
  const runsIn = (start: number, end: number): Run[] => [
    { text: sentence.exact.slice(start, end), start, end, isDecoded: false },
  ]
  return { points, runsIn, from: sentence.start }
}

/**
 * The sentence of a claim with the number and the words that say its fields lit: "Participation in <period>2021</period> reached
 * <claim>16.547 million</claim> ...". Words outside the sentence are not shown here.
 */
export const contextOf = (claim: ClaimRow, reading: Reading | null, view: View): Element => {
  const { selector, sentence, evidence } = claim
  const { site, words } = view
  const isHtml = site.documents.get(claim.document)?.format === 'html'
  // A number that stands beside its sentence (in the header of a table) is quoted with what is right around it.
  if (reading === null && (selector.start < sentence.start || selector.end > sentence.end))
    return h('blockquote', { className: 'context' }, [
      selector.prefix,
      h('strong', { className: 'number' }, selector.exact),
      selector.suffix,
    ])
  const { points, runsIn, from } = reading === null ? quoted(claim, isHtml) : { ...reading, from: 0 }
  const low = Math.max(sentence.start, wordEnd(sentence, selector.start - mostQuoted, 1))
  const high = Math.max(selector.end, Math.min(sentence.end, wordEnd(sentence, selector.end + mostQuoted, -1)))
  const unit = (point: number): number => points.unit(point - from)
  const said = litFields.flatMap((field): Stretch[] => {
    const each = evidence[field as keyof typeof evidence]
    return each === undefined || each.start >= high || each.end <= low
      ? []
      : [{ start: Math.max(low, each.start), end: Math.min(high, each.end), field }]
  })
  const marked = parted([{ start: selector.start, end: selector.end, field: 'claim' }, ...said]).map(
    ({ start, end, fields }): Marked => ({
      start: unit(start),
      end: unit(end),
      show: (content) => {
        const [first] = fields as [string]
        const title = fields.filter((field) => field !== 'claim').map((field) => words.term('field', field))
        const told = title.length === 0 ? {} : { title: title.join(', ') }
        return first === 'claim'
          ? h('strong', { className: 'number', ...told }, content)
          : h('span', { className: ['said', `said-${first}`], ...told }, content)
      },
    }),
  )
  const runs = runsIn(unit(low), unit(high))
  return h('blockquote', { className: 'context' }, [
    low > sentence.start ? '… ' : null,
    ...piecesOf(runs, marked, null),
    high < sentence.end ? ' …' : null,
  ])
}
