import type { Hit } from '../../catalog/lexicon.ts'
import type { When } from '../../extractors/grammar/calendar.ts'
import type { TestedReading } from '../../extractors/grammar/choose-reading.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { EvidenceField } from '../../schemas/claim.ts'
import type { Direction, Measure, Status } from '../../schemas/mention.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { Sentence } from '../extract/sentences.ts'

/** Words of some passage that say a field, the rule that took them, and whether the text states it or it is implied. */
export interface Ground {
  readonly reading: PassageReading
  readonly first: number
  readonly last: number
  readonly rule: string
  readonly stated: boolean
}

/** A term of the catalog that was found for a claim: which, where, and how far from the number (0 is beside it). */
export interface TermUse {
  readonly term: string
  readonly cost: number
  readonly ground: Ground
}

/** A claim while its fields are being found. Resolvers fill it in the order of `resolvers`. */
export interface Draft {
  readonly reading: PassageReading
  readonly mention: Mention
  readonly sentence: Sentence
  /** Words between the boundary before the mention and the mention; and from the mention to the boundary after it. */
  readonly head: Window
  readonly tail: Window
  /** The claim before it in the same sentence, and the one after. */
  previous: Draft | null
  next: Draft | null
  /** The claim before it in the document. */
  before: Draft | null
  /** The claim of another currency in brackets says the same as the one right before the brackets. */
  twin: Draft | null
  /** What a list with "respectively" gives this number. */
  respective: {
    readonly term: Hit | null
    readonly place: Hit | null
    readonly when: When | null
    /** Of a list of changes: the figure that it is the change of. */
    readonly changed: Draft | null
  } | null
  /** Power of ten that a table's header gives the number. */
  headerScale: number | null
  /** Both readings of the numeral with their tests, where its one separator leaves two; else none. The locale's stands first. */
  readings: readonly TestedReading[]
  kind: Mention['kind']
  value: string | null
  low: string | null
  high: string | null
  unit: string | null
  modifier: Mention['modifier']
  measure: Measure | null
  direction: Direction | null
  status: Status | null
  period: string | null
  baseline: string | null
  place: string | null
  of: string | null
  indicator: string | null
  subject: string | null
  facet: string | null
  number: string | null
  type: string | null
  issued: string | null
  issuer: string | null
  terms: readonly TermUse[]
  readonly grounds: Map<EvidenceField, Ground>
  readonly flags: Set<string>
}

/** A run of words, both ends included; empty where last < first. */
export interface Window {
  readonly first: number
  readonly last: number
}
