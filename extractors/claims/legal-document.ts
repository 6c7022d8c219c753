import { bare, legalCode } from '../../catalog/compile.ts'
import type { Hit } from '../../catalog/lexicon.ts'
import type { When } from '../grammar/calendar.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Finding, Reading, Rule, WordSpan } from '../rule.ts'

/** The number of a document of Viet Nam: "171/QD-BHXH", "107/2021/ND-CP", "28-NQ/TW", "58/2014/QH13", "1234/BHXH-TST". */
const coded = /^(?<number>\d{1,5}(?:\/(?:19|20)\d\d)?[/-]\p{Lu}[\p{L}\d]*(?:[-/.&]\p{Lu}[\p{L}\d]*)*)/u
/** The number of an act that is only digits: "11199", "45/2019", "883/2004". */
const plain = /^\d{1,5}(?:\/(?:19|20)?\d\d)?$/u
const yearOnly = /^(?:19|20)\d\d$/u

const codes = (number: string): string[] => number.split(/[/\-.&]/u).filter((part) => /\p{L}/u.test(part))

const nameWords = 9

/** "Law on Social Insurance No. 58/2014/QH13", "Luật Bảo hiểm xã hội số ...": the name stands between type and number. */
const typeOfName = (scan: Scan, last: number): Hit | undefined => {
  for (let at = last; at > Math.max(-1, last - nameWords); at -= 1) {
    const word = scan.words[at]!
    if ((word.kind !== 'word' && word.norm !== ',') || scan.breaks(at + 1)) return undefined
    const hit = scan.to('legal_type', at)
    if (hit !== undefined && scan.isCapital(hit.first)) return hit
  }
  return undefined
}

/** "the Social Health Insurance Act (No. | 16 of 2023)": the type ends the name that the brackets follow. */
const typeBeforeBracket = (scan: Scan, numbered: WordSpan | undefined): Hit | undefined =>
  numbered !== undefined && scan.norm(numbered.first - 1) === '('
    ? scan.to('legal_type', numbered.first - 2)
    : undefined

/** The type word before the number: "Decision", "Resolution No.", "Công văn số". */
const typeBefore = (scan: Scan, at: number): { value: string; at: WordSpan } | null => {
  const numbered = scan.to('legal_number', at - 1)
  const hit =
    scan.to('legal_type', at - 1) ??
    scan.to('legal_type', (numbered?.first ?? at) - 1) ??
    typeBeforeBracket(scan, numbered) ??
    typeOfName(scan, (numbered?.first ?? at) - 1)
  return hit === undefined ? null : { value: hit.value, at: hit }
}

/** The date right after the number: "dated January 30, 2022", "of April 14, 2017", "(issued in June 2021)", "ngày 14/4/2017". */
const issuedAfter = ({ scan, whenOf }: Reading, last: number): When | null => {
  let at = last + 1
  for (let steps = 0; steps < 3; steps += 1) {
    const when = whenOf.get(at)
    if (when !== undefined && when.first === at) return when.is === 'day' || when.is === 'month' ? when : null
    const dated = scan.from('legal_dated', at)
    if (dated === undefined) return null
    at = dated.last + 1
  }
  return null
}

/** The date before it, where a verb of issuing stands between: "On February 28, 2022, VSS issued Decision 171/QD-BHXH". */
const issuedBefore = ({ scan, whenOf }: Reading, first: number): When | null => {
  const near = Math.max(0, first - 14)
  let verb = -1
  for (let at = first - 1; at >= near; at -= 1) {
    if (['.', ';'].includes(scan.norm(at)) && scan.words[at + 1]?.joined === false) return null
    if (scan.to('legal_issued', at) !== undefined) verb = at
    const when = whenOf.get(at)
    if (when !== undefined)
      return verb > at && (when.is === 'day' || when.is === 'month') && verb >= first - 7 ? when : null
  }
  return null
}

/** Words from a number to its verb of issuing, and from the verb to its date. */
const verbReach = 9
const dateReach = 7

/**
 * The date behind a verb of issuing that says more of it: "No. 51/2024/QH15, which the National Assembly passed on | 27 November 2024", "do Chính phủ
 * ban hành ngày | 30/6/2024", "was passed by the National Assembly on | June 16, 2025". Another number or another verb closes it.
 */
const issuedByVerb = ({ scan, whenOf }: Reading, last: number): When | null => {
  let verb = -1
  for (let at = last + 1; at <= (verb < 0 ? last + verbReach : verb + dateReach); at += 1) {
    const word = scan.words[at]
    if (word === undefined || (['.', ';'].includes(word.norm) && scan.words[at + 1]?.joined !== true)) return null
    const when = whenOf.get(at)
    if (when !== undefined && when.first === at) return verb >= 0 && when.is === 'day' ? when : null
    if (word.kind === 'number' || scan.from('in_force', at) !== undefined) return null
    const issued = scan.from('legal_issued', at)
    if (issued !== undefined) verb = issued.last
  }
  return null
}

/** Words from a number to the day behind the name of who issued it. */
const issuerReach = 14

/**
 * The day behind who issued it: "Resolution No. 12/2023/NQ-HDND of the provincial People's Council dated | July 5, 2023", "Quyết định
 * 861/QĐ-TTg của Thủ tướng Chính phủ ngày | 4/6/2021". Signs and numbers close it; "from July 1" is the day from which it holds.
 */
const issuedBehindIssuer = ({ scan, whenOf }: Reading, last: number): When | null => {
  let isNamed = false
  for (let at = last + 1; at <= last + issuerReach; at += 1) {
    const when = whenOf.get(at)
    if (when !== undefined && when.first === at)
      return isNamed &&
        when.is === 'day' &&
        when.year !== undefined &&
        (scan.to('legal_dated', at - 1) ?? scan.from('legal_dated', at)) !== undefined &&
        scan.to('onset', at - 1) === undefined
        ? when
        : null
    const word = scan.words[at]
    if (word?.kind !== 'word' || scan.from('in_force', at) !== undefined) return null
    isNamed ||= scan.from('authority', at) !== undefined
  }
  return null
}

const finding = (
  reading: Reading,
  first: number,
  last: number,
  written: string,
  type: { value: string; at: WordSpan } | null,
  extent: WordSpan,
  yearLast = -1,
): Finding => {
  const { scan } = reading
  const issued =
    issuedAfter(reading, extent.last) ??
    issuedByVerb(reading, extent.last) ??
    issuedBehindIssuer(reading, extent.last) ??
    issuedBefore(reading, type?.at.first ?? first)
  return {
    first,
    last: extent.last,
    rule: 'legal-document',
    mention: {
      first,
      last: Math.max(last, yearLast),
      kind: 'legal_document',
      rule: 'legal-document',
      value: null,
      low: null,
      high: null,
      unit: null,
      digits: scan.slice(first, last),
      scale: null,
      readings: [],
      modifier: null,
      modifierAt: null,
      noun: null,
      inWords: false,
      legal: {
        number: bare(written),
        type: type?.value ?? null,
        typeAt: type?.at ?? null,
        issuer: null,
        issuerAt: null,
        issued,
      },
    },
  }
}

/** Numbers of decisions, decrees, resolutions, laws, circulars, dispatches ... and of the acts of other countries. */
export const legalDocument: Rule = {
  name: 'legal-document',
  inWords: false,
  read: (reading, at) => {
    const { scan } = reading
    const word = scan.words[at]!
    const type = typeBefore(scan, at)
    // "License No. 235/GP-BTTTT" is the licence of the page.
    const numbered = scan.to('legal_number', at - 1)
    const label =
      scan.to('aside_before', at - 1) ??
      (numbered === undefined ? undefined : scan.to('aside_before', numbered.first - 1))
    if (type === null && label?.value === 'identifier') return null
    const written = coded.exec(scan.text.slice(word.start, word.start + 60))?.groups?.number
    if (written !== undefined) {
      const parts = codes(written)
      const known = parts.some((part) => scan.language.legalCodes.has(legalCode(part)))
      if (known || type !== null) {
        let last = at
        while (last + 1 < scan.words.length && scan.words[last + 1]!.start < word.start + written.length) last += 1
        return finding(reading, at, last, written, type, { first: at, last })
      }
    }
    // "Republic Act No. 11199", "Act No. 59 of 2024", "Decree 45", "Regulation (EU) No 883/2004"
    const isBracketed = typeBeforeBracket(scan, numbered) !== undefined
    const isBeside =
      type !== null && (type.at.last === at - 1 || type.at.last === (numbered?.first ?? at) - 1 || isBracketed)
    if (type === null || !isBeside || !scan.isCapital(type.at.first) || scan.breaks(at)) return null
    let last = at
    let number = word.norm
    if (
      scan.norm(at + 1) === '/' &&
      scan.words[at + 1]!.joined &&
      scan.words[at + 2]?.joined &&
      /^\d{2,4}$/u.test(scan.norm(at + 2))
    ) {
      last = at + 2
      number = `${number}/${scan.norm(last)}`
    }
    if (!plain.test(number)) return null
    if (yearOnly.test(number) && numbered === undefined) return null
    const next = last + 1
    const measured =
      scan.from('scale', next) ??
      scan.from('percent', next) ??
      scan.from('sign_after', next) ??
      (numbered === undefined ? scan.from('unit', next) : undefined)
    if (measured !== undefined && !scan.breaks(next)) return null
    const year = scan.words[next + 1]
    if (
      !number.includes('/') &&
      scan.from('legal_dated', next) !== undefined &&
      year !== undefined &&
      yearOnly.test(year.norm) &&
      reading.whenOf.get(next + 1)?.is === 'year'
    ) {
      return finding(reading, at, last, `${number}/${year.norm}`, type, { first: at, last: next + 1 }, next + 1)
    }
    return finding(reading, at, last, number, type, { first: at, last })
  },
}
