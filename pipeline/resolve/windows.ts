import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Mention } from '../../extractors/rule.ts'
import type { Window } from './draft.ts'

/** Words such as "with" and "and" part least. */
const weak = 2

/** "20,3 triệu học sinh, sinh viên | (HSSV) | tham gia BHYT", "the Social Security System (SSS)": brackets around a short form part nothing. */
const isShortForm = (scan: Scan, at: number): boolean => {
  const open = scan.norm(at) === '(' ? at : at - 2
  if (scan.norm(open) !== '(' || scan.norm(open + 2) !== ')' || scan.words[open + 1]?.kind !== 'word') return false
  const word = scan.slice(open + 1, open + 1)
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** How strongly a word parts what belongs to the number before it from what belongs to the number after it. */
const strength = (scan: Scan, at: number): number => {
  const norm = scan.norm(at)
  if (norm === ';') return 6
  if (norm === '.' && scan.words[at + 1]?.joined === false) return 5.5
  if (norm === '(' || norm === ')') return isShortForm(scan, at) ? 0 : 5
  if (scan.from('clause', at)?.value === 'strong') return 4
  if (norm === ',' || norm === '–' || norm === '—' || norm === ':') return 3
  const isWeak = scan.from('clause', at) !== undefined
  return isWeak ? weak : 0
}

/** Words of a time or a place that leads to a number. */
const leadWords = 6

/** "In 2023 they found 4,120 | and in 2022, | 3,980": a time or a place between "and" and the comma is of the number behind it. */
const leadOfNext = (scan: Scan, first: number, comma: number): number => {
  for (let at = comma - 2; at >= Math.max(first, comma - leadWords); at -= 1) {
    if (scan.words[at]!.kind === 'sign') return -1
    if (scan.from('list_and', at) !== undefined)
      return (scan.from('during', at + 1) ?? scan.from('place_at', at + 1)) === undefined ? -1 : at
  }
  return -1
}

/**
 * Where the words between two numbers part: the strongest sign or word, the first of equals. "of the workforce participating in
 * unemployment insurance | , the rate of participation in health insurance reaching".
 */
const boundary = (scan: Scan, first: number, after: Mention): number => {
  const last = after.first - 1
  let best = 0
  let at = last + 1
  // "not in employment, education or training", "social, health and unemployment insurance": what parts a name parts nothing else.
  const names = (['term', 'of', 'baseline'] as const).flatMap((category) => scan.within(category, first, last))
  for (let word = first; word <= last; word += 1) {
    if (names.some((name) => name.first < word && word < name.last)) continue
    const here = strength(scan, word)
    if (here > best) {
      best = here
      // "26,800 firms were | behind with | VND4.36 trillion": a phrase that leads to the number is the number's, whole.
      const isWord = scan.words[word]!.kind === 'word'
      at = (isWord ? names.find((name) => name.last === last && word === last)?.first : undefined) ?? word
    }
  }
  const led = at === last && scan.norm(at) === ',' ? leadOfNext(scan, first, at) : -1
  if (led >= 0) return led
  // "35 percent with unemployment insurance | and 95.15 percent of the population": what only joins two numbers parts them.
  const joins = scan.to('list_and', Math.min(last + 1, after.modifierAt?.first ?? last + 1) - 1)
  return joins !== undefined && best <= weak && at === first && joins.first > first ? joins.first : at
}

/** "1.79 million people, or 91.5 percent | , | had health insurance in March, some 21,000 fewer": the comma that closes what is said in other terms parts nothing. */
const closesAside = (scan: Scan, mention: Mention, at: number, after: Mention): boolean => {
  const start = mention.modifierAt === null ? mention.first : Math.min(mention.first, mention.modifierAt.first)
  const isAside = scan.norm(at) === ',' && scan.to('equivalent', start - 1) !== undefined
  return isAside && scan.words.slice(at + 1, after.first).some(({ norm }) => norm === ',')
}

export interface Windows {
  readonly head: Window
  readonly tail: Window
}

/** Words from an amount to the bracket that closes behind the same amount in another currency. */
const twinWords = 8

/** "earned less than VND8 million | (US$328) | a month": the brackets around the same amount in another currency, whose words are those of the amount before. */
const twinBrackets = (scan: Scan, { kind, last }: Mention, after: Mention | undefined): Window | null => {
  if (after === undefined || kind !== 'money' || after.kind !== 'money' || scan.norm(last + 1) !== '(') return null
  let close = after.last + 1
  while (close < last + twinWords && scan.norm(close) !== ')') close += 1
  return scan.norm(close) === ')' ? { first: last + 1, last: close } : null
}

/** "20.1 million | of 47.8 million people of working age | were insured": the whole behind a part, whose verb is the part's. */
export const wholeBehind = (scan: Scan, { kind, last }: Mention, after: Mention | undefined): Window | null => {
  if (after === undefined || kind !== 'count' || after.kind !== 'count') return null
  const of = scan.from('share_of', last + 1) ?? scan.from('noun_skip', last + 1)
  const first = after.modifierAt === null ? after.first : Math.min(after.first, after.modifierAt.first)
  return of !== undefined && of.last === first - 1
    ? { first: last + 1, last: Math.max(after.last, after.noun?.last ?? 0) }
    : null
}

/** Parts the words of a sentence among its mentions: each gets a head before it and a tail after it. */
export const windowsOf = (scan: Scan, sentence: Window, mentions: readonly Mention[]): Windows[] => {
  const twins = mentions.map(
    (mention, index) =>
      twinBrackets(scan, mention, mentions[index + 1]) ?? wholeBehind(scan, mention, mentions[index + 1]),
  )
  if (twins.every((twin) => twin === null)) return partsOf(scan, sentence, mentions, new Map())
  const closings = new Map(mentions.flatMap((mention, index) => (twins[index] ? [[mention, twins[index].last]] : [])))
  const alone = mentions.filter((_, index) => index === 0 || twins[index - 1] === null)
  const parts = new Map(partsOf(scan, sentence, alone, closings).map((each, index) => [alone[index]!, each]))
  return mentions.map((mention, index) => {
    const own = parts.get(mention)
    if (own !== undefined) return own
    const { first, last } = twins[index - 1]!
    const end = mention.kind === 'count' ? parts.get(mentions[index - 1]!)!.tail.last : last - 1
    return { head: { first: first + 1, last: mention.first - 1 }, tail: { first: mention.last + 1, last: end } }
  })
}

/** Words from a share to the end of the whole that it is of. */
const wholeReach = 6

/** `closings`: where the brackets close in which a number is said again; what follows them is said of it. */
const partsOf = (
  scan: Scan,
  sentence: Window,
  mentions: readonly Mention[],
  closings: ReadonlyMap<Mention, number>,
): Windows[] => {
  const heads: Window[] = []
  const tails: Window[] = []
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1]
    const after = mentions[index + 1]
    if (before === undefined) heads.push({ first: sentence.first, last: mention.first - 1 })
    if (after === undefined) {
      // The tail of the last number ends at the first strong boundary that opens something new.
      tails.push({ first: mention.last + 1, last: sentence.last })
      return
    }
    const noun = Math.max(mention.last, mention.noun?.last ?? 0, closings.get(mention) ?? 0)
    // "or 92.8 percent | of the population | , had health insurance"
    const whole = scan.within('of', noun + 1, noun + wholeReach)[0]?.last ?? noun
    const aside = [noun, whole].find((last) => closesAside(scan, mention, last + 1, after))
    const cut = boundary(scan, aside === undefined ? noun + 1 : aside + 2, after)
    tails.push({ first: mention.last + 1, last: cut - 1 })
    heads.push({ first: Math.min(cut, after.first), last: after.first - 1 })
  })
  return mentions.map((_, index) => ({ head: heads[index]!, tail: tails[index]! }))
}
