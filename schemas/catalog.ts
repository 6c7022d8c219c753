import { z } from 'zod'

/** `catalog.yaml`: what a catalog is, and the languages its terms are written in. */
export const Manifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z\d-]*$/u),
  title: z.string(),
  description: z.string(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/u))
    .min(1)
    .describe('ISO 639-1; every term should be said in each (terms/<language>.yaml).'),
})
export type Manifest = z.infer<typeof Manifest>

/** A text in several languages, by ISO 639-1 code. */
export const Words = z.record(z.string(), z.string())

/** Phrases: words with spaces between; a word that ends in * matches every word that begins so. Case does not matter. */
export const Phrases = z.array(z.string().min(1))

export const Nature = z.enum(['stock', 'flow', 'share', 'rate', 'index', 'duration'])

/** An indicator: what a claim is a figure of. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*(?:\.[a-z_]+)?$/u),
  label: Words,
  definition: Words,
  unit: z.string().describe('Unit of a level: percent, currency, hour, or the thing counted.'),
  nature: Nature.describe('A stock is as of a day, a flow is over a period, a share is a percentage of a whole.'),
  partitioned: z
    .boolean()
    .default(false)
    .describe(
      'True where one text usually splits it (by package, by mode): claims without a facet are never grouped across documents.',
    ),
  of: z.string().nullable().default(null).describe('Usual whole of a share.'),
  wholes: z
    .array(z.string())
    .default([])
    .describe(
      'Further wholes (denominators) it may be a share of; a percentage of any other whole is a part of another indicator.',
    ),
  cues: z
    .array(z.array(z.string()).min(1))
    .min(1)
    .describe('All of these must be said, each by any one of the terms listed (terms/<language>.yaml).'),
  assumes: z.array(z.string()).default([]).describe('Terms that add weight, and may be left unsaid.'),
  unless: z.array(z.string()).default([]).describe('Terms near the number that rule it out.'),
  yields_to: z
    .array(z.string())
    .default([])
    .describe('Terms that rule it out wherever the sentence, its heading or the title names them.'),
  units: z.array(z.string()).default([]).describe('Further units in which the text may count it.'),
  implied: z
    .boolean()
    .default(false)
    .describe(
      'Whether people, or a share of its whole, beside the first cue alone are it: "voluntary social insurance 1.45 million people" take part in it, but "a union at a mill with 3,600 workers" has no such members.',
    ),
  as_share: z
    .boolean()
    .default(false)
    .describe('Whether a bare percentage can be it: a debt as a share of what is due.'),
  bounds: z
    .strictObject({
      min: z.string().nullable().default(null),
      max: z.string().nullable().default(null).describe('A number, or "population" for that of the place.'),
    })
    .default({ min: null, max: null }),
  totals_from: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'The least amount, by currency, that can be a total of it; "other" is for every other currency. 351,000 dong are what one person pays or is paid, and no expenditure of a fund.',
    ),
  exceeds: z
    .strictObject({ indicator: z.string(), unit: z.string() })
    .nullable()
    .default(null)
    .describe(
      'Where the value breaks the bound: the indicator and unit that it must be instead ("125.96 million people receiving health insurance" are visits).',
    ),
})
export type Indicator = z.infer<typeof Indicator>

/**
 * A relation between indicators that arithmetic can check (reconciliation, section 3.1). It says nothing of documents:
 * the pipeline binds it to every place and period that it has claims for. What no text states (the labour force, the
 * base year) is a latent quantity, solved as an interval. A `soft` relation informs and speaks against no claim.
 */
export const IndicatorRelation = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('share'), share: z.string(), part: z.string(), whole: z.string() })
    .describe(
      'share = part / whole. The whole of a claim is what its `of` says, and `whole` is the usual one; where `whole` is an indicator, it is that, said or not: the labour force of an unemployment rate.',
    ),
  z
    .strictObject({ type: z.literal('place_share'), of: z.string(), indicator: z.string() })
    .describe(
      'A share `of` this whole at a place is its figure of the indicator over that of the place it is part of.',
    ),
  z.strictObject({ type: z.literal('sum'), total: z.string(), parts: z.array(z.string()).min(2) }),
  z
    .strictObject({
      type: z.literal('bound'),
      lesser: z.string(),
      greater: z.string().describe('An indicator, or a denominator such as population.'),
      soft: z.boolean().default(false),
    })
    .describe('lesser <= greater, at one place and time.'),
  z
    .strictObject({ type: z.literal('part_of_change'), change: z.string(), parts: z.array(z.string()).min(1) })
    .describe('Figures of the parts, all facets together, are causes of a change: their sum is not above it.'),
  z
    .strictObject({
      type: z.literal('per_unit'),
      amount: z.string(),
      count: z.string(),
      unit: z.string(),
      low: z.string(),
      high: z.string(),
    })
    .describe('amount / count, said together, lies in a band.'),
  z
    .strictObject({
      type: z.literal('quotient'),
      amount: z.string(),
      count: z.string(),
      low: z.string(),
      high: z.string(),
    })
    .describe('amount / count of one place and period lies in a band; soft.'),
  z
    .strictObject({ type: z.literal('pace'), indicator: z.string(), low: z.string(), high: z.string() })
    .describe(
      'A flow over part of a year, brought to twelve months, over that of the year before lies in a band; soft.',
    ),
  z
    .strictObject({ type: z.literal('path'), indicator: z.string(), direction: z.enum(['rising', 'falling']) })
    .describe('Goals move one way with their horizons; soft.'),
  z
    .strictObject({ type: z.literal('latent'), of: z.string(), yearly_rise: z.string(), yearly_fall: z.string() })
    .describe(
      'A whole that texts seldom state, and how many percent a year it can rise or fall; faster is another whole.',
    ),
  z
    .strictObject({ type: z.literal('same_series'), indicators: z.array(z.string()).min(2) })
    .describe('May be one series in several units; a hint, never a pair.'),
])
export type IndicatorRelation = z.infer<typeof IndicatorRelation>

/** What a percentage can be a share of. */
export const Denominator = z.strictObject({
  id: z.string(),
  same: z.array(z.string()).default([]).describe('Ids that mean the same whole.'),
  near: z.array(z.string()).default([]).describe('Ids that are near, but not the same.'),
  total_of: z
    .array(z.string())
    .default([])
    .describe(
      'Indicators that it is the total of, whatever their unit: a percentage of it carries theirs ("35% of all spending"). "any" stands for whatever is planned or split: "72% of the plan".',
    ),
  gives_way: z
    .boolean()
    .default(false)
    .describe('Whether another whole that follows it is the one meant: "of the total number of participants".'),
  terms: z.record(z.string(), Phrases).describe('How each language says it.'),
})
export type Denominator = z.infer<typeof Denominator>

/** A unit of measure or a thing counted. */
export const Unit = z.strictObject({
  id: z.string().describe('Singular English, or an ISO 4217 code.'),
  kind: z.enum(['count', 'money', 'duration', 'quantity']),
  terms: z.record(z.string(), Phrases).default({}),
  before: Phrases.default([]).describe('Signs that stand before the number, in any language: US$, VND.'),
  after: Phrases.default([]).describe('Signs that stand after the number, in any language: VND, km.'),
  whole: z
    .boolean()
    .default(false)
    .describe('True for a currency without small coin: amounts have no decimals, "500.000" of it is half a million.'),
  family: z
    .string()
    .nullable()
    .default(null)
    .describe('Of money: the word that several currencies share. In a text of a country its own is meant.'),
  instead_of: z
    .strictObject({
      unit: z.string().describe('The other unit of the same name.'),
      near: z.record(z.string(), Phrases).describe('Words of the clause that mean this one: weighs 300 pounds.'),
    })
    .nullable()
    .default(null)
    .describe('Another unit that is called alike, and the words that tell this one from it.'),
  heads: z
    .record(z.string(), Phrases)
    .default({})
    .describe('Subjects of which a bare number counts it: the population is 8.4 million.'),
  base: z
    .string()
    .nullable()
    .default(null)
    .describe('The unit it is a multiple or a kind of: metre for kilometre, person for employee.'),
  factor: z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u)
    .nullable()
    .default(null)
    .describe('How many of `base` one of it is: 1000; null for a kind. Values are kept in the unit written.'),
})
export type Unit = z.infer<typeof Unit>

const Day = z.iso.date()

/** A place with its code, names and the days between which it existed. A code may recur, with other days. */
export const Place = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/u),
  parent: z.string().nullable().default(null),
  names: z.record(z.string(), z.array(z.string()).min(1)).describe('By language; the first is the standard name.'),
  adjectives: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Words for what is of the place: Vietnamese, Filipino.'),
  beside: z
    .array(z.string())
    .default([])
    .describe(
      'Names that are also common words, people or other places: they are this place only beside a word such as "province", or another place of its parent.',
    ),
  cities: z
    .array(z.string())
    .default([])
    .describe(
      'Cities by which a text is told to speak of the country: "COLOMBO, May 28". They are the place of no figure.',
    ),
  valid_from: Day.nullable().default(null).describe('First day; null where it is as old as any text.'),
  valid_to: Day.nullable().default(null).describe('Last day; null where it still is.'),
  successor: z.string().nullable().default(null).describe('Code of the place it became part of.'),
  fiscal_start: z
    .int()
    .min(1)
    .max(12)
    .nullable()
    .default(null)
    .describe('Month in which its fiscal years begin, where that is not January.'),
  population: z
    .string()
    .regex(/^\d+$/u)
    .nullable()
    .default(null)
    .describe('Round upper bound of its population, for plausibility only.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u)
    .nullable()
    .default(null),
})
export type Place = z.infer<typeof Place>

/** Who issues documents or says figures. */
export const Authority = z.strictObject({
  id: z.string(),
  name: z.string().describe('Standard English name, as `issuer` holds it.'),
  names: z.record(z.string(), z.array(z.string())).default({}),
  class: z.int().min(0).max(5),
  place: z.string().nullable().default(null).describe('ISO 3166 code of what it governs or covers.'),
  local: z
    .string()
    .nullable()
    .default(null)
    .describe('Name of its office in a province, where {place} is the province: "{place} People\'s Committee".'),
  suffixes: z
    .array(z.string())
    .default([])
    .describe('Endings of document numbers that are its own: "QD-TTg", "NQ/TW", "BHXH".'),
  reason: z.string().describe('Why it has this class.'),
})
export type Authority = z.infer<typeof Authority>

/** A type of legal document. */
export const LegalType = z.strictObject({
  id: z.string().describe('Standard English name: Decision, Decree ...'),
  codes: z.array(z.string()).default([]).describe('Letters in a number that say it: QD, ND, NQ.'),
  terms: z.record(z.string(), Phrases).default({}),
})
export type LegalType = z.infer<typeof LegalType>
