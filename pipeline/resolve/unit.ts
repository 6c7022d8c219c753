import type { Hit } from '../../catalog/lexicon.ts'
import { compareDecimal } from '../../extractors/grammar/decimal.ts'
import { countedNoun } from '../../extractors/grammar/noun.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { earlierCount, farMoney, isSum } from './earlier-unit.ts'
import { wholeAtOpening } from './tense.ts'
import { resolveUnitLine } from './unit-line.ts'

/** Whether nothing beside a count names what it counts: "instead of 1.49 million", "rounded up to 3 million", "rose to 7.37 crore". */
const isBare = (draft: Draft): boolean => draft.kind === 'count' && draft.mention.noun === null && draft.unit === null

const reach = 14

/** Whether two claims of a sentence stand in one run of words: no semicolon between, and not far. */
const isJoined = (draft: Draft, from: number, to: number): boolean => {
  const { scan } = draft.reading
  for (let at = from; at < to; at += 1) if (scan.norm(at) === ';') return false
  return to - from <= reach
}

const take = (
  draft: Draft,
  kind: Draft['kind'],
  unit: string | null,
  rule: string,
  first: number,
  last: number,
): void => {
  draft.kind = kind
  draft.unit = unit
  draft.flags.add('unit_inferred')
  draft.grounds.set('unit', { reading: draft.reading, first, last, rule, stated: false })
}

/** An amount without its currency takes that of the amount beside it: "at 1.8 million dong a month instead of 1.49 million". */
const fromMoney = (draft: Draft): boolean => {
  if (draft.mention.scale === null) return isStartOfAmounts(draft) && fromNext(draft, startReach)
  const before = draft.previous
  if (before !== null && before.kind === 'money' && isJoined(draft, before.mention.last + 1, draft.mention.first)) {
    if (
      draft.reading.scan
        .all('unit')
        .some((hit) => hit.value === 'person' && hit.first > before.mention.last && hit.last < draft.mention.first)
    )
      return false
    take(draft, 'money', before.unit, 'amount-before', before.mention.first, before.mention.last)
    return true
  }
  return fromNext(draft, nextReach)
}

const fromNext = (draft: Draft, far: number): boolean => {
  const after = draft.reading.mentions.find(
    (mention) => mention.first > draft.mention.last && mention.first <= draft.sentence.last,
  )
  if (after === undefined || after.kind !== 'money' || after.first - draft.mention.last > far) return false
  take(draft, 'money', after.unit, 'amount-after', after.first, after.last)
  return true
}
const nextReach = 4
const startReach = 3

/** "từ 700.000 lên 1,5 triệu đồng", "from 396,000 to 1.2 million dong": written out in full, the first of two levels of one amount. */
const isStartOfAmounts = ({ reading: { scan }, mention }: Draft): boolean =>
  (scan.to('range_from', mention.first - 1) ?? scan.to('range_between', mention.first - 1)) !== undefined &&
  (scan.from('range_to', mention.last + 1) ?? scan.from('change_to', mention.last + 1)) !== undefined

/** "2.3 million, 0.8 million and 0.7 million tonnes": the last of a list names the unit of all. */
const fromListEnd = (draft: Draft): boolean => {
  const { scan, mentions } = draft.reading
  let last = draft.mention
  for (const mention of mentions) {
    if (mention.first <= last.last || mention.first > draft.sentence.last) continue
    for (let at = last.last + 1; at < mention.first; at += 1)
      if (scan.norm(at) !== ',' && scan.from('list_and', at) === undefined) return false
    if (mention.unit !== null && (mention.kind === 'quantity' || mention.kind === 'count')) {
      take(draft, mention.kind, mention.unit, 'list-end', mention.first, mention.last)
      return true
    }
    last = mention
  }
  return false
}

const isOfSize = (one: Draft, other: Draft): boolean =>
  one.mention.scale === other.mention.scale &&
  (one.value ?? one.low)?.split('.')[0]?.length === (other.value ?? other.low)?.split('.')[0]?.length

/** "of which 48,300 lie in Khon Kaen", "from 6.85 crore": what the claim before counts. */
const fromBefore = (draft: Draft): boolean => {
  const counts: Draft[] = []
  for (let each = draft.previous; each !== null && each.kind !== 'money'; each = each.previous)
    if (each.kind === 'count' || each.kind === 'quantity') counts.push(each)
  // "3.36 million members at 19,800 enterprises, up from | 3.12 million": of as many digits.
  const before = counts.find((each) => isOfSize(each, draft)) ?? counts[0]
  if (before === undefined || before.unit === null) return false
  take(draft, before.kind, before.unit, 'claim-before', before.mention.first, before.mention.last)
  return true
}

/**
 * "Số người nộp hồ sơ hưởng trợ cấp: | 983.176", "The number of firms owing premiums for three months or longer stood at | 21,570": what
 * "the number of" counts stands right behind it, up to another count or amount.
 */
const numberOf = (draft: Draft): { kind: Draft['kind']; unit: string; first: number; last: number } | null => {
  const { scan } = draft.reading
  const counted = countBefore(draft)
  const previous = scan.language.locale.inflected && counted?.kind === 'duration' ? countBefore(counted) : counted
  const from = Math.max(draft.sentence.first, (previous?.mention.last ?? -1) + 1)
  const opening = scan.within('number_of', from, draft.mention.first - 1).at(-1)
  if (opening === undefined) return null
  // "The number of firms was not told; turnover stood at | 21,570": another clause.
  for (let at = opening.last + 1; at < draft.mention.first; at += 1) if (scan.norm(at) === ';') return null
  const noun = countedNoun(scan, opening.last)
  if (scan.language.locale.inflected) {
    if (noun?.unit == null) return null
    // "reduces the number of contribution years from | 20 to 15"
    const time = scan.to('unit', noun.last)?.value ?? ''
    const isTime = scan.language.units.get(time)?.kind === 'duration'
    return { ...noun, kind: isTime ? 'duration' : 'count', unit: isTime ? time : noun.unit }
  }
  const hit = scan.from('unit', opening.last + 1)
  const isCount = hit !== undefined && scan.language.units.get(hit.value)?.kind === 'count'
  return isCount ? { ...hit, kind: 'count', unit: hit.value } : null
}

/** "Contributing members rose to 7.37 crore": the thing named last before the number. */
const fromSubject = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const number = numberOf(draft)
  if (number !== null) {
    take(draft, number.kind, number.unit, 'subject', number.first, number.last)
    return true
  }
  const hit = [...scan.all('unit')]
    .reverse()
    .find(
      ({ first, last, value }) =>
        first >= draft.sentence.first &&
        last < draft.mention.first &&
        scan.language.units.get(value)?.kind === 'count' &&
        isNamed(draft, last, value),
    )
  const counted = countBefore(draft)
  // "Its population, 8.4 million in 2020", "membership rose to 23,000": a subject that is itself a number of something.
  const head = scan
    .all('unit_head')
    .findLast((each) => each.first >= draft.sentence.first && each.last < draft.mention.first)
  if (
    head !== undefined &&
    (hit === undefined || hit.last <= head.last) &&
    (counted === null || head.first > counted.mention.first)
  ) {
    take(draft, 'count', head.value, 'subject', head.first, head.last)
    return true
  }
  // "3.36 million members at 19,800 enterprises, up from | 3.12 million": the noun of another number is no subject.
  const isNounOf = ({ mention: { noun } }: Draft, { first }: Hit): boolean =>
    noun !== null && first >= noun.first && first <= noun.last
  if (hit === undefined || (counted !== null && (hit.first < counted.mention.first || isNounOf(counted, hit))))
    return false
  take(draft, 'count', hit.value, 'subject', hit.first, hit.last)
  return true
}

/** "Employers were behind by GH₵2.3bn, and 614 of them went to court": the things named last, whatever money stands between. */
const fromNamed = (draft: Draft): boolean => {
  const { scan } = draft.reading
  let counted = draft.previous
  while (counted !== null && counted.kind !== 'count') counted = counted.previous
  const from = counted === null ? draft.sentence.first : (counted.mention.noun?.last ?? counted.mention.last) + 1
  const hit = scan
    .within('unit', from, draft.mention.first - 1)
    .findLast(({ last, value }) => scan.language.units.get(value)?.kind === 'count' && isNamed(draft, last, value))
  if (hit === undefined) return false
  take(draft, 'count', hit.value, 'subject', hit.first, hit.last)
  return true
}

/** The count before it in its sentence: "Establishments went up by 6.6 per cent to 7.66 lakh" holds a change between. */
const countBefore = (draft: Draft): Draft | null => {
  for (let each = draft.previous; each !== null; each = each.previous)
    if (each.kind !== 'percentage' && each.kind !== 'multiple') return each
  return null
}

/** The word before the number and its modifier. */
const wordBefore = (draft: Draft): number => {
  const modifier = draft.mention.modifierAt
  return (modifier !== null && modifier.last < draft.mention.first ? modifier.first : draft.mention.first) - 1
}

/** "visits to clinics, or some 1.66 million a day": the count before in other terms. */
const fromEquivalent = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const at = wordBefore(draft)
  return scan.norm(at) !== '(' && scan.to('equivalent', at) !== undefined && fromBefore(draft)
}

/** "Of them, 41,556 had their contracts ended, | 430,665 | had their hours cut": neither of the two names a thing. */
const isAlsoBare = (before: Draft, draft: Draft): boolean =>
  before.mention.noun === null && before.flags.has('unit_inferred') && draft.mention.scale === null

const opensItem = (scan: Scan, at: number): boolean =>
  scan.norm(at) === ',' || scan.norm(at) === ';' || scan.to('list_and', at) !== undefined

/** Words of a name between what opens an item of a list and its number. */
const sectorWords = 5

/** "industry 17.4 million; and services | 20.8 million": nothing but a name between. */
const isOfSector = (scan: Scan, after: number, last: number): boolean => {
  for (let at = last; at > Math.max(after, last - sectorWords); at -= 1) {
    if (opensItem(scan, at)) return true
    if (
      scan.words[at]!.kind !== 'word' ||
      scan.from('copula', at) !== undefined ||
      scan.from('tense', at) !== undefined
    )
      return false
  }
  return false
}

/** "19.6 million lived in towns and 31.8 million in the countryside", "20.1 million (39%) worked in services, 17.2 million in industry": of two parallel counts the second is of the same things. */
const fromParallel = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = countBefore(draft)
  const at = wordBefore(draft)
  if (
    before?.kind !== 'count' ||
    before.unit === null ||
    !(isAlsoBare(before, draft) || (before.mention.scale !== null && before.mention.scale === draft.mention.scale)) ||
    !(opensItem(scan, at) || isOfSector(scan, before.mention.last, at))
  )
    return false
  take(draft, before.kind, before.unit, 'claim-before', before.mention.first, before.mention.last)
  return true
}

/** "cuts the record needed from 20 years to | 15": what a time is raised or cut to is counted as what it started from. */
const fromStart = (draft: Draft): boolean => {
  const before = draft.previous
  const { scan } = draft.reading
  const to = scan.to('change_to', wordBefore(draft))
  if (before?.kind !== 'duration' || to?.first !== before.mention.last + 1) return false
  if (scan.to('range_from', before.mention.first - 1) === undefined) return false
  take(draft, before.kind, before.unit, 'claim-before', before.mention.first, before.mention.last)
  return true
}

/** Words between two times that are compared: "instead of", "rather than". */
const besideWords = 2

/** "2.69 million working days were lost, compared with 2.52 million in 2022": what is compared is of one kind, times too. */
const fromCompared = (draft: Draft): boolean => {
  const before = draft.previous
  if (before === null || before.kind !== 'duration') return false
  // "an allowance at 75 instead of | 80"
  const isBeside = wordBefore(draft) - before.mention.last <= besideWords && draft.mention.scale === null
  if (!isBeside && (before.mention.scale === null || draft.mention.scale === null)) return false
  if (draft.reading.scan.to('baseline', wordBefore(draft)) === undefined) return false
  take(draft, before.kind, before.unit, 'claim-before', before.mention.first, before.mention.last)
  return true
}

/** "4,300 of the employers visited": what a number is part of. */
const fromWhole = (draft: Draft): boolean => {
  const { scan } = draft.reading
  // "Of the applicants, | 106,300 have been paid"
  const opening = draft.previous === null ? wholeAtOpening(draft) : null
  const last = opening === null ? scan.from('noun_skip', draft.mention.last + 1)?.last : opening.first - 1
  const noun = last === undefined ? null : countedNoun(scan, last)
  if (noun === null) return false
  take(draft, 'count', noun.unit, 'whole', noun.first, noun.last)
  return true
}

/** "... 2.1 billion visits. Another 16.9 million are | students": what is said to be people is people, whatever was counted before. */
const arePeople = (draft: Draft, { people }: DocumentContext): void => {
  const { scan } = draft.reading
  const verb = scan.from('copula', draft.mention.last + 1)
  const isOfPeople = (unit: string): boolean => people.has(unit) || people.has(unit.split(' ').at(-1)!)
  if (draft.unit !== null && isOfPeople(draft.unit)) return
  if (verb === undefined || scan.from('tense', verb.first) === undefined) return
  const noun = countedNoun(scan, verb.last)
  if (noun?.unit == null || !isOfPeople(noun.unit)) return
  take(draft, 'count', 'person', 'predicate', noun.first, noun.last)
}

const unitWords = (scan: Scan, last: number): number => {
  const hit = scan.to('unit', last)
  return hit === undefined ? 0 : hit.last - hit.first + 1
}

/** Things counted are named in the plural where a language has one: "the social security agency said" counts no agencies. */
const isNamed = (draft: Draft, last: number, unit: string): boolean => {
  const { scan } = draft.reading
  const word = scan.norm(last)
  // "con số này là 78.350": a word that only leads to a noun.
  if (!scan.language.locale.inflected)
    return (
      unitWords(scan, last) > 1 || scan.words[last + 1]?.kind === 'sign' || scan.from('stop', last + 1) !== undefined
    )
  // "for a doctor's visit" counts no doctors.
  return !word.includes("'") && (unit.split(' ').at(-1) !== word || word.endsWith('s'))
}

/** "of whom 11.29m were still in a job": a part of what the claim before counts. */
const isPart = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const from = draft.previous?.mention.last ?? draft.sentence.first - 1
  return scan.all('group').some(({ first, last }) => first > from && last < draft.mention.first)
}

/** "This was 63,900 more than in Q2 2024", "3.1 million fewer than in 2020": more of what was counted last in the passage. */
const fromDifference = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const after = scan.from('change_after', draft.mention.last + 1)
  if (after === undefined) return false
  // "1.1 million more | people"
  if (fromWhole(draft)) return true
  for (let each = draft.before; each !== null && each.reading === draft.reading; each = each.before) {
    if (each.kind === 'money') return false
    if (each.kind !== 'count' || each.unit === null) continue
    take(draft, 'count', each.unit, 'claim-before', each.mention.first, each.mention.last)
    return true
  }
  return false
}

/** Years of age that a bare number may be of. */
const ages = { youngest: '14', oldest: '100' }

/** "54 per cent are over | 35": said of a share of people, who are no number that is over another. */
const isOlderThan = ({ reading: { scan }, mention, previous, value }: Draft, { people }: DocumentContext): boolean => {
  const { modifierAt } = mention
  if (previous === null || modifierAt === null || modifierAt.last !== mention.first - 1 || value === null) return false
  if (previous.kind !== 'percentage' && !(previous.kind === 'count' && people.has(previous.unit ?? ''))) return false
  const verb = scan.to('copula', modifierAt.first - 1)
  return verb !== undefined && verb.first === previous.mention.last + 1 && compareDecimal(value, ages.youngest) > 0
}

/** "may leave at | 62 with 41 years of contributions", "draw an allowance at | 75": words that only an age stands behind. */
const ageBefore = ({ reading: { scan }, mention, value }: Draft): Hit | undefined =>
  value !== null && compareDecimal(value, ages.youngest) > 0 ? scan.to('age_before', mention.first - 1) : undefined

/** "Full retirement age is 67": a small bare number whose subject is an age. */
const fromAge = (draft: Draft, context: DocumentContext): boolean => {
  const { scan } = draft.reading
  const hit = isOlderThan(draft, context)
    ? draft.mention.modifierAt
    : (ageBefore(draft) ??
      scan.all('age_word').find(({ first, last }) => first >= draft.sentence.first && last < draft.mention.first))
  if (
    hit == null ||
    draft.value === null ||
    compareDecimal(draft.value, ages.oldest) > 0 ||
    draft.mention.scale !== null
  )
    return false
  take(draft, 'duration', 'year', 'age', hit.first, hit.last)
  return true
}

/** "It was 2.9 percent in June. It is 2.6 now.", "năm ngoái chỉ tăng 1,2": a bare decimal is of the rate before it, in its sentence or the one before. */
const fromRate = (draft: Draft): boolean => {
  const { reading, value, mention, before } = draft
  if (value === null || !value.includes('.') || mention.scale !== null || reading.passage.cell !== null) return false
  if (before === null || before.kind !== 'percentage' || before.reading !== reading || before.unit === null)
    return false
  // "lost 1.2 percent to 13,400.12": an index, not a rate.
  if (compareDecimal(value, '1000') >= 0) return false
  const gap = reading.sentences.indexOf(draft.sentence) - reading.sentences.indexOf(before.sentence)
  if (gap > 1) return false
  take(draft, 'percentage', before.unit, 'claim-before', before.mention.first, before.mention.last)
  return true
}

/** "VND 5,310,000 (now 4,960,000)": an amount in brackets right behind one of as many digits. */
const fromBracket = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const { previous, mention, value } = draft
  if (previous === null || previous.kind !== 'money' || previous.value === null || value === null) return false
  if (scan.norm(previous.mention.last + 1) !== '(' || mention.first - previous.mention.last > bracketReach) return false
  if (Math.abs(value.split('.')[0]!.length - previous.value.split('.')[0]!.length) > 1) return false
  take(draft, 'money', previous.unit, 'amount-before', previous.mention.first, previous.mention.last)
  return true
}
const bracketReach = 5

/** "20.11 million" alone on its line over "people in social insurance": the line below says what it counts. */
const fromLineBelow = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention } = draft
  const { scan, passage } = reading
  const modifier = mention.modifierAt
  const first = Math.min(mention.first, modifier?.first ?? mention.first)
  if (passage.cell !== null || !(first === 0 || scan.breaks(first))) return false
  if (mention.last < scan.words.length - 1) {
    const hit = scan.breaks(mention.last + 1) ? scan.from('unit', mention.last + 1) : undefined
    if (hit === undefined || scan.language.units.get(hit.value)?.kind !== 'count') return false
    take(draft, 'count', hit.value, 'line-below', hit.first, hit.last)
    return true
  }
  const below = context.readings[passage.index + 1]
  if (below === undefined || below.passage.cell !== null || below.mentions.some((each) => each.first === 0))
    return false
  const noun = below.scan.from('unit', 0)
  if (noun === undefined || below.scan.language.units.get(noun.value)?.kind !== 'count') return false
  draft.unit = noun.value
  draft.flags.add('unit_inferred')
  draft.grounds.set('unit', { reading: below, first: noun.first, last: noun.last, rule: 'line-below', stated: true })
  return true
}

/** "just 3.79 million | Vietnamese had a card": a nation's name that no noun follows is its people. */
const fromNation = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const hit = scan.from('adjective', draft.mention.last + 1)
  const next = (hit?.last ?? 0) + 1
  if (hit === undefined || (scan.words[next]?.kind === 'word' && scan.from('stop', next) === undefined)) return false
  take(draft, 'count', 'person', 'nation', hit.first, hit.last)
  return true
}

/** The unit of a bare count, from what stands nearest: an amount of money, the end of its list, an age, its subject, the claim before. */
export const resolveUnit = (draft: Draft, context: DocumentContext): void => {
  if (!isBare(draft)) return
  if (
    fromNation(draft) ||
    fromRate(draft) ||
    fromBracket(draft) ||
    fromLineBelow(draft, context) ||
    resolveUnitLine(draft, context)
  )
    return
  if (draft.reading.scan.from('group_pronoun', draft.mention.last + 1) !== undefined) {
    // "11.6 million of them": things, whatever money stands before.
    if (!(fromNamed(draft) || fromSubject(draft) || fromBefore(draft))) earlierCount(draft, true)
    return
  }
  if (isSum(draft) && (fromMoney(draft) || fromListEnd(draft) || farMoney(draft, context))) return
  if (fromDifference(draft)) return
  const part = isPart(draft)
  const steps = part
    ? [fromWhole, fromBefore]
    : [
        fromMoney,
        fromListEnd,
        fromWhole,
        fromAge,
        fromStart,
        fromEquivalent,
        fromCompared,
        fromParallel,
        fromSubject,
        fromBefore,
      ]
  if (!steps.some((step) => step(draft, context))) earlierCount(draft, part)
  arePeople(draft, context)
}
