import type { FindData, FoundDocument } from './find/index-shape.ts'

/** A claim of a page, as far as its scripts need it to cite it and to rule on it. */
export interface PageClaim {
  readonly id: string
  /** What it is of, in words. */
  readonly about: string
  /** Which of the page's documents. */
  readonly document: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
  /** Which of the page's sentences. */
  readonly sentence: number
  /** Its place in the report, from this page. */
  readonly link: string
  readonly observation: string | null
}

/** An observation of which the page shows claims, and what a ruling on it must still find. */
export interface PageObservation {
  readonly id: string
  /** The hash by which a ruling knows its claims: SHA-256, in hex, of their sorted ids on lines of their own. */
  readonly evidence: string
  /** Its claims, from which a ruling beside a rejection makes the hash anew; null where there are too many for a page. */
  readonly claims: readonly string[] | null
  readonly candidates: readonly string[]
  /** Id of the ruling that it has. */
  readonly decision: string | null
}

/** The JSON that stands in every page for its scripts. */
export interface PageData {
  /** Path of the dataset's folder from the page. */
  readonly root: string
  readonly language: string
  readonly words: Readonly<Record<string, string>>
  readonly documents: readonly FoundDocument[]
  readonly sentences: readonly string[]
  readonly claims: readonly PageClaim[]
  readonly observations: readonly PageObservation[]
  /** JSON Schema of a ruling. */
  readonly decision: object
  /** On the find page alone. */
  readonly find?: FindData
}
