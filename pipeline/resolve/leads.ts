import type { PassageReading } from '../extract/read-passage.ts'
import type { DocumentContext } from './context.ts'

/** A passage that governs another, and how: it leads its list, heads its row or column, captions its table, or is its heading. */
export interface Lead {
  readonly reading: PassageReading
  readonly rule: 'list-lead' | 'row-header' | 'column-header' | 'stub' | 'caption' | 'heading'
}

const deepest = 8

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
    for (const index of [...cell.rowHeaders].reverse()) add(index, 'row-header')
    for (const index of [...cell.columnHeaders].reverse()) add(index, 'column-header')
    // "NOK million" over the names of the rows is the unit of the whole table.
    for (const index of cell.rowHeaders)
      for (const stub of context.readings[index]!.passage.cell?.columnHeaders ?? []) add(stub, 'stub')
    add(cell.caption, 'caption')
  }
  let lead = reading.passage.lead
  for (let depth = 0; lead !== null && depth < deepest; depth += 1) {
    add(lead, 'list-lead')
    lead = context.readings[lead]!.passage.lead
  }
  let heading = reading.passage.heading
  const top = found.filter(({ rule }) => rule === 'list-lead').at(-1)
  if (heading === null && top !== undefined) heading = top.reading.passage.heading
  for (let depth = 0; heading !== null && depth < deepest; depth += 1) {
    add(heading, 'heading')
    heading = context.readings[heading]!.passage.heading
  }
  return found
}
