import { h } from 'hastscript'
import type { DocumentRow } from '../../../schemas/document.ts'
import type { ParsedDocument } from '../../../schemas/passage.ts'
import type { DocumentPart } from '../pages.ts'
import { reviewData } from '../review-data.ts'
import type { PageParts } from '../shell.ts'
import type { View } from '../view.ts'
import { articleOf } from './article.ts'
import { sheetOf } from './sheet.ts'

/** A document's text as it was read; null where it could not be found again. */
export interface DocumentText {
  readonly text: string
  readonly parsed: ParsedDocument
}

export const titleOf = ({ title, document }: DocumentRow): string => title?.replace(/\s+/gu, ' ').trim() || document

/** A page of a document: its text with every claim in its place, and the audit sheet of each. */
export const documentPage = (
  row: DocumentRow,
  part: DocumentPart,
  text: DocumentText | null,
  view: View,
): PageParts => {
  const { site, words } = view
  const claims = part.claims.map(({ id }) => site.claims.get(id)!)
  const title = titleOf(row)
  return {
    kind: 'document',
    title,
    trail: [['index.html', words.say('overview')]],
    data: reviewData(claims, view),
    main: [
      h('h1', title),
      h('div', { className: 'reading' }, [
        h(
          'article',
          { className: 'text', lang: row.lang ?? undefined, dataDocument: row.document },
          text === null ? [] : articleOf(text.text, text.parsed, part, view, site.unclaimedOf(row.document)),
        ),
        h(
          'section',
          { className: 'sheets', ariaLabel: words.say('sheets'), tabIndex: 0 },
          claims.map((claim) => sheetOf(claim, view)),
        ),
      ]),
    ],
  }
}
