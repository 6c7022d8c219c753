import { z } from 'zod'
import { Decimal } from './span.ts'

export const Kind = z.enum([
  'percentage',
  'count',
  'money',
  'duration',
  'multiple',
  'rank',
  'quantity',
  'legal_document',
])
export type Kind = z.infer<typeof Kind>

export const Modifier = z.enum([
  'exact',
  'approximately',
  'more_than',
  'nearly',
  'less_than',
  'at_least',
  'at_most',
  'range',
])
export type Modifier = z.infer<typeof Modifier>

export const Measure = z.enum(['level', 'change', 'gap'])
export type Measure = z.infer<typeof Measure>

export const Direction = z.enum(['increase', 'decrease', 'above', 'below'])
export type Direction = z.infer<typeof Direction>

export const Status = z.enum(['actual', 'estimate', 'target'])
export type Status = z.infer<typeof Status>

/** One step from the text to the value, replayable: operation, what went in, what came out, and by which rule. */
export const Step = z.object({ op: z.string(), in: z.string(), out: z.string(), rule: z.string() })
export type Step = z.infer<typeof Step>

/**
 * The tests of a reading. F1: the grammar of numerals allows it. F2: what is counted without a scale word is whole. F3: no bound of
 * the place or the indicator is broken. F4: people write such digits before this scale word. F5: the declared relations with other
 * figures of the text hold. F6: the text writes its other numerals so. F7: another figure of the same series is of this size.
 */
export const FormatTest = z.enum(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'])
export type FormatTest = z.infer<typeof FormatTest>

/** One of the two readings of a numeral whose single separator is followed by three digits. */
export const Reading = z.object({
  name: z.enum(['thousands', 'decimal']).describe('What the separator is taken for.'),
  value: Decimal.describe('The value under this reading, scale word included.'),
  chosen: z.boolean(),
  tests: z.array(
    z.object({
      test: FormatTest,
      outcome: z.enum(['pass', 'fail', 'n/a']),
      text: z.string().describe('What was compared with what.'),
    }),
  ),
})
export type Reading = z.infer<typeof Reading>

/** Why a number is no claim. A stable, public list. */
export const SetAsideReason = z.enum([
  'date',
  'period',
  'clock',
  'phone',
  'address',
  'email',
  'url',
  'identifier',
  'list_marker',
  'page_furniture',
  'name',
  'ordinal',
  'article_reference',
  'footnote',
  'score',
  'standard_level',
  'legal_date',
  'views',
  'page_number',
  'year',
  'coordinates',
  'version',
  'masked',
  'markup',
  'front_matter',
  'link_target',
  'script',
  'code',
  'bare_number',
  'idiom',
  'formula',
])
export type SetAsideReason = z.infer<typeof SetAsideReason>
