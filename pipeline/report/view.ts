import { posix } from 'node:path'
import type { ClaimRow } from '../../schemas/claim.ts'
import type { DocumentRow } from '../../schemas/document.ts'
import type { Check } from '../../schemas/observation.ts'
import { htmlText } from './document/html-runs.ts'
import { mostChecks } from './pages.ts'
import type { Site } from './site.ts'
import type { Words } from './words.ts'

/** A site seen from one page: in one language, with links relative to the page, so that they work from a disk as from a web server. */
export interface View {
  readonly site: Site
  readonly words: Words
  /** Path of the page from the folder of its language. */
  readonly path: string
  /** A link to a page of the same language, by its path with the fragment. A page links to its own parts by the fragment alone. */
  readonly link: (path: string) => string
  /** A link to a file of the dataset. */
  readonly file: (name: string) => string
  /** The same page in another language. */
  readonly inLanguage: (language: string) => string
  readonly claimLink: (claim: string) => string
  readonly observationLink: (observation: string) => string
  /** Where a check is told in full; null where it is told nowhere. */
  readonly checkLink: (check: Check) => string | null
}

/** Folder of a language in the report: the first language stands at its root. */
export const folderOf = (language: string, languages: readonly string[]): string =>
  language === languages[0] ? '' : `${language}/`

export const viewOf = (site: Site, words: Words, languages: readonly string[], path: string): View => {
  const own = `${folderOf(words.language, languages)}${path}`
  const relative = (to: string): string => posix.relative(posix.dirname(own), to) || '.'
  const link = (to: string): string => {
    const [page, fragment] = to.split('#') as [string, string | undefined]
    const hash = fragment === undefined ? '' : `#${fragment}`
    return page === path && hash !== '' ? hash : `${relative(`${folderOf(words.language, languages)}${page}`)}${hash}`
  }
  return {
    site,
    words,
    path,
    link,
    file: (name) => relative(`../${name}`),
    inLanguage: (language) => relative(`${folderOf(language, languages)}${path}`),
    claimLink: (claim) => link(site.pages.ofClaim.get(claim)!),
    observationLink: (observation) => link(site.pages.ofObservation.get(observation)!),
    checkLink: ({ id, observation_id }) => {
      if (observation_id === null) return null
      const isShown = site
        .checksOn(observation_id)
        .slice(0, mostChecks)
        .some((each) => each.id === id)
      return isShown ? link(`${site.pages.ofObservation.get(observation_id)!.split('#')[0]}#k-${id}`) : null
    },
  }
}

/** The characters of a claim as they read: in a page of HTML without tags and entities. */
export const exactOf = ({ document, selector }: ClaimRow, { site }: View): string =>
  site.documents.get(document)?.format === 'html' ? htmlText(selector.exact) : selector.exact

/** Title of a document on one line, or its name. */
export const titleOf = ({ title, document }: DocumentRow): string => title?.replace(/\s+/gu, ' ').trim() || document

/** "Participation, Viet Nam, 2021-12-31": what a claim is of, as far as it is known. */
export const about = ({ indicator, subject, place, period }: ClaimRow, { words }: View): string =>
  [
    indicator === null ? subject : words.indicator(indicator),
    place === null ? null : words.place(place),
    period === null ? null : words.period(period),
  ]
    .filter((each) => each !== null)
    .join(', ')
