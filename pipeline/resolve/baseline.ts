import type { When } from '../../extractors/grammar/calendar.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import { isOfComparative } from './comparative.ts'
import type { DocumentContext } from './context.ts'
import { edtfOf, isBaseline, isCompared, isLegalDate, isOnset } from './dates.ts'
import type { Draft } from './draft.ts'
import { earlierThan, isAhead, isEarlier, spanBefore, yearBefore } from './periods.ts'
import { comparedInHeader } from './table-baseline.ts'
import { isToCome } from './tense.ts'

const reach = 14

/** Claims back within which a change stands among others that are measured against the same. */
const changesBack = 8

const multipleReach = 5

/** "gấp 1,2 lần 9 tháng năm 2022": what a multiple is of stands right after it. */
const afterMultiple = (draft: Draft, when: When): boolean =>
  draft.kind === 'multiple' &&
  // "tripled between 2019 and 2023"
  when.is !== 'year_range' &&
  when.is !== 'span' &&
  when.first > draft.mention.last &&
  (draft.next === null || when.last < draft.next.mention.first) &&
  (when.first - draft.mention.last <= 2 ||
    draft.reading.scan.from('times_compared', draft.mention.last + 1) !== undefined ||
    (when.first - draft.mention.last <= multipleReach &&
      draft.reading.scan.words.slice(draft.mention.last + 1, when.first).every(({ kind }) => kind === 'word') &&
      draft.reading.scan.to('baseline_skip', when.first - 1) !== undefined))

/** "will be raised by 15% from | July 1 this year", said in June: nothing is compared with a day to come. */
export const isStill = (draft: Draft, when: When, context: DocumentContext): boolean => {
  const isPoint = when.is === 'day' || when.is === 'month'
  // "will see their payments rise by 8 per cent from | July 1": of this July, also where that month of the year before is meant as a rule.
  const isOfToCome = isOnset(draft.reading, when) && isToCome(draft)
  const value = isPoint ? edtfOf(draft.reading, when, context, isOfToCome) : null
  return value !== null && isAhead(value, context.anchor)
}

/** "fell by 3 percent to 2.31 million; | a year before | it had been 2.38 million": what opens a clause of its own is the time of that clause. */
const opensClause = ({ reading: { scan }, mention, next }: Draft, { first }: When): boolean =>
  next !== null && first > mention.last && [1, 2].some((back) => scan.norm(first - back) === ';')

/** "would bring in another 10 trillion dong a year, and to 6 percent from | 2032": right behind a level that a comma and "and" part from the change. */
const isOfListed = ({ reading: { scan }, mention, next }: Draft, { first }: When): boolean => {
  if (next === null || next.measure !== 'level' || first <= next.mention.last || first - next.mention.last > 2)
    return false
  for (let at = mention.last + 1; at < next.mention.first; at += 1)
    if (scan.norm(at) === ',' && scan.from('list_and', at + 1) !== undefined) return true
  return false
}

/** "It will go up by 4.1%. | A year earlier | it rose 8.5%": what opens a sentence is the time of what the sentence tells. */
const opensStatement = ({ sentence, mention }: Draft, { first, last }: When): boolean =>
  first === sentence.first && last < mention.first

/** Whether a date is what this change is measured against. */
export const isBaselineOf = (draft: Draft, when: When, context: DocumentContext): boolean =>
  afterMultiple(draft, when) ||
  (draft.measure === 'change' &&
    !isStill(draft, when, context) &&
    !opensClause(draft, when) &&
    !isOfListed(draft, when) &&
    (isBaseline(draft.reading, when, when.first > draft.mention.last) ||
      (isEarlier(when) && !opensStatement(draft, when)) ||
      isOfComparative(draft, when)))

const baselineValue = (draft: Draft, reading: PassageReading, when: When, context: DocumentContext): string | null => {
  if (when.is === 'last_quarter' || when.is === 'last_month') {
    const before = draft.period === null ? null : spanBefore(draft.period, when.is === 'last_quarter' ? 3 : 1)
    if (before !== null) return before
  }
  // "compared to the beginning of the year" is against what the year before left.
  if (when.is === 'beginning') {
    const year = edtfOf(
      reading,
      { ...(when.of ?? { is: 'the_year' }), first: when.first, last: when.last },
      context,
      false,
    )
    if (year !== null && /^\d{4}$/u.test(year)) return `${Number(year) - 1}-12-31`
  }
  if (!isEarlier(when)) {
    const value = edtfOf(reading, when, context, false)
    // "In the fourth quarter of 2024 ... up 1.2% over the previous year", told in January 2025: nothing is compared with its own year.
    const isOwnYear = value !== null && when.is === 'last_year' && draft.period?.startsWith(value.slice(0, 4)) === true
    return isOwnYear ? yearBefore(draft.period!) : value
  }
  if (draft.period === null) return null
  if (when.year === undefined) return earlierThan(when, draft.period)
  const back = Number(draft.period.slice(0, 4)) - when.year
  let period = draft.period
  for (let years = 0; years < back; years += 1) period = yearBefore(period)
  return back > 0 ? period : String(when.year)
}

/** "12% more than in August. In the fourth quarter it will add | 4,500": what a change of another time was measured against. */
const isOfOther = (draft: Draft, reading: PassageReading, when: When): boolean => {
  for (let each = draft.before, step = 0; each !== null && step < changesBack; each = each.before, step += 1) {
    const ground = each.grounds.get('baseline')
    if (ground?.reading === reading && ground.first === when.first) return each.period !== draft.period
  }
  // "The rate was 65.6%, unchanged from a year ago": said of that figure alone.
  const sentence = reading.sentences.find(({ first, last }) => when.first >= first && when.last <= last)
  return reading.mentions.some(
    ({ kind, first, last }) => kind !== 'legal_document' && first >= sentence!.first && last < when.first,
  )
}

/** "continued to grow compared to the end of 2020. Specifically: ... (up 2.2%)": the sentence or passage before says it for all. */
const fromBefore = (draft: Draft, context: DocumentContext): { reading: PassageReading; when: When } | null => {
  for (const reading of [draft.reading, context.readings[draft.reading.passage.index - 1]]) {
    if (reading === undefined || reading.passage.heading !== draft.reading.passage.heading) return null
    const when = reading.whens
      .filter(
        (each) => (reading !== draft.reading || each.last < draft.sentence.first) && isCompared(reading, each, false),
      )
      .at(-1)
    if (when !== undefined) return isOfOther(draft, reading, when) ? null : { reading, when }
  }
  return null
}

/** "Net employment rose by 6,700 from August. Full-time jobs fell by | 39,900": changes of one period, told one after the other, have one baseline. */
const fromChangeBefore = (draft: Draft): Draft | null => {
  let each = draft.before
  for (let step = 0; step < changesBack && each !== null; step += 1) {
    if (each.reading.passage.heading !== draft.reading.passage.heading) return null
    if (each.measure === 'change' && each.period !== draft.period) return null
    if (each.measure === 'change' && each.baseline !== null && each.grounds.get('baseline')?.stated === true)
      return each
    each = each.before
  }
  return null
}

/** The period that a change is measured against. */
export const resolveBaseline = (draft: Draft, context: DocumentContext): void => {
  if (draft.measure !== 'change' || draft.baseline !== null) return
  const header = comparedInHeader(draft, context)
  const against = header === null ? null : baselineValue(draft, header.reading, header.when, context)
  if (header !== null && against !== null) {
    const { reading, when } = header
    draft.baseline = against
    draft.grounds.set('baseline', { reading, first: when.first, last: when.last, rule: 'column-header', stated: true })
    return
  }
  if (draft.reading.passage.cell !== null && draft.reading.whens.length === 0) return
  const { reading, mention, sentence, tail } = draft
  const compared = reading.whens.filter(
    (when) =>
      when.first >= sentence.first &&
      when.last <= sentence.last &&
      !isLegalDate(reading, when) &&
      isBaselineOf(draft, when, context),
  )
  const after = compared.find(
    (when) => when.first > mention.last && when.first <= Math.max(tail.last, mention.last + reach),
  )
  const before = [...compared].reverse().find((when) => when.last < mention.first)
  const own = after ?? before ?? compared.find((when) => when.first > mention.last)
  const found = own === undefined ? fromBefore(draft, context) : { reading, when: own }
  if (found === null) {
    const other = draft.period === null || draft.status === 'target' ? null : fromChangeBefore(draft)
    if (other === null) return
    draft.baseline = other.baseline
    draft.grounds.set('baseline', { ...other.grounds.get('baseline')!, rule: 'sentence-before', stated: false })
    return
  }
  const value = baselineValue(draft, found.reading, found.when, context)
  // "went up by 5% on 1 January; Portugal's, from the same day, is €820": nothing is compared with its own day.
  if (value === null || value === draft.period) return
  draft.baseline = value
  draft.grounds.set('baseline', {
    reading: found.reading,
    first: found.when.first,
    last: found.when.last,
    rule: own === undefined ? 'sentence-before' : 'same-sentence',
    stated: own !== undefined,
  })
}
