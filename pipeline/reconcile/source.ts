import type { SourceFacts, SourceList } from '../../schemas/document.ts'
import type { DocumentFigures } from '../../schemas/result.ts'
import type { Knowledge } from './knowledge.ts'
import { daysOf } from './period.ts'

/** Who stands behind a document, and between which days it was written. Days are ISO 8601; null is unknown. */
export interface Source {
  readonly document: string
  /** Authority id of who says the figures, not of who prints them. */
  readonly origin: string | null
  /** 0 legal text, 1 producing agency, 2 other state body, 3 news agency, 4 other press, 5 unknown. From the catalog alone. */
  readonly origin_class: number
  /** The report that the text is a copy of, named by the first document of its cluster. */
  readonly report: string
  readonly event: string | null
  readonly asserted_not_before: string | null
  readonly asserted_not_after: string | null
  /** False where the date of the page lies before something that its text reports. */
  readonly page_date_trusted: boolean | null
}

const unknownClass = 5

const firstDay = (date: string | null): string | null => daysOf(date)?.first ?? null
const lastDay = (date: string | null): string | null => daysOf(date)?.last ?? null

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

/** First day on which the latest legal document that the text names can have been issued. */
const latestEvent = (result: DocumentFigures): string | null =>
  result.claims.reduce<string | null>(
    (latest, claim) => (claim.kind === 'legal_document' ? later(latest, firstDay(claim.issued)) : latest),
    null,
  )

/**
 * Between which days a text was written: what is known of the source; else its dateline, unless the text names
 * something later; else not before the latest thing that it names. An upper limit comes only from a date that is trusted.
 */
const asserted = (
  result: DocumentFigures,
  facts: SourceFacts | undefined,
): Pick<Source, 'asserted_not_before' | 'asserted_not_after' | 'page_date_trusted'> => {
  const page = facts?.published ?? result.dateline
  const known = {
    from: firstDay(facts?.asserted_not_before ?? null),
    to: lastDay(facts?.asserted_not_after ?? null),
  }
  const event = later(known.from, latestEvent(result))
  const pageDays = { from: firstDay(page), to: lastDay(page) }
  const trusted = pageDays.to === null ? null : event === null || pageDays.to >= event
  return {
    asserted_not_before: trusted && known.from === null ? later(pageDays.from, event) : event,
    asserted_not_after: known.to ?? (trusted ? pageDays.to : null),
    page_date_trusted: trusted,
  }
}

/** The source of a document: what `sources.yaml` knows of it, and what its own text says. */
export const sourceOf = (
  result: DocumentFigures,
  facts: SourceList,
  knowledge: Knowledge,
  report = result.document,
): Source => {
  const known = facts[result.document]
  const origin = known?.origin ?? null
  return {
    document: result.document,
    origin,
    origin_class: (origin === null ? undefined : knowledge.authorities.get(origin)?.class) ?? unknownClass,
    report,
    event: known?.event ?? null,
    ...asserted(result, known),
  }
}
