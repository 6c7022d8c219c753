import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'

/** A passage that governs another, and how: it leads its list, heads its row or column, captions its table, or is its heading. */
export interface Lead {
  readonly reading: PassageReading
  readonly rule:
    | 'list-lead'
    | 'label-below'
    | 'line-above'
    | 'row-header'
    | 'column-header'
    | 'stub'
    | 'caption'
    | 'heading'
}

const deepest = 8

/** Words that a line of a block of figures may have. */
const shortLine = 12

/** Words beside its numbers that a line may have and still say nothing of what they are: "about 20.11 million". */
const bareLine = 2

/** Lines back to the label of a block of figures. */
const blockLines = 3

/** Words that the line over a list of labels and figures may have: "FACTBOX - Health insurance coverage at end-2025, percent of population". */
const captionLine = 18

/** Lines of such a list. */
const longestList = 64

const isBeside = (reading: PassageReading | undefined, like: PassageReading): reading is PassageReading =>
  reading !== undefined &&
  reading.passage.role === 'paragraph' &&
  reading.passage.cell === null &&
  reading.passage.heading === like.passage.heading

const isLine = (reading: PassageReading | undefined, like: PassageReading): boolean =>
  isBeside(reading, like) && reading.scan.words.length <= shortLine

/** "Indonesia: 98.7", "Dong Nai - 93.4": a line that is a label and its figure. */
const isLabelled = ({ scan, mentions }: PassageReading): boolean =>
  mentions.length === 1 &&
  scan.words.length <= shortLine &&
  mentions[0]!.first > 1 &&
  [':', '-', '–', '—'].includes(scan.norm(mentions[0]!.first - 1)) &&
  mentions[0]!.last >= scan.words.length - 2

/** The line without a figure or an end over a list of labels and figures, however long it is. */
const captionAbove = (reading: PassageReading, context: DocumentContext): number | null => {
  if (!isBeside(reading, reading) || !isLabelled(reading)) return null
  for (let step = 1; step <= longestList; step += 1) {
    const above = context.readings[reading.passage.index - step]
    if (!isBeside(above, reading)) return null
    if (isLabelled(above)) continue
    const isCaption = above.mentions.length === 0 && above.scan.words.length <= captionLine
    return isCaption && above.scan.norm(above.scan.words.length - 1) !== '.' ? above.passage.index : null
  }
  return null
}

/** Words of a line outside its numbers. */
const wordsBeside = ({ scan, mentions }: PassageReading): number =>
  scan.words.filter(({ kind }, at) => kind === 'word' && !mentions.some(({ first, last }) => first <= at && at <= last))
    .length

/** "20.11 million" alone in its line: the line below is its label, "people in social insurance". */
const labelBelow = (reading: PassageReading, context: DocumentContext): number | null => {
  const below = context.readings[reading.passage.index + 1]
  const isBare = isLine(reading, reading) && reading.mentions.length > 0 && wordsBeside(reading) <= bareLine
  return isBare && isLine(below, reading) && below!.mentions.length === 0 ? below!.passage.index : null
}

/** "42.71% of the labour force" in a block of short lines: the last line above without a number names the block. */
const lineAbove = (reading: PassageReading, context: DocumentContext): number | null => {
  if (!isLine(reading, reading) || reading.mentions.length === 0) return null
  for (let step = 1; step <= blockLines; step += 1) {
    const above = context.readings[reading.passage.index - step]
    if (!isLine(above, reading)) return null
    if (above!.mentions.length === 0) return above!.passage.index
  }
  return null
}

/** "of which voluntary", "trong đó: nam" heads a row of parts: the row above it that opens with no such words names the whole. */
const wholeRow = (header: PassageReading, context: DocumentContext): number | null => {
  const own = header.passage.cell
  if (own === null || header.scan.from('group', 0) === undefined) return null
  for (let index = header.passage.index - 1; index >= 0; index -= 1) {
    const above = context.readings[index]!
    if (above.passage.cell?.table !== own.table) return null
    if (
      above.passage.cell.column === own.column &&
      above.passage.cell.row < own.row &&
      above.scan.from('group', 0) === undefined
    )
      return index
  }
  return null
}

/** Everything that governs a passage, the nearest first: table headers, list leads from the inside out, headings. */
export const leadsOf = (reading: PassageReading, context: DocumentContext): Lead[] => {
  const found: Lead[] = []
  const seen = new Set<number>()
  const add = (index: number | null, rule: Lead['rule']): void => {
    // A line such as "Legal Desk - July 3, 2023" may look like a heading.
    if (
      index === null ||
      seen.has(index) ||
      index === reading.passage.index ||
      context.readings[index] === context.dateline?.ground.reading
    )
      return
    if (rule === 'heading' && context.readings[index]!.passage.role === 'caption') return
    seen.add(index)
    found.push({ reading: context.readings[index]!, rule })
  }
  const { cell } = reading.passage
  if (cell !== null) {
    for (const index of [...cell.rowHeaders].reverse()) {
      add(index, 'row-header')
      add(wholeRow(context.readings[index]!, context), 'row-header')
    }
    for (const index of [...cell.columnHeaders].reverse()) add(index, 'column-header')
    // "NOK million" over the names of the rows is the unit of the whole table.
    for (const index of cell.rowHeaders)
      for (const stub of context.readings[index]!.passage.cell?.columnHeaders ?? []) add(stub, 'stub')
    add(cell.caption, 'caption')
  }
  const label = labelBelow(reading, context)
  add(label, 'label-below')
  let lead = reading.passage.lead
  for (let depth = 0; lead !== null && depth < deepest; depth += 1) {
    add(lead, 'list-lead')
    lead = context.readings[lead]!.passage.lead
  }
  if (label === null && lead === null && reading.passage.lead === null)
    add(lineAbove(reading, context) ?? captionAbove(reading, context), 'line-above')
  let heading = reading.passage.heading
  const top = found.filter(({ rule }) => rule === 'list-lead').at(-1)
  if (heading === null && top !== undefined) heading = top.reading.passage.heading
  for (let depth = 0; heading !== null && depth < deepest; depth += 1) {
    add(heading, 'heading')
    heading = context.readings[heading]!.passage.heading
  }
  return found
}
