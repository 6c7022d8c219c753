import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, Ground } from './draft.ts'
import { leadsOf } from './leads.ts'
import { nationalRule } from './national-rule.ts'
import { isPartner, isPartnerRow } from './partner-place.ts'
import { countryOf, isAskers, isDateline, placesIn } from './places.ts'
import { isInRelative } from './relative-clause.ts'

const set = (
  draft: Draft,
  code: string,
  reading: PassageReading,
  hit: { first: number; last: number },
  rule: string,
  stated: boolean,
): true => {
  draft.place = code
  draft.grounds.set('place', { reading, first: hit.first, last: hit.last, rule, stated })
  return true
}

/** In a text about a region the name of the country is most often part of who says or rules something. */
const speaks = (context: DocumentContext, hit: Hit): boolean =>
  context.region === null || hit.value !== context.home?.code

const nationalReach = 6

/** The nearest place named before the number in its sentence, or in its own words after it. */
const fromSentence = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, mention, sentence, tail } = draft
  const { scan } = reading
  const hits = placesIn(scan, context.catalog.catalog).filter(
    (hit) =>
      speaks(context, hit) &&
      !(context.home === null && isDateline(scan, hit)) &&
      hit.first >= sentence.first &&
      hit.last <= sentence.last &&
      isOfTheNumber(draft, hit, context),
  )
  const after = hits.find((hit) => hit.first > mention.last && hit.last <= tail.last)
  const before = [...hits].reverse().find((hit) => hit.last < mention.first)
  const beforeNear = before !== undefined && before.first >= draft.head.first
  // In a text about a region the country far behind a number is one to compare with: "1.17%, the second lowest of the whole country".
  const reach = context.region === null ? tail.last : Math.min(tail.last, mention.last + nationalReach)
  const city = before === undefined && after === undefined ? cityOf(draft, context) : undefined
  if (city !== undefined) return set(draft, city.value, reading, city, 'same-sentence', true)
  const national = scan
    .all('place_national')
    .find((hit) => hit.first > mention.last && hit.last <= reach && !isComparedWith(draft, hit))
  const chosen = beforeNear ? before : isAt(draft, after) ? after : (before ?? after)
  if (chosen !== undefined && chosen === before && closesList(scan, hits, chosen)) return false
  // "called on | 514 employers in Cebu and Davao": nor of the first of several.
  if (chosen !== undefined && chosen === after && opensList(scan, hits, chosen, draft)) return false
  if (chosen !== undefined) return set(draft, chosen.value, reading, chosen, 'same-sentence', true)
  if (national !== undefined && context.home !== null && draft.of === null)
    return set(draft, countryOf(context.home.code), reading, national, 'nationwide', true)
  return false
}

/** "1.2 percentage points higher | than the | national average": the whole that a part of it is compared with. */
const isComparedWith = ({ reading: { scan }, measure }: Draft, { first }: Hit): boolean =>
  (measure === 'gap' || measure === 'change') &&
  (['baseline', 'gap_after', 'change_after'] as const).some((category) =>
    scan.within(category, first - comparedReach, first).some((hit) => hit.last >= first - 2),
  )
const comparedReach = 5

/** "Maharashtra, Gujarat and | Haryana | together accounted for 58.33%": a number of several places is of none of them; "Hanoi, Viet Nam" is one. */
const closesList = (scan: Scan, hits: readonly Hit[], last: Hit): boolean => {
  const other = hits.findLast((hit) => hit.last < last.first)
  if (other === undefined || isWithin(other.value, last.value) || isWithin(last.value, other.value)) return false
  for (let at = other.last + 1; at < last.first; at += 1)
    if (scan.norm(at) !== ',' && scan.to('list_and', at) === undefined && scan.from('list_and', at) === undefined)
      return false
  return true
}

const opensList = (scan: Scan, hits: readonly Hit[], first: Hit, { next }: Draft): boolean => {
  const other = hits.find((hit) => hit.first > first.last)
  if (other === undefined || isWithin(other.value, first.value) || isWithin(first.value, other.value)) return false
  // "300 in Hue and Da Nang | 250": each has its own.
  if (next !== null && other.first > next.mention.last) return false
  return scan.from('list_and', first.last + 1)?.last === other.first - 1
}

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}-`)

/** "In Athens the government raised its own": a city of another country, where something is. */
const cityOf = ({ reading: { scan }, sentence, mention }: Draft, context: DocumentContext): Hit | undefined =>
  scan
    .all('city')
    .find(
      ({ first, last, value }) =>
        first >= sentence.first &&
        last < mention.first &&
        value !== context.home?.code &&
        scan.isCapital(first) &&
        scan.to('place_at', first - 1) !== undefined,
    )

/** "12,000 in Ha Tinh", "300 people of Nghe An": the place stands in a phrase of the number's own. */
const isAt = (draft: Draft, hit: Hit | undefined): boolean => hit !== undefined && hit.first - draft.mention.last <= 12

/** Words from the start of a passage within which its dateline begins. */
const datelineWords = 3

/** "NEW DELHI, October 10, 2023: The rate fell to 3.2 per cent": where a text was written is not what its first figure is of. */
const isOfDateline = (draft: Draft, hit: Hit, { dateline }: DocumentContext): boolean =>
  dateline !== null &&
  dateline.ground.reading === draft.reading &&
  hit.first < datelineWords &&
  hit.last < dateline.ground.first &&
  dateline.ground.first - hit.last <= datelineWords &&
  dateline.ground.last < draft.mention.first

/** A place inside the name of a body ("Nghe An Newspaper", "Vietnam Social Security") speaks of the body; the country of a national body is the number's place all the same. */
const isOfTheNumber = (draft: Draft, hit: Hit, context: DocumentContext): boolean => {
  const { scan } = draft.reading
  if (isOfDateline(draft, hit, context) || isAskers(scan, hit) || isPartner(draft, hit, context)) return false
  if (opensBrackets(draft, hit)) return true
  return (
    !isPlainDateline(draft, hit, context) &&
    !isApart(scan, hit) &&
    // "the agency told a review meeting in | Hanoi": where something was said is not what it was said of.
    scan.to('place_event', hit.first - 1) === undefined &&
    !isBracketed(draft, hit) &&
    !isInRelative(scan, hit, draft.mention) &&
    scan.from('place_body', hit.last + 1) === undefined &&
    !scan.all('authority').some((each) => each.first <= hit.first && each.last >= hit.last && each.last > hit.last)
  )
}

/** "TP. Hồ Chí Minh mới (gồm cả Bình Dương cũ) có 41 điểm": brackets that close before the number say more of another place. */
const isBracketed = ({ reading: { scan }, mention, sentence }: Draft, hit: Hit): boolean => {
  let open = -1
  for (let at = sentence.first; at < hit.first; at += 1) {
    if (scan.norm(at) === '(') open = at
    else if (scan.norm(at) === ')') open = -1
  }
  if (open < 0 || hit.last > mention.first) return false
  // "tỉnh ta (theo địa giới trước khi sáp nhập với Kon Tum) có 1.196.420 người"
  const named = (['place', 'place_local'] as const).some(
    (category) => scan.to(category, open - 1) !== undefined || scan.to(category, open - 2) !== undefined,
  )
  for (let at = hit.last + 1; named && at < mention.first; at += 1) if (scan.norm(at) === ')') return true
  return false
}

/** "higher than Dong Thap (19.7%)", "thấp hơn TP. Hồ Chí Minh (50,2%)": the number in brackets right behind a place is of it, compared with or not. */
const opensBrackets = ({ reading: { scan }, mention, previous }: Draft, hit: Hit): boolean => {
  if (scan.norm(hit.last + 1) !== '(' || hit.last > mention.first || mention.first - hit.last > bracketWords)
    return false
  return previous === null || previous.mention.last < hit.first
}
const bracketWords = 4

/** Passages at the head of a text within which its story opens with where it was written. */
const openingPassages = 4
const dashes: ReadonlySet<string> = new Set(['-', '–', '—'])

/** "ĐẮK LẮK - Cả nước xuất khẩu 1,46 triệu tấn", "MANILA (Reuters) - ...": a dateline without a day says where the text was written. */
const isPlainDateline = ({ reading }: Draft, hit: Hit, context: DocumentContext): boolean => {
  const { scan, passage } = reading
  if (hit.first !== 0 || passage.role !== 'paragraph' || passage.lead !== null) return false
  if (context.readings.slice(0, passage.index).filter(isStory).length >= openingPassages) return false
  if (scan.words.length < storyWords) return false
  let next = hit.last + 1
  if (scan.norm(next) === '(') while (next < hit.last + agencyWords && scan.norm(next - 1) !== ')') next += 1
  return dashes.has(scan.norm(next)) && !(scan.words[next]!.joined && scan.words[next + 1]?.joined === true)
}
const isStory = ({ passage }: PassageReading): boolean => passage.role === 'paragraph'
const storyWords = 14
const agencyWords = 6

/** "only after Ha Nam", "đông nhất từ Sóc Trăng, Cà Mau": a place to compare with or to come from, alone or in a list. */
const isApart = (scan: Scan, hit: Hit): boolean => {
  let first = hit.first
  for (let step = 0; step < longestList; step += 1) {
    if (scan.to('place_apart', first - 1) !== undefined) return true
    const isListed = scan.norm(first - 1) === ',' || scan.to('list_and', first - 1) !== undefined
    const before = isListed ? scan.to('place', first - 2) : undefined
    if (before === undefined) return false
    first = before.first
  }
  return false
}

const longestList = 12

const fromLeads = (draft: Draft, context: DocumentContext): boolean => {
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    if (reading.passage.role === 'title') continue
    const hit = placesIn(reading.scan, context.catalog.catalog).find((each) => speaks(context, each))
    if (hit !== undefined && isPartnerRow(draft.reading, hit, context)) continue
    if (hit !== undefined) return set(draft, hit.value, reading, hit, rule, true)
    const national = reading.scan.all('place_national')[0]
    if (national !== undefined && rule !== 'heading' && context.home !== null)
      return set(draft, countryOf(context.home.code), reading, national, rule, true)
  }
  return false
}

/** "Nợ xấu toàn tỉnh là 1,1%, cả nước | 4,55%": the number's own words name the nation and not the province. */
const isOfTheNationAlone = ({ reading: { scan }, head, tail }: Draft): boolean =>
  scan.within('place_national', head.first, tail.last).length > 0 &&
  scan.within('place_local', head.first, tail.last).length === 0

/** "the coverage rate in the province": the region named last before it in the passage, or the one that the text names. */
const localPlace = (draft: Draft, context: DocumentContext): { code: string; ground: Ground } | null => {
  const { scan } = draft.reading
  const word = scan
    .all('place_local')
    .find((hit) => hit.first >= draft.sentence.first && hit.last <= draft.sentence.last)
  if (word === undefined || isOfTheNationAlone(draft)) return null
  const hits = placesIn(scan, context.catalog.catalog).filter(
    (each) => each.value.includes('-') && isOfTheNumber(draft, each, context),
  )
  const near = hits.filter((each) => each.first >= draft.sentence.first && each.last < draft.mention.first)
  if (near.length > 0) return null
  const hit = hits.filter((each) => each.last < draft.sentence.first).at(-1)
  const lone = context.loneRegion
  if (hit === undefined) return lone === null || lone.ground === null ? null : { code: lone.code, ground: lone.ground }
  const { first, last, value } = hit
  return { code: value, ground: { reading: draft.reading, first, last, rule: 'local-word', stated: false } }
}

/** "drought in Khon Kaen, Chaiyaphum and Nakhon Ratchasima": of several regions in a sentence none is that of the next. */
const isOneOfMany = (reading: PassageReading, last: Hit, hits: readonly Hit[]): boolean => {
  const own = reading.sentences.find(({ first, last: end }) => first <= last.first && last.first <= end)
  return own !== undefined && hits.some((hit) => hit.first >= own.first && hit.value !== last.value)
}

const isAbroad = ({ value }: Hit, { home }: DocumentContext): boolean =>
  home !== null && countryOf(value) !== countryOf(home.code)

/** Sentences over which a country abroad, once named, still is what a passage of another country speaks of. */
const foreignReach = 2

/** "Ở Nhật Bản, 29,1%. Toàn thành phố có 1.280 khách sạn": a country abroad is left where the text speaks of its own province, or of something else. */
const isLeft = (draft: Draft, last: Hit, context: DocumentContext): boolean => {
  const { reading, sentence } = draft
  if (!isAbroad(last, context)) return false
  const named = reading.sentences.findIndex((each) => each.first <= last.first && last.first <= each.last)
  return (
    reading.sentences.indexOf(sentence) - named > foreignReach ||
    reading.scan.within('place_local', sentence.first, sentence.last).length > 0
  )
}

/** "the city had 3,912,000 cardholders. Nearly | 1.06 million of them ...": what "the city" was in the sentence before. */
const fromLocalBefore = (draft: Draft): boolean => {
  const { before, reading } = draft
  const ground = before?.reading === reading ? before.grounds.get('place') : undefined
  if (before == null || ground?.rule !== 'local-word') return false
  draft.place = before.place
  draft.grounds.set('place', ground)
  return true
}

/** A region named earlier in the passage still holds where the sentence says "the province" or goes on about it. */
const fromPassage = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, sentence } = draft
  const before = placesIn(reading.scan, context.catalog.catalog).filter(
    (hit) => speaks(context, hit) && hit.last < sentence.first && isOfTheNumber(draft, hit, context),
  )
  const last = before.at(-1)
  if (last === undefined) return fromLocalBefore(draft)
  if (isLeft(draft, last, context)) return false
  if ((last.value.includes('-') || isAbroad(last, context)) && isOneOfMany(reading, last, before)) return false
  const national = reading.scan
    .all('place_national')
    .some((hit) => hit.first >= sentence.first && hit.last <= sentence.last)
  if (national && last.value.includes('-')) return false
  return set(draft, last.value, reading, last, 'same-passage', false)
}

/** Words behind a number within which the part of the world is its own; further on it is ranked there: ", the largest in the world". */
const worldReach = 3

/** "against 79.6 per cent worldwide", "Trên thế giới, 52% ...": a part of the world that is named in the number's own words, and no place beside it. */
const isOfTheWorld = ({ reading, head, tail, mention }: Draft, context: DocumentContext): boolean => {
  const isOwn = ({ first, last }: Hit): boolean =>
    (first >= head.first && last < mention.first) ||
    (first > mention.last && first - mention.last <= worldReach && last <= tail.last)
  return reading.scan.all('place_world').some(isOwn) && !placesIn(reading.scan, context.catalog.catalog).some(isOwn)
}

/** "thấp hơn bình quân cả nước | 1,8 điểm phần trăm": a distance from the nation is the province's. */
const isMeasuredAgainst = ({ measure, reading: { scan } }: Draft, { first }: Hit): boolean =>
  measure !== 'level' &&
  (['average', 'baseline', 'gap', 'change', 'place_apart'] as const).some(
    (category) => scan.to(category, first - 1) !== undefined,
  )

/** Words from what ranks something to whom it is ranked among: "the fourth most in | the country", "the largest number in | Vietnam". */
const rankReach = 5

const isRankedAmong = ({ scan, mentions }: PassageReading, { first }: Hit): boolean =>
  scan.within('place_standing', first - rankReach, first - 1).length > 0 ||
  mentions.some(({ kind, last }) => kind === 'rank' && last < first && first - last <= rankReach)

/** "Cả nước có 16,3 triệu người": the country stands before the number in its sentence. Behind it stands whom it is compared with: "đứng thứ 3 cả nước". */
const isOfTheNation = (draft: Draft): boolean =>
  draft.reading.scan.all('place_national').some((hit) => {
    const { reading, sentence, mention, head } = draft
    const { first, last } = hit
    if (first < sentence.first || last >= mention.first || isMeasuredAgainst(draft, hit)) return false
    if (isRankedAmong(reading, hit)) return false
    // "Tỉnh có 87% người trưởng thành có tài khoản; cả nước có | 21.000 máy": the number's own words.
    if (first >= head.first) return true
    return !reading.mentions.some((each) => each.first > sentence.first && each.last < first)
  })

/** "Nợ xấu tỉnh Quảng Nam là 1,1%, cả nước | 4,55%": the last that the number's own words name is the nation. */
const ownNation = (draft: Draft, { catalog }: DocumentContext): Hit | null => {
  const { head, mention } = draft
  const { scan } = draft.reading
  const nation = scan.within('place_national', head.first, mention.first - 1).at(-1)
  if (nation === undefined || isMeasuredAgainst(draft, nation) || isRankedAmong(draft.reading, nation)) return null
  const isOther = ({ first, last }: Hit): boolean => first >= head.first && last < mention.first
  return scan.all('place_local').some(isOther) || placesIn(scan, catalog.catalog).some(isOther) ? null : nation
}

/** "Cả nước xuất khẩu 1,46 triệu tấn. Giá bình quân đạt 3.719 USD": the sentence after one of the nation, where it names no place, is of it too. */
const goesOnAboutTheNation = (draft: Draft, context: DocumentContext): boolean => {
  const { before, reading, sentence } = draft
  if (before === null || before.reading !== reading || context.home === null) return false
  if (before.place !== countryOf(context.home.code) || before.grounds.get('place')?.rule === 'national-rule')
    return false
  if (!isOfTheNation(before) && !nationalAfter(before) && !goesOnAboutTheNation(before, context)) return false
  return !reading.scan.all('place_local').some(({ first, last }) => first >= sentence.first && last <= sentence.last)
}

/** "16.5 million people nationwide" */
const nationalAfter = ({ grounds }: Draft): boolean => grounds.get('place')?.rule === 'nationwide'

/** "Read also: PhilHealth collected | ₱187.4 billion last year", in a text on another country: a body that one country alone has. */
const fromBodyAbroad = (draft: Draft, { catalog, home }: DocumentContext): boolean => {
  const { reading, sentence, mention } = draft
  const hit = reading.scan.within('authority', sentence.first, mention.first - 1).at(-1)
  const place = hit === undefined ? null : (catalog.catalog.authorities.get(hit.value)?.place ?? null)
  if (hit === undefined || place === null || home === null || countryOf(place) === countryOf(home.code)) return false
  return set(draft, countryOf(place), reading, hit, 'same-sentence', true)
}

const placesOfSentence = ({ reading: { scan }, sentence }: Draft, { catalog }: DocumentContext): readonly Hit[] =>
  placesIn(scan, catalog.catalog).filter(({ first, last }) => first >= sentence.first && last <= sentence.last)

/** Words from a document's number to what says that it sets a goal: "Nghị quyết 28-NQ/TW | đặt mục tiêu", "Resolution No. 28-NQ/TW | aims for". */
const goalReach = 4

/** In a text about a province, a goal that a resolution of the nation sets: "Nghị quyết 28-NQ/TW đặt mục tiêu đến năm 2025 có khoảng | 45% lực lượng lao động". */
const nationalGoal = (draft: Draft, { region, catalog }: DocumentContext): Draft | null => {
  const { reading, sentence, status } = draft
  if (region === null || status !== 'target') return null
  let law = draft.before
  while (law !== null && law.sentence === sentence && law.kind !== 'legal_document') law = law.before
  if (law === null || law.sentence !== sentence || law.issuer === null) return null
  const isLocal = [...catalog.catalog.authorities.values()].every(
    ({ name, local }) => name !== law.issuer || local !== null,
  )
  const { last } = law.mention
  const sets = reading.scan.within('status', last + 1, last + goalReach).some(({ value }) => value === 'target')
  const isOfPlace = reading.scan.within('place_local', sentence.first, sentence.last).length > 0
  return isLocal || !sets || isOfPlace ? null : law
}

/** ISO 3166 code of what a number is of. */
export const resolvePlace = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  const { scan } = draft.reading
  if (draft.twin !== null) {
    draft.place = draft.twin.place
    const ground = draft.twin.grounds.get('place')
    if (ground !== undefined) draft.grounds.set('place', ground)
    return
  }
  const given = draft.respective?.place ?? null
  if (given !== null) {
    set(draft, given.value, draft.reading, given, 'respectively', true)
    return
  }
  // "over 50 countries": a count of countries is of none of them.
  if (
    draft.mention.noun !== null &&
    scan.from('place_abroad', draft.mention.noun.last) !== undefined &&
    draft.kind === 'count'
  )
    return
  const law = nationalRule(draft, context)
  if (law !== null && context.home !== null) {
    set(draft, countryOf(context.home.code), draft.reading, law, 'national-rule', false)
    return
  }
  const goal = nationalGoal(draft, context)
  if (goal !== null && context.home !== null && placesOfSentence(draft, context).length === 0) {
    set(draft, countryOf(context.home.code), draft.reading, goal.mention, 'national-rule', false)
    return
  }
  const local = localPlace(draft, context)
  if (local !== null) {
    draft.place = local.code
    draft.grounds.set('place', local.ground)
    return
  }
  if (isOfTheWorld(draft, context)) return
  const nation = ownNation(draft, context)
  if (nation !== null && context.home !== null) {
    set(draft, countryOf(context.home.code), draft.reading, nation, 'nationwide', true)
    return
  }
  if (fromSentence(draft, context) || fromBodyAbroad(draft, context)) return
  if (fromLeads(draft, context) || fromPassage(draft, context)) return
  if (context.region !== null && !isOfTheNation(draft) && !goesOnAboutTheNation(draft, context)) {
    draft.place = context.region.code
    if (context.region.ground !== null) draft.grounds.set('place', context.region.ground)
    return
  }
  if (context.home === null) return
  draft.place = context.home.code
  if (context.home.ground !== null) draft.grounds.set('place', context.home.ground)
}
