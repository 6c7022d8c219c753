import type { PassageReading } from '../extract/read-passage.ts'

/** Passages at the head of an official text: the authority, the number, the place and day, and then what it is and what it is about. */
const headPassages = 14

/** "QUYẾT ĐỊNH", "KẾ HOẠCH": a line that says what the text is, and no more. */
const isTypeAlone = ({ scan, passage }: PassageReading): boolean => {
  const type = scan.from('legal_type', 0)
  const isCapitals = passage.text === passage.text.toUpperCase()
  return passage.cell === null && isCapitals && type !== undefined && type.last === scan.words.length - 1
}

/** "KẾ HOẠCH | Phát triển người tham gia BHXH năm 2024" in the lines of one passage. */
const isTypeAbove = ({ scan, passage }: PassageReading): boolean => {
  const type = scan.from('legal_type', 0)
  if (passage.cell !== null || type === undefined || type.last === scan.words.length - 1) return false
  return scan.isCapital(type.last) && scan.breaks(type.last + 1)
}

/** "V/v đôn đốc phát triển đối tượng tham gia": an official letter says in a line of its own what it is about. */
const isAbout = ({ scan }: PassageReading): boolean => scan.from('legal_about', 0) !== undefined

/**
 * What an official text is about: the line below the one that says what it is ("KẾ HOẠCH | Thực hiện chỉ tiêu bao phủ BHYT năm 2023"), or
 * the line of a letter that says so. Its first line is the name of the authority.
 */
export const officialTitle = (readings: readonly PassageReading[]): PassageReading | null => {
  const head = readings.slice(0, headPassages)
  const both = head.find(isTypeAbove)
  if (both !== undefined) return both
  const type = head.findIndex(isTypeAlone)
  const below = type < 0 ? undefined : readings[type + 1]
  if (below !== undefined && below.passage.cell === null && below.passage.role !== 'furniture') return below
  // A number stands above it: no article of a newspaper opens with "Về việc ...".
  const about = head.findIndex(isAbout)
  const isNumbered = head.slice(0, about).some(({ mentions }) => mentions.some(({ kind }) => kind === 'legal_document'))
  return about > 0 && isNumbered ? head[about]! : headlineBelow(readings)
}

/** Passages below the name of who publishes within which the headline stands; a date may stand between. */
const headlinePassages = 4
const shortestHeadline = 6

/** "BẢO HIỂM XÃ HỘI VIỆT NAM", "Báo Quảng Trị", and below it the headline: the name of a body alone is no title. */
const headlineBelow = (readings: readonly PassageReading[]): PassageReading | null => {
  const [first] = readings
  if (first?.passage.role !== 'title' || !isBodyAlone(first)) return null
  for (const reading of readings.slice(1, headlinePassages)) {
    const { passage, scan } = reading
    const isLine = passage.role === 'heading' || passage.role === 'paragraph'
    if (!isLine || passage.cell !== null || /[.;:]$/u.test(passage.text.trim())) continue
    if (scan.words.length < shortestHeadline || reading.mentions.some(({ kind }) => kind === 'legal_document')) continue
    if (reading.whens.some(({ is, first: at }) => is === 'day' && at <= 2)) continue
    return reading
  }
  return null
}

/** A line of the words of a body and places, in capitals or with the body's name at its head. */
const isBodyAlone = ({ scan, passage, whens, mentions }: PassageReading): boolean => {
  if (whens.length > 0 || mentions.length > 0 || scan.words.length > longestBody) return false
  // "PRESS RELEASE"
  if (scan.from('kicker', 0)?.last === scan.words.length - 1) return true
  const isCapitals = passage.text === passage.text.toUpperCase()
  return (isCapitals && scan.all('authority').length > 0) || scan.from('authority', 0) !== undefined
}
const longestBody = 9

/** Whether a title is that of a plan, whose dates are those of its goals: it says so, or the line above it does. */
export const isOfPlan = (title: PassageReading, readings: readonly PassageReading[]): boolean =>
  [title, readings[title.passage.index - 1]].some(
    (reading) =>
      reading !== undefined &&
      (reading.scan.all('target_strong').length > 0 ||
        reading.scan.all('legal_type').some(({ value }) => plans.has(value)) ||
        reading.scan.all('legal_named').length > 0),
  )

/** "NGHỊ QUYẾT | Quy định mức hỗ trợ ... giai đoạn 2023-2025": the years of an act or a plan are those of what it sets, and of no result told in it. */
export const isOfAct = (title: PassageReading, readings: readonly PassageReading[]): boolean => {
  const type = isTypeAbove(title) ? title : readings[title.passage.index - 1]
  return (
    title.passage.role !== 'title' &&
    type !== undefined &&
    (type === title || isTypeAlone(type)) &&
    type.scan.from('legal_type', 0)!.value !== 'Report'
  )
}

const plans: ReadonlySet<string> = new Set(['Plan', 'Program', 'Project'])
