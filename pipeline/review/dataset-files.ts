import { readFile, realpath } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** What a dataset holds that a page may ask for; nothing else is given out. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
}

/** Name of one file or folder: not one above it, not a hidden one, and no path of its own. */
const isName = (part: string): boolean => part !== '' && !part.startsWith('.') && !/[/\\:\0]/u.test(part)

/** A page that `provenum review` serves may ask it to save, and knows that it can; published pages may ask nobody. */
const opened = (page: string): string =>
  page
    .replace(/form-action (?<quote>'|&#x27;)none\k<quote>/u, '$&; connect-src $<quote>self$<quote>')
    .replace(/^<!DOCTYPE html><html /u, '<!DOCTYPE html><html data-review="on" ')

/**
 * A file of a dataset, for its path in parts; null where there is none that may be read. Links are not followed, wherever they lead.
 */
export const datasetFile = async (
  dataset: string,
  parts: readonly string[],
): Promise<{ readonly type: string; readonly body: Buffer | string } | null> => {
  const type = types[extname(parts.at(-1) ?? '')]
  if (type === undefined || !parts.every(isName)) return null
  try {
    const root = await realpath(dataset)
    const path = join(root, ...parts)
    if ((await realpath(path)) !== path) return null
    const bytes = await readFile(path)
    return { type, body: path.endsWith('.html') ? opened(bytes.toString('utf8')) : bytes }
  } catch {
    return null
  }
}
