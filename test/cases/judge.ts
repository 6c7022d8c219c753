import { createHash } from 'node:crypto'
import type { CompiledCatalog } from '../../catalog/compile.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import type { Claim, UnclaimedRow } from '../../schemas/claim.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import type { Case, Fields } from './case-file.ts'

/** A run of code points. */
interface Mark {
  readonly start: number
  readonly end: number
}

/** The text of a case without its marks, and where these stood, in code points. */
export const unmark = (say: string): { text: string; marks: Mark[] } => {
  const marks: Mark[] = []
  let text = ''
  let start = -1
  let length = 0
  for (const point of say) {
    if (point === '⟦') start = length
    else if (point === '⟧') marks.push({ start, end: length })
    else {
      text += point
      length += 1
    }
  }
  return { text, marks }
}

const vietnamese = /[ăđơưạ-ỹ]/iu
/** A sentence alone may be too short to tell its language by: this one below it is Vietnamese, and says nothing else. */
const closing = '\n\nĐó là những điều đã được các bên ghi lại cho bạn đọc.\n'

/** Extracts a text as a document of its own. */
export const read = (text: string, catalog: CompiledCatalog): DocumentResult => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return extractDocument({ name: 'case', path: 'case.txt', sha256, bytes: Buffer.byteLength(text), text }, catalog)
}

const over = <Row extends Mark>(rows: readonly Row[], mark: Mark): Row[] =>
  rows.filter(({ start, end }) => start < mark.end && mark.start < end)

type Placed = Mark & { readonly claim: Claim }
const placed = (result: DocumentResult): Placed[] =>
  result.claims.map((claim) => ({ start: claim.selector.start, end: claim.selector.end, claim }))

const told = (claims: readonly Claim[], rows: readonly UnclaimedRow[]): string =>
  [
    ...claims.map(({ kind, rule, selector }) => `${kind} ${JSON.stringify(selector.exact)} by ${rule}`),
    ...rows.map(({ reason, rule, exact }) => `${JSON.stringify(exact)} set aside as ${reason} by ${rule}`),
  ].join('; ') || 'nothing'

const quoted = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

/** One line for each field that is not as it should be. */
const differences = (claim: Claim, exact: string, wanted: Fields): string[] => {
  const lines: string[] = []
  if (claim.selector.exact !== exact) lines.push(`exact: got ${quoted(claim.selector.exact)}, wanted ${quoted(exact)}`)
  for (const [field, value] of Object.entries(wanted)) {
    if (typeof value === 'object' && value !== null) {
      for (const [of, words] of Object.entries(value)) {
        const got = claim.evidence[of as keyof Claim['evidence']]?.exact
        if (got !== words) lines.push(`words of ${of}: got ${quoted(got)}, wanted ${quoted(words)}`)
      }
      continue
    }
    const got = claim[field as keyof Claim]
    if (got !== value) lines.push(`${field}: got ${quoted(got)}, wanted ${quoted(value)}`)
  }
  return lines
}

/** The rules that read the marked spans; the years among the dates have a name of their own. */
const rulesOver = (result: DocumentResult, marks: readonly Mark[]): string[] =>
  marks
    .flatMap((mark) => [
      ...over(placed(result), mark).map(({ claim }) => claim.rule),
      ...over(result.unclaimed, mark).map(({ rule }) => rule),
    ])
    .map((rule) => (rule === 'year' ? 'date' : rule))

/** What is wrong with one marked span. */
const wrongAt = (result: DocumentResult, mark: Mark, exact: string, each: Case, index: number): string[] => {
  const claims = over(placed(result), mark).map(({ claim }) => claim)
  const rows = over(result.unclaimed, mark)
  if (each.aside !== undefined) {
    const isCovered = Array.from(exact).every(
      (point, at) =>
        !/\p{Nd}/u.test(point) ||
        rows.some((row) => row.reason === each.aside && row.start <= mark.start + at && mark.start + at < row.end),
    )
    return claims.length === 0 && isCovered ? [] : [`wanted it set aside as ${each.aside}, got ${told(claims, rows)}`]
  }
  if (each.gives === 'nothing') return claims.length === 0 ? [] : [`wanted no claim, got ${told(claims, [])}`]
  const wanted = Array.isArray(each.gives) ? each.gives[index] : each.gives
  const claim = claims[0]
  if (wanted === undefined) return ['the case says no fields for it']
  if (claim === undefined || claims.length > 1) return [`wanted one claim, got ${told(claims, rows)}`]
  return differences(claim, exact, wanted)
}

/**
 * What is wrong with a case, one line each; empty where it holds. `rule` is the rule that it is about: one that it takes
 * must be read by it, one that it leaves must not.
 */
export const judge = (
  each: Case,
  catalog: CompiledCatalog,
  rule: { name: string; takes: boolean } | null,
): string[] => {
  const { text, marks } = unmark(each.say)
  const result = read(vietnamese.test(text) ? text + closing : text, catalog)
  const points = Array.from(text)
  const wrong = marks.flatMap((mark, index) => {
    const exact = points.slice(mark.start, mark.end).join('')
    return wrongAt(result, mark, exact, each, index).map((line) => `  ⟦${exact}⟧ ${line}`)
  })
  if (marks.length === 0) wrong.push('  the case marks no span')
  if (rule !== null && rulesOver(result, marks).includes(rule.name) !== rule.takes)
    wrong.push(
      `  rule: ${rule.takes ? 'wanted' : 'did not want'} ${rule.name}, got ${rulesOver(result, marks).join(', ')}`,
    )
  return wrong
}
