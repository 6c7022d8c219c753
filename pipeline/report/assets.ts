import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../catalog/package-root.ts'

/** The kinds of page; each has a script and a style of its own name in client/pages and style/pages. */
export type PageKind = 'overview' | 'document' | 'observation' | 'find'

export interface Asset {
  readonly script: string
  readonly style: string
}

/**
 * What the browser gets beside the page, by kind of page, as `npm run build` bundled it.
 * Throws an Error that says how to mend it where it is not built.
 */
export const readAssets = (): Readonly<Record<PageKind, Asset>> => {
  const folder = join(packageRoot(), 'dist', 'pipeline', 'report', 'client')
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim()
    } catch {
      throw new Error(`${name} of the report is not built; run "npm run build"`)
    }
  }
  const asset = (kind: PageKind): Asset => ({ script: read(`${kind}.js`), style: read(`${kind}.css`) })
  return {
    overview: asset('overview'),
    document: asset('document'),
    observation: asset('observation'),
    find: asset('find'),
  }
}
