import type { Catalog } from '../../catalog/load.ts'
import type { DatasetRows } from '../../schemas/dataset.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { ParsedDocument } from '../../schemas/passage.ts'
import { readAssets } from './assets.ts'
import { documentPage } from './document/document-page.ts'
import { shownText } from './document/reading.ts'
import { findLabels } from './find/find-labels.ts'
import { findPage } from './find/find-page.ts'
import { type ClaimRecords, writeFind } from './find/write-find.ts'
import { readMethod } from './method.ts'
import { methodPage } from './method-page.ts'
import { indicatorPage } from './observation/indicator-page.ts'
import { overviewPage } from './overview/overview-page.ts'
import { type PageParts, pageHtml } from './shell.ts'
import { siteOf } from './site.ts'
import { folderOf, type View, viewOf } from './view.ts'
import { interfaceLanguages, wordsOf } from './words.ts'

export interface ReportInput {
  readonly dataset: DatasetRows
  readonly catalog: Catalog
  /** Version of Provenum. */
  readonly version: string
  /** Reviewers' rulings, as the dataset was made with. */
  readonly decisions: readonly Decision[]
  /** The text of a document as it was read, or null where it cannot be found. Asked for one document at a time. */
  readonly textOf: (row: DocumentRow) => Promise<string | null>
  readonly parse: (text: string) => ParsedDocument
  /** Claims as records of claims.csv, for the table that the find page gives. */
  readonly records: ClaimRecords
}

/** Writes one file, given by its path from the folder of the report. */
export type WritePage = (path: string, pieces: Iterable<string>) => Promise<unknown>

/**
 * Writes the audit report page by page: no more than one document's text is held at a time. A pure function of the dataset, the texts, the
 * catalog and the version. Gives the documents whose text was not found.
 */
export const writeReport = async (input: ReportInput, write: WritePage): Promise<string[]> => {
  const { dataset, catalog } = input
  const assets = readAssets()
  const languages = interfaceLanguages(catalog)
  const site = siteOf({ ...input, method: readMethod(languages) })
  const voices = languages.map((language) => wordsOf(catalog, language))
  const put = async (path: string, page: (view: View) => PageParts): Promise<void> => {
    for (const words of voices) {
      const view = viewOf(site, words, languages, path)
      const parts = page(view)
      await write(`${folderOf(words.language, languages)}${path}`, [
        pageHtml(view, languages, assets[parts.kind], parts),
      ])
    }
  }
  await put('index.html', overviewPage)
  const find = await writeFind(site, input.records, write)
  await put('find.html', (view) =>
    findPage(view, {
      ...find,
      base: folderOf(view.words.language, languages) === '' ? '' : '../',
      point: view.words.point,
      labels: findLabels(site, view.words),
    }),
  )
  await put('method.html', methodPage)
  for (const [indicator, parts] of site.pages.indicators)
    for (const part of parts) await put(part.path, (view) => indicatorPage(indicator, part, view))
  const unfound: string[] = []
  for (const row of dataset.documents) {
    const text = await input.textOf(row)
    if (text === null) unfound.push(row.document)
    const shown = text === null ? null : shownText({ text, parsed: input.parse(text) })
    for (const part of site.pages.documents.get(row.document)!)
      await put(part.path, (view) => documentPage(row, part, shown, view))
  }
  return unfound
}
