/** A document as search and citation know it. */
export interface FoundDocument {
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly path: string
  readonly sha256: string
}

/**
 * Some claims in the order of the dataset, column by column: each list has one item a claim. It is written when the report is made, and read by the
 * page that searches.
 */
export interface IndexPart {
  readonly id: readonly string[]
  /** Page of the claim: path from the folder of the language, with the fragment. */
  readonly page: readonly string[]
  /** Which document of the list of documents. */
  readonly document: readonly number[]
  readonly kind: readonly string[]
  readonly indicator: readonly (string | null)[]
  readonly subject: readonly (string | null)[]
  readonly exact: readonly string[]
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly digits: readonly string[]
  /** The value, or low and high parted by "..", or the number of a legal document, in plain digits. */
  readonly value: readonly string[]
  readonly unit: readonly (string | null)[]
  readonly status: readonly (string | null)[]
  /** As the text has it (EDTF), and the last day of it. */
  readonly period: readonly (string | null)[]
  readonly until: readonly (string | null)[]
  readonly place: readonly (string | null)[]
  readonly grade: readonly (string | null)[]
  /** Flags of the claim and of its observation, parted by ";". */
  readonly flags: readonly string[]
  /** Which of the sentences, and the code point of the sentence at which the claim starts. */
  readonly sentence: readonly number[]
  readonly at: readonly number[]
  readonly sentences: readonly string[]
}

/** A script beside the page that holds a part of the data: base64 of deflated JSON. */
export interface PartFile {
  /** Path from the folder of the report. */
  readonly path: string
  /** SHA-256 of the base64 text, in hex. */
  readonly sha256: string
}

/** The data that the find page has in itself: what its parts are, and the words for what they hold. */
export interface FindData {
  readonly documents: readonly PartFile[]
  readonly index: readonly PartFile[]
  /** Records of claims.csv: the script, and how many claims it holds. */
  readonly records: readonly (PartFile & { readonly claims: number })[]
  /** The header line of claims.csv. */
  readonly header: string
  readonly claims: number
  /** Path of the folder of the report from the page. */
  readonly base: string
  /** The sign before a fraction: "." or ",". */
  readonly point: '.' | ','
  /** Names of values: labels.place.VN. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
}
