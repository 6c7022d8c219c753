import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Element } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { localStages } from '../../pipeline/local-stages.ts'
import { runWith } from '../../pipeline/run.ts'
import type { Dataset } from '../../schemas/dataset.ts'

/** A page of a report as it was written: its text and its elements. */
export interface Page {
  readonly path: string
  readonly html: string
  readonly elements: readonly Element[]
}

export interface Built {
  readonly dataset: Dataset
  /** By path from the folder of the dataset. */
  readonly pages: ReadonlyMap<string, Page>
  /** Every file of the dataset, by the same paths. */
  readonly files: ReadonlySet<string>
}

const read = (path: string, html: string): Page => {
  const tree = parseDocument(html)
  return { path, html, elements: DomUtils.findAll(() => true, tree.children) }
}

/** Runs everything over texts given by the paths of their files, and reads the report that comes of it. */
export const built = async (texts: Readonly<Record<string, string>>): Promise<Built> => {
  const base = mkdtempSync(join(tmpdir(), 'provenum-report-'))
  try {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(base, 'in', path)), { recursive: true })
      writeFileSync(join(base, 'in', path), text)
    }
    const out = join(base, 'out')
    const { dataset } = await runWith(localStages, { inputs: [join(base, 'in')], out, cache: join(base, 'cache') })
    const files = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    const pages = files
      .filter((path) => path.endsWith('.html'))
      .map((path) => read(path, readFileSync(join(out, path), 'utf8')))
    return { dataset, pages: new Map(pages.map((page) => [page.path, page])), files: new Set(files) }
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

export const textOf = (element: Element): string => DomUtils.textContent(element)

export const all = (page: Page, test: (element: Element) => boolean): Element[] => page.elements.filter(test)

export const withClass =
  (name: string) =>
  (element: Element): boolean =>
    (element.attribs.class ?? '').split(' ').includes(name)
