import type { LegalStatement } from '../../schemas/observation.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { periodOf } from './periods.ts'

/** Words between "takes effect" and the day: "from", "on", "kể từ ngày". */
const gap = 4
/** Words from the number to the words by which its title begins: date and issuer stand between. */
const reach = 16
/** Words that say what the title is of: "the Scheme", "Đề án". */
const kind = 4

const opening = new Set(['"', '“', '«', '‘'])
const closing = new Set(['"', '”', '»', '’'])

/** The day that the sentence gives after "takes effect": "Decree 143/2018/ND-CP takes effect on December 1, 2018". */
const inForceFrom = (draft: Draft, until: number, context: DocumentContext): string | null => {
  const { scan, whens } = draft.reading
  const [hit] = scan.within('in_force', draft.mention.last + 1, until)
  if (hit === undefined) return null
  const when = whens.find(({ first, is }) => first > hit.last && first - hit.last <= gap && is === 'day')
  return when === undefined || when.last > draft.sentence.last ? null : periodOf(when, context.anchor)
}

/** Whether words[at] belong to what stands between a number and its title: `dated June 3, 2020 of the Prime Minister`. */
const isBetween = (draft: Draft, at: number): boolean => {
  const { scan, whens } = draft.reading
  const has = ({ first, last }: { first: number; last: number }): boolean => first <= at && at <= last
  return (
    whens.some(has) ||
    ['legal_dated', 'legal_giver', 'authority', 'place'].some((category) => scan.all(category).some(has))
  )
}

/**
 * The title as the text quotes it: `Decision 749/QD-TTg dated June 3, 2020 of the Prime Minister approving the "National Digital
 * Transformation Program by 2025"`. A title that stands without quotation marks has no end that can be known.
 */
const quotedTitle = (draft: Draft, until: number): string | null => {
  const { scan } = draft.reading
  const from = draft.mention.last + 1
  let first = from
  while (first - from < reach && first <= until && scan.from('legal_about', first) === undefined) {
    if (!isBetween(draft, first)) return null
    first += 1
  }
  const about = scan.from('legal_about', first)
  if (about === undefined) return null
  let quote = about.last + 1
  while (quote <= about.last + kind && scan.words[quote]?.kind === 'word') quote += 1
  if (!opening.has(scan.norm(quote))) return null
  let last = quote + 1
  while (last <= until && !closing.has(scan.norm(last))) last += 1
  return last > until || last === quote + 1 ? null : scan.slice(quote + 1, last - 1).replace(/\s+/gu, ' ')
}

/** What a text states of a legal document besides its number: the title it quotes, the day from which it is in force. */
export const legalStatements = (
  drafts: readonly Draft[],
  ids: ReadonlyMap<Draft, string>,
  context: DocumentContext,
): LegalStatement[] => {
  const legal = drafts.filter(({ kind, number }) => kind === 'legal_document' && number !== null)
  return legal.flatMap((draft, index) => {
    const before = legal[index - 1]
    const after = legal[index + 1]
    const isSame = (other: Draft | undefined): boolean =>
      other?.reading === draft.reading && other.sentence === draft.sentence && other.number !== draft.number
    const until = isSame(after) ? after!.mention.first - 1 : draft.sentence.last
    // "Circular 01 guiding Decree 02 takes effect on July 1": which of the two does, the words do not say.
    const day = isSame(before) ? null : inForceFrom(draft, until, context)
    const title = quotedTitle(draft, until)
    const said = { number: draft.number!, claim: ids.get(draft)! }
    return [
      ...(title === null ? [] : [{ ...said, field: 'title' as const, value: title }]),
      ...(day === null ? [] : [{ ...said, field: 'in_force_from' as const, value: day }]),
    ]
  })
}
