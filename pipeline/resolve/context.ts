import type { CompiledCatalog, Language } from '../../catalog/compile.ts'
import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Ground } from './draft.ts'
import type { HomePlace } from './home-place.ts'
import type { Anchor } from './periods.ts'
import type { SeparatorProfile } from './separator-profile.ts'

/** What a document says of itself as a whole, and its passages read. */
export interface DocumentContext {
  readonly catalog: CompiledCatalog
  readonly language: Language
  readonly readings: readonly PassageReading[]
  /** The day of the text, as it says, or null. */
  readonly dateline: { readonly when: When; readonly period: string; readonly ground: Ground } | null
  /** From which day relative words count; empty where the text has no date. */
  readonly anchor: Anchor
  readonly title: PassageReading | null
  /** The country the text speaks of, and the part of it where the text is local. */
  readonly home: HomePlace | null
  readonly region: HomePlace | null
  /** The one part of the country that a text which is not local names: what "the city" means in it. */
  readonly loneRegion: HomePlace | null
  /** The subject that the text names more than all others together, or null. */
  readonly mainTopic: (Ground & { readonly term: string }) | null
  /** How often the text names each subject, and where first. */
  readonly subjects: ReadonlyMap<string, { readonly count: number; readonly ground: Ground }>
  /** Whether the text is about what the catalog knows. */
  readonly isOnSubject: boolean
  /** Terms that name a subject, not an aspect of one: the first cue of each indicator. */
  readonly topics: ReadonlySet<string>
  /** Every term that is a cue of an indicator. */
  readonly cueTerms: ReadonlySet<string>
  /** Names of things counted that are people. */
  readonly people: ReadonlySet<string>
  /** What its numerals look like where they leave no doubt. */
  readonly separators: SeparatorProfile
}
