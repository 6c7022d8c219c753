import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Draft } from './draft.ts'

/** Categories of phrases that say how much, when, where or in what respect, and name no subject of their own. */
const bare: ReadonlySet<string> = new Set([
  'adjective',
  'as_of',
  'authority',
  'baseline',
  'baseline_skip',
  'change',
  'change_verb',
  'city',
  'clause',
  'copula',
  'fulfilled',
  'gap',
  'goal',
  'list_and',
  'modifier',
  'not_count',
  'place',
  'place_admin',
  'place_local',
  'place_national',
  'place_standing',
  'range_from',
  'range_to',
  'respectively',
  'status',
  'stop',
  'target_head',
  'target_strong',
  'year_before',
])

/** "Cà Mau đứng cuối nhóm, tuy đã tăng 2,4 điểm phần trăm": points are of a rate, which words before a comma do not name. */
const lastComma = (draft: Draft): number => {
  let at = draft.mention.first
  while (at > draft.head.first && draft.reading.scan.norm(at - 1) !== ',') at -= 1
  return at
}

const appositionWords = 8

/** "Van Canh, | a mountainous district, | had only 412 people": the comma that closes what is said of a name between two of them. */
const endOfApposition = (scan: Scan, open: number, last: number): number => {
  for (let at = open + 1; at <= Math.min(last, open + appositionWords); at += 1) {
    if (scan.norm(at) === ',') return at > open + 1 ? at : -1
    if (scan.words[at]!.kind !== 'word') return -1
  }
  return -1
}

/** Words of the number's own head that name a thing, and none that the catalog or the calendar knows: "exports", "rice prices". */
const namesAnother = (draft: Draft, known: ReadonlySet<string>): boolean => {
  const { scan, whens } = draft.reading
  const from = Math.max(draft.unit === 'percentage_point' ? lastComma(draft) : draft.head.first, draft.sentence.first)
  const to = draft.mention.first - 1
  const covered = new Set<number>()
  const cover = (first: number, last: number): void => {
    for (let at = Math.max(first, from); at <= Math.min(last, to); at += 1) covered.add(at)
  }
  for (const hit of scan.hits) {
    if (hit.first > to) break
    if (hit.last >= from && (bare.has(hit.category) || (hit.category === 'term' && known.has(hit.value))))
      cover(hit.first, hit.last)
  }
  for (const when of whens) cover(when.first, when.last)
  for (let at = from; at < to; at += 1) {
    const close = scan.norm(at) === ',' && scan.isCapital(at - 1) ? endOfApposition(scan, at, to) : -1
    if (close > 0) cover(at, close)
  }
  for (let at = from; at <= to; at += 1) {
    const word = scan.words[at]!
    if (word.kind !== 'word' || covered.has(at)) continue
    // A name ("Huyện Đô Lương", "Mandera") says whose figure it is; the first word of a sentence has its capital anyway.
    const isName = scan.isCapital(at) && (at > draft.sentence.first || scan.isCapital(at + 1))
    if (!isName) return true
  }
  return false
}

/**
 * "49.1 million people | were in work": a number that opens its statement is told of by what follows it, and words there that neither
 * the catalog nor the calendar knows tell of something else.
 */
export const tellsOther = (draft: Draft): boolean => {
  const { scan, whens } = draft.reading
  const { mention, head, tail, sentence } = draft
  // "12.38 million workers, of whom 11.29m were in a job and | 1.09m had lost theirs"
  if (scan.within('group', sentence.first, mention.first - 1).length > 0) return false
  const { named, bared } = coverOf(scan)
  for (let at = Math.max(head.first, sentence.first); at < mention.first; at += 1)
    if (scan.words[at]!.kind === 'word' && !scan.isCapital(at) && !named.has(at)) return false
  const from = Math.max(mention.last, mention.noun?.last ?? 0) + 1
  for (let at = from; at <= Math.min(tail.last, sentence.last); at += 1) {
    if (scan.words[at]!.kind === 'sign') break
    if (scan.words[at]!.kind !== 'word' || scan.isCapital(at) || bared.has(at)) continue
    if (!whens.some(({ first, last }) => first <= at && at <= last)) return true
  }
  return false
}

interface Cover {
  /** Words that stand in any phrase of the language or the catalog. */
  readonly named: ReadonlySet<number>
  /** Words that stand in one that names no other subject, or in a term. */
  readonly bared: ReadonlySet<number>
}

const covers = new WeakMap<Scan, Cover>()

const coverOf = (scan: Scan): Cover => {
  const known = covers.get(scan)
  if (known !== undefined) return known
  const [named, bared] = [new Set<number>(), new Set<number>()]
  for (const { category, first, last } of scan.hits)
    for (let at = first; at <= last; at += 1) {
      named.add(at)
      if (bare.has(category) || category === 'term') bared.add(at)
    }
  const cover = { named, bared }
  covers.set(scan, cover)
  return cover
}

/** Words after a number within which "of it", "of them" stands. */
const behind = 2

/** "the rate", "it", "of which", "con số này": words that take up what was said. */
export const refers = (draft: Draft): boolean => {
  const from = Math.max(draft.head.first, draft.sentence.first)
  const { scan } = draft.reading
  return (['refer', 'group'] as const).some((category) =>
    scan.all(category).some(
      ({ first }) =>
        first >= from &&
        first <= draft.mention.last + behind &&
        first !== draft.mention.first &&
        // "54 per cent of those withdrawing"
        scan.from('refer', first)?.value !== 'none',
    ),
  )
}

/** Signs and words of a sentence behind which another subject may stand. */
export const isParted = (draft: Draft, source: Draft): boolean => {
  const { scan } = draft.reading
  for (let at = source.mention.last + 1; at < draft.mention.first; at += 1)
    if (scan.norm(at) === ';' || scan.from('clause', at)?.value === 'strong') return true
  return false
}

/**
 * Whether a claim goes on about the claim before it, and its words name no subject of their own: "The rate was 90 percent in 2021", "Up 5 percent",
 * "(8 percent more)". "Exports rose by 5 percent" goes on about nothing.
 */
export const goesOn = (draft: Draft, source: Draft, cues: ReadonlySet<string>): boolean => {
  if (refers(draft)) return true
  const isSameSentence = source.reading === draft.reading && source.sentence === draft.sentence
  return (isSameSentence && !isParted(draft, source)) || !namesAnother(draft, cues)
}

/** Whether a number whose sentence names no subject of the catalog may take one from the sentences before. */
export const isOpen = (draft: Draft): boolean => refers(draft) || !namesAnother(draft, new Set())
