import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'
import { countryOf } from './places.ts'

const isForeign = ({ value }: Hit, { home }: DocumentContext): boolean =>
  home !== null && countryOf(value) !== countryOf(home.code)

const names = ({ scan }: PassageReading): boolean => scan.all('place_partner').length > 0

/** "Thailand's exports", "in Taiwan from USD 800", "Thái Lan đón 35 triệu lượt khách": what a country has or takes in itself is its own. */
const isItsOwn = (scan: Scan, { first, last }: Hit, number: number): boolean =>
  scan.norm(last).includes("'") ||
  // "1,620 went to work abroad, mainly in Japan"
  (first < number && scan.to('place_at', first - 1) !== undefined) ||
  scan.from('place_host', last + 1) !== undefined

/** Whether people or goods that cross a border are spoken of in a sentence, or in the one before it: "24.600 lao động đi làm việc ở nước ngoài. Đài Loan 9.800 người". */
const isAmongPartners = (reading: PassageReading, { first }: Hit): boolean => {
  const own = reading.sentences.findIndex((each) => each.first <= first && first <= each.last)
  const from = reading.sentences[Math.max(0, own - 1)]
  const to = reading.sentences[own]
  return from !== undefined && to !== undefined && reading.scan.within('place_partner', from.first, to.last).length > 0
}

/** "Khách Hàn Quốc dẫn đầu", "China took three-quarters of them": a country that visitors come from, or that workers and goods go to, is not what the text counts in. */
export const isPartner = ({ reading, mention }: Draft, hit: Hit, context: DocumentContext): boolean => {
  const { scan } = reading
  if (!isForeign(hit, context) || isItsOwn(scan, hit, mention.first)) return false
  return scan.from('place_taker', hit.last + 1) !== undefined || isAmongPartners(reading, hit)
}

/** A row of a table "Workers sent abroad" names where they went. */
export const isPartnerRow = (cell: PassageReading, hit: Hit, context: DocumentContext): boolean =>
  cell.passage.cell !== null &&
  isForeign(hit, context) &&
  [cell, ...leadsOf(cell, context).map(({ reading }) => reading), ...titles(context)].some(names)

const titles = ({ readings }: DocumentContext): PassageReading[] =>
  readings.filter(({ passage }) => passage.role === 'title')
