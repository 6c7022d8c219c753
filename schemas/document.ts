import { z } from 'zod'
import { Period } from './span.ts'

export const Format = z.enum(['plain', 'markdown', 'html'])
export type Format = z.infer<typeof Format>

/** One file as it was read: the bytes' hash and the decoded text. The byte-order mark is gone, line ends are kept. */
export interface SourceFile {
  /** Name of the document: the file's name without its ending, made unique by its folders or its ending. */
  readonly name: string
  /** POSIX path relative to the folder that was given, or the file's name. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly text: string
}

/** What is known of a source and is not in its text (`seeds/sources.yaml`). Unknown is null. */
export const SourceFacts = z.strictObject({
  title: z.string().nullable().default(null),
  url: z.url().nullable().default(null),
  publisher: z.string().nullable().default(null).describe('Who printed the page.'),
  origin: z.string().nullable().default(null).describe('Authority id of who says the figures (authorities.yaml).'),
  published: Period.nullable().default(null),
  published_rule: z.string().nullable().default(null).describe('How the date of publication is known.'),
  asserted_not_before: Period.nullable().default(null),
  asserted_not_after: Period.nullable().default(null),
  lang: z.string().nullable().default(null),
  translated: z.boolean().nullable().default(null),
  report: z.string().nullable().default(null).describe('Cluster of texts that are copies of one report.'),
  event: z.string().nullable().default(null).describe('The conference, release or decision the text reports.'),
})
export type SourceFacts = z.infer<typeof SourceFacts>

export const SourceList = z.record(z.string(), SourceFacts)
export type SourceList = z.infer<typeof SourceList>

/** One row of `documents`. */
export const DocumentRow = z.object({
  document: z.string().describe('Name of the document, the key of this table.'),
  path: z.string().describe('POSIX path relative to the folder that was given.'),
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/u)
    .describe('SHA-256 of the file, in hex.'),
  bytes: z.int().describe('Size of the file in bytes.'),
  chars: z.int().describe('Length of the decoded text in Unicode code points.'),
  format: Format.describe('How the text was parsed; judged by its content.'),
  lang: z.string().nullable().describe('Main language of the text (ISO 639-1).'),
  title: z.string().nullable().describe('Title, from the text or from sources.yaml.'),
  dateline: Period.nullable().describe('Date of the text as the text gives it.'),
  place: z.string().nullable().describe('Place the text as a whole speaks of (ISO 3166).'),
  url: z.string().nullable().describe('Address of the live page, from sources.yaml.'),
  publisher: z.string().nullable().describe('Who printed the page, from sources.yaml.'),
  origin: z.string().nullable().describe('Who says the figures (an authority of the catalog).'),
  origin_class: z
    .int()
    .nullable()
    .describe(
      'Class of the origin: 0 legal text, 1 producing agency, 2 other state body, 3 news agency, 4 other press, 5 unknown.',
    ),
  published: Period.nullable().describe('Date of publication.'),
  published_rule: z.string().nullable().describe('How the date of publication is known.'),
  asserted_not_before: Period.nullable().describe('Earliest day on which the text can have been written.'),
  asserted_not_after: Period.nullable().describe('Latest day on which the text can have been written.'),
  translated: z.boolean().nullable().describe('Whether the text is a translation.'),
  report_cluster: z.string().nullable().describe('Cluster of texts that are copies of one report.'),
  event: z.string().nullable().describe('The event the text reports.'),
  page_date_trusted: z.boolean().nullable().describe('False where the page date contradicts the text.'),
  claims: z.int().describe('Number of claims.'),
  unclaimed: z.int().describe('Number of runs with digits that are no claim.'),
})
export type DocumentRow = z.infer<typeof DocumentRow>
