import { amountAt } from '../grammar/amount.ts'
import { compareDecimal } from '../grammar/decimal.ts'
import { type CountedNoun, countedNoun, nounBehindList } from '../grammar/noun.ts'
import { partOfWhole } from '../grammar/part-of-whole.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'
import { type Candidate, candidateAt, claim } from './mention.ts'

/** Whether a copula or a colon ties the number to a subject before: "is over 84.67 million", "Total: 842". */
const isSaid = (scan: Scan, first: number): boolean => {
  const modifier = scan.to('modifier', first - 1)
  const change = scan.to('change', (modifier?.first ?? first) - 1)
  return change !== undefined || scan.to('copula', (modifier?.first ?? first) - 1) !== undefined
}

/** "three million five" and other numbers in words count only with a noun, above one, and where no word denies it. */
const isCountInWords = (scan: Scan, candidate: Candidate): boolean =>
  compareDecimal(candidate.upper.amount.value, '1') > 0 && scan.to('not_count', candidate.first - 1) === undefined

/** "19 out of 34 information systems", "11 of 28 district offices": a part is of the things that its whole counts. */
const nounOfWhole = (scan: Scan, { last, upper }: Candidate): CountedNoun | null => {
  const of = scan.from('share_of', last + 1)
  let at = of === undefined ? (scan.norm(last + 1) === 'of' ? last + 2 : -1) : of.last + 1
  if (at < 0 || scan.breaks(last + 1)) return null
  if (scan.norm(at) === 'the') at += 1
  const whole = scan.words[at]?.kind === 'number' ? amountAt(scan, at) : null
  if (whole === null || compareDecimal(upper.amount.value, whole.value) >= 0) return null
  return countedNoun(scan, whole.last)
}

/** "open 45 more | collection points": the thing counted stands behind a word that leads to it. */
const nounBehindMore = (scan: Scan, { last }: Candidate): CountedNoun | null => {
  const skip = scan.from('noun_skip', last + 1)
  const isMore = skip !== undefined && scan.from('change_after', skip.first)?.last === skip.last
  return isMore && !scan.breaks(last + 1) ? countedNoun(scan, skip.last) : null
}

/** "Collected ............ 520.4": dots lead from a name to its number. */
const isDotted = (scan: Scan, first: number): boolean =>
  [1, 2, 3].every((back) => scan.norm(first - back) === '.') || scan.norm(first - 1) === '…'

const dashes: ReadonlySet<string> = new Set(['-', '–', '—'])
const lineWords = 8

/** "Dong Nai - | 93.4": a decimal alone at the end of a short line, behind a dash that a name in capitals stands before. */
const isInDashedLine = (scan: Scan, { first, last, lower }: Candidate): boolean =>
  first >= 2 &&
  scan.words.length <= lineWords &&
  dashes.has(scan.norm(first - 1)) &&
  !scan.words[first - 1]!.joined &&
  !lower.amount.inWords &&
  lower.amount.value.includes('.') &&
  last === scan.words.length - 1 &&
  scan.words.slice(0, first - 1).every(({ kind }, at) => kind === 'word' && scan.isCapital(at))

/** "Phu Yen races as | 2023 targets loom": the goals of a year, and none of two thousand. */
const isYearOfGoals = (scan: Scan, first: number, noun: CountedNoun): boolean =>
  noun.first === noun.last &&
  /^(?:19|20)\d\d$/u.test(scan.norm(first)) &&
  (scan.from('goal', noun.first) ?? scan.from('target_strong', noun.first)) !== undefined

/** Words between "the number of" and the first of two numbers that it goes from and to. */
const numberReach = 12

/** "cut the number of offices from | 640 to 350": of the two numbers that what was counted goes between, the first. */
const isStart = (scan: Scan, first: number, last: number): boolean =>
  scan.to('range_from', first - 1) !== undefined &&
  scan.from('change_to', last + 1) !== undefined &&
  scan.words[last + 2]?.kind === 'number' &&
  scan.within('number_of', Math.max(0, first - numberReach), first - 1).length > 0

/** Words of a time or a place that stands for a clause whose verb the one before has. */
const placeWords = 5

/** "collectors persuaded 612 people in May; in June, | 745": a time or a place and a comma, where the words before have said what is counted. */
const isElliptic = (scan: Scan, first: number): boolean => {
  if (scan.norm(first - 1) !== ',' || scan.words[first]?.joined === true) return false
  for (let at = first - 3; at >= Math.max(1, first - 1 - placeWords); at -= 1) {
    if ((scan.from('during', at) ?? scan.from('place_at', at)) === undefined) continue
    const before = scan.to('list_and', at - 1)?.first ?? at - 1
    return [';', ','].includes(scan.norm(before)) || before < at - 1
  }
  return false
}

const endsLine = (scan: Scan, last: number): boolean =>
  scan.words[last + 1] === undefined || scan.breaks(last + 1) || scan.norm(last + 1) === '('

/**
 * A count: "95,762 applications", "16.547 million people", "six national databases", "the number of participants is over 84.67 million".
 * A bare small number counts only with its noun; digits in groups or with a scale word also where a verb ties them to a subject.
 */
export const count: Rule = {
  name: 'count',
  inWords: true,
  read: ({ scan, from }, at) => {
    const candidate = candidateAt(scan, at, from)
    if (candidate === null) return null
    const part = partOfWhole(scan, at)
    if (part !== null)
      return claim(scan, 'count', 'count', { ...candidate, last: part.last }, part.noun.unit, part.noun)
    const { measured, amount } = candidate.upper
    if (measured !== null && measured.kind !== 'times') return null
    if (measured?.kind === 'times')
      return claim(scan, 'count', 'count', { ...candidate, last: amount.last }, 'turn', {
        first: measured.last,
        last: measured.last,
      })
    const noun =
      countedNoun(scan, candidate.last) ??
      nounBehindList(scan, candidate.last) ??
      nounOfWhole(scan, candidate) ??
      nounBehindMore(scan, candidate)
    // "từ người thứ hai đến người thứ | tư"
    if (amount.inWords && scan.to('ordinal', candidate.last) !== undefined) return null
    if (amount.inWords && (noun === null || !isCountInWords(scan, candidate)) && !amount.scaled) return null
    if (noun !== null && isYearOfGoals(scan, candidate.first, noun)) return null
    if (noun !== null && (noun.sure || amount.scaled || amount.grouped || compareDecimal(amount.value, '10') >= 0)) {
      // "2.3 million, 0.8 million and 0.7 million tonnes": the last of a list is measured, and so are those before it.
      const isMeasured = scan.language.units.get(noun.unit ?? '')?.kind === 'quantity'
      return claim(scan, 'count', isMeasured ? 'quantity' : 'count', candidate, noun.unit, noun)
    }
    // "614 of them": what was counted before.
    if (!amount.inWords && scan.from('group_pronoun', candidate.last + 1) !== undefined)
      return claim(scan, 'count', 'count', candidate, null)
    if (isDotted(scan, candidate.first) && endsLine(scan, candidate.last))
      return claim(scan, 'count', 'count', candidate, null)
    if (isInDashedLine(scan, candidate)) return claim(scan, 'count', 'count', candidate, null)
    if (scan.role === 'cell') return claim(scan, 'count', 'count', candidate, null)
    if (amount.scaled || amount.grouped) return claim(scan, 'count', 'count', candidate, null)
    // "9,870 people, of whom | 214 were trained": a part of what was counted before.
    const isTold =
      isSaid(scan, candidate.first) ||
      scan.to('group', candidate.first - 1) !== undefined ||
      // "may leave at | 62 with 41 years of contributions"
      scan.to('age_before', candidate.first - 1) !== undefined ||
      isStart(scan, candidate.first, candidate.last) ||
      isElliptic(scan, candidate.first)
    const long = amount.digits.length >= 2 && isTold && scan.words[candidate.first]!.kind === 'number'
    const free =
      scan.words[candidate.last + 1] === undefined ||
      scan.words[candidate.last + 1]!.kind === 'sign' ||
      scan.from('stop', candidate.last + 1) !== undefined
    return long && free ? claim(scan, 'count', 'count', candidate, null) : null
  },
}
