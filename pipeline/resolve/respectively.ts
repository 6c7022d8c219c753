import type { Hit } from '../../catalog/lexicon.ts'
import type { DocumentContext } from './context.ts'
import { refers } from './continuation.ts'
import type { Draft } from './draft.ts'
import { placesIn } from './places.ts'

/** Numbers that end a list: as many as stand without other words between them before "respectively". */
const listBefore = (drafts: readonly Draft[], at: number): Draft[] => {
  const list: Draft[] = []
  for (const draft of [...drafts].reverse()) {
    if (draft.mention.first > at || draft.kind === 'legal_document') continue
    const next = list[0]
    if (next !== undefined) {
      const between = draft.reading.scan.words.slice(draft.mention.last + 1, next.mention.first)
      if (next.kind !== draft.kind || between.length > 6) break
    }
    list.unshift(draft)
  }
  return list
}

/** "lần lượt đạt 45%, 35% và 5%; tỷ lệ bao phủ BHYT đạt | 95%": the numbers after "respectively", up to a semicolon or a subject of their own. */
const listAfter = (drafts: readonly Draft[], at: number, { topics }: DocumentContext): Draft[] => {
  const list: Draft[] = []
  for (const draft of drafts) {
    if (draft.mention.first <= at || draft.kind === 'legal_document') continue
    const { scan } = draft.reading
    const from = (list.at(-1)?.mention.last ?? at) + 1
    if (scan.words.slice(from, draft.mention.first).some(({ norm }) => norm === ';')) break
    const isNamed = scan.within('term', from, draft.mention.first - 1).some(({ value }) => topics.has(value))
    if (list.length > 1 && isNamed) break
    // "respectively, 27.7, 20.1 and 24.3 per cent of people under | 25": an age is none of the list.
    if (draft.kind === 'duration' && list.length > 0 && list[0]!.kind !== 'duration') break
    list.push(draft)
  }
  return list
}

const distinct = (hits: readonly Hit[]): Hit[] =>
  hits.filter((hit, index) => hits.findIndex((each) => each.value === hit.value) === index)

/** The last `size` of the hits in a row, where there are at least so many. */
const lastOf = (hits: readonly Hit[], size: number): readonly Hit[] | null => {
  const own = distinct(hits)
  if (own.length === size) return own
  // "In Ho Chi Minh City 47,300 ...; in Dong Nai and Binh Duong the number is 9,850 and 16,200 respectively": those that stand together last.
  const last = own.slice(-size)
  const together = last.every((hit, index) => index === 0 || hit.first - last[index - 1]!.last <= 4)
  return own.length > size && together ? last : null
}

/** "45.6 million visits, costing VND37.3 trillion, up | 3 and 11.4 per cent respectively": the figures right before a list of as many changes. */
const changedBy = (drafts: readonly Draft[], list: readonly Draft[], topics: ReadonlySet<string>): readonly Draft[] => {
  const [first] = list
  if (first === undefined || list.some(({ kind }) => kind !== 'percentage')) return []
  const { scan } = first.reading
  // "tăng lần lượt | 15% và 8%"
  const word = scan.to('respectively', first.mention.first - 1)?.first ?? first.mention.first
  if (scan.to('change', word - 1) === undefined) return []
  const at = drafts.indexOf(first)
  const before = drafts.slice(0, at).filter(({ kind }) => kind !== 'legal_document' && kind !== 'duration')
  if (before.length !== list.length) return []
  // "cost VND37.3 trillion, with health insurance and unemployment insurance up | 3 and 11.4 per cent respectively": named on their own.
  let comma = before.at(-1)!.mention.last + 1
  while (comma < word && scan.norm(comma) !== ',') comma += 1
  const named = scan.within('term', comma, word - 1)
  return named.some(({ value }) => topics.has(value)) ? [] : before
}

/** "45% ... 36,5% ... 96%. Đến năm 2030, các tỷ lệ này lần lượt là | 60%, 45% và 97%": as many figures as the sentence before told, which this one takes up. */
const takenUp = (list: readonly Draft[]): readonly Draft[] => {
  const first = list[0]!
  if (!refers(first)) return []
  const above: Draft[] = []
  for (let each = first.before; each !== null && each.reading === first.reading; each = each.before) {
    if (above.length > 0 && each.sentence !== above[0]!.sentence) break
    if (each.sentence !== first.sentence && each.kind === first.kind) above.unshift(each)
  }
  return above.length === list.length ? above : []
}

/**
 * "compulsory and voluntary social insurance and unemployment insurance ... 1.14 per cent, 16.2 per cent and 1.02 per cent respectively":
 * each number of the list has its own subject, place or period, in order. Commas may be missing. Where the two lists are of unequal length nothing is given out.
 */
export const shareOut = (drafts: readonly Draft[], context: DocumentContext): void => {
  const first = drafts[0]
  if (first === undefined) return
  const { scan } = first.reading
  const { sentence } = first
  const topics = context.topics
  for (const hit of scan.all('respectively')) {
    if (hit.first < sentence.first || hit.last > sentence.last) continue
    // "lần lượt là 5, 6 và 7": the word may also stand before the numbers.
    const before = listBefore(drafts, hit.first)
    const list = before.length > 1 ? before : listAfter(drafts, hit.last, context)
    if (list.length < 2) continue
    // "are | 262,715; 14,903 and 251,340 people, equal to | 98.2%, 85.2% and 97.9% of the plan respectively": a list of as many right before.
    const above = before.length > 1 ? listBefore(drafts, list[0]!.mention.first - 1) : []
    const lists = above.length === list.length ? [above, list] : [list]
    const start = lists[0]![0]!.mention.first
    const inFront = (each: Hit): boolean => each.first >= sentence.first && each.last < start
    const terms = lastOf(
      scan.all('term').filter((each) => inFront(each) && topics.has(each.value)),
      list.length,
    )
    const named = placesIn(scan, context.catalog.catalog)
    // "covered 93.1%, 92.4% and 95.7% of the population in Nghe An, Thanh Hoa and Quang Tri, | respectively": the places stand behind their numbers.
    const behind = named.filter((each) => each.first > list.at(-1)!.mention.last && each.last < hit.first)
    const places = lastOf(named.filter(inFront), list.length) ?? (behind.length === list.length ? behind : null)
    const whens = first.reading.whens.filter((when) => when.first >= sentence.first && when.last < start)
    const isNamed = scan.all('term').some((each) => inFront(each) && topics.has(each.value))
    const levels = changedBy(drafts, list, topics)
    const changed = levels.length > 0 || isNamed ? levels : takenUp(list)
    for (const each of lists)
      each.forEach((draft, index) => {
        draft.respective = {
          term: terms?.[index] ?? null,
          place: places?.[index] ?? null,
          when: whens.length === list.length ? (whens[index] ?? null) : null,
          changed: each === list ? (changed[index] ?? null) : null,
        }
      })
  }
}
