import type { Hit } from '../../catalog/lexicon.ts'
import type { When } from '../../extractors/grammar/calendar.ts'
import type { Status } from '../../schemas/mention.ts'
import type { DocumentContext } from './context.ts'
import type { Draft, Ground } from './draft.ts'
import { type Lead, leadsOf } from './leads.ts'
import { isPast, periodOf } from './periods.ts'
import { isFulfilledTarget, statusHits } from './status-words.ts'
import { tenseAt } from './tense.ts'

interface Found {
  readonly status: Status
  readonly ground: Ground
}

const isHeader = ({ rule }: Lead): boolean => rule === 'column-header' || rule === 'row-header' || rule === 'caption'

/** A column headed "2023, plan" or "2023, actual": a label of a table says with one word what a sentence needs a verb for. */
const label = (lead: Lead): Hit | undefined => {
  const { scan } = lead.reading
  if (lead.rule !== 'column-header' || scan.all('fulfilled').length > 0) return undefined
  return scan.all('status_label').at(-1)
}

const isStrong = (lead: Lead, hit: Hit): boolean =>
  hit.value === 'estimate' || isHeader(lead) || lead.reading.scan.from('target_strong', hit.first) !== undefined

/** Words from a goal to what a heading says became of it. */
const reportReach = 3

/** "Nhiều chỉ tiêu | đạt khá", "Targets largely | met": a heading over results. */
const isReported = ({ rule, reading: { scan } }: Lead, { last }: Hit): boolean => {
  if (rule !== 'heading') return false
  const end = last + reportReach
  const isSaid = scan.within('status', last + 1, end).some(({ value }) => value === 'actual')
  return (isSaid || scan.within('fulfilled', last + 1, end).length > 0) && scan.norm(last + 1) !== ':'
}

/** What a lead says of the status of what it governs. */
const saidBy = (lead: Lead, context: DocumentContext): { status: Status; hit: Pick<Hit, 'first' | 'last'> } | null => {
  const { reading } = lead
  const hit =
    label(lead) ??
    statusHits(reading)
      .reverse()
      .find(
        (each) =>
          each.value !== 'actual' &&
          !isFulfilledTarget(reading, each) &&
          !isReported(lead, each) &&
          isStrong(lead, each),
      )
  if (hit !== undefined) return { status: hit.value as Status, hit }
  const by = reading.scan.all('by')[0]
  // "Đến năm 2028:": the word for the year stands in both.
  const isGoal = reading.whens.some(
    ({ first, year }) => by !== undefined && first > by.first && first <= by.last + 1 && isLater(year, context),
  )
  return by !== undefined && isGoal ? { status: 'target', hit: by } : null
}

const isLater = (year: number | undefined, { anchor }: DocumentContext): boolean =>
  year !== undefined && anchor.year !== undefined && year > anchor.year

/** A column of a year gone by under a caption that names goals: "Một số chỉ tiêu thu, chi" over "Năm 2021". */
const isColumnOfPast = (draft: Draft, lead: Lead, context: DocumentContext): boolean =>
  (lead.rule === 'caption' || lead.rule === 'heading') &&
  (draft.reading.passage.cell?.columnHeaders ?? []).some((index) =>
    context.readings[index]!.whens.some((when) => isGone(when, context)),
  )

const isGone = (when: When, { anchor }: DocumentContext): boolean => {
  const period = periodOf(when, anchor)
  return period !== null && isPast(period, anchor)
}

/** A sentence under a heading of goals that tells what has happened: "Đến 31/12/2022, toàn tỉnh có ...", "1,204 people were paid at home". */
const tellsOfPast = (draft: Draft, context: DocumentContext): boolean => {
  const { reading, head, mention } = draft
  if (reading.passage.cell !== null) return false
  if (tenseAt(reading, { first: head.first, last: mention.last }, mention) === 'past') return true
  const { first } = draft.sentence
  return reading.whens.some((when) => when.first >= first && when.last < mention.first && isGone(when, context))
}

/**
 * The status that the leads of a passage give it: "Specific objectives:" over a list, a column headed "plan". The heading over the names of
 * the rows ("Chỉ tiêu": indicator) says nothing of the figures.
 */
export const statusOfLeads = (draft: Draft, context: DocumentContext): Found | null => {
  let headings = 0
  for (const lead of leadsOf(draft.reading, context)) {
    // The nearest heading speaks for what stands under it; those above it name the document.
    if (lead.rule === 'heading') headings += 1
    if (headings > 1) return null
    if (lead.rule === 'stub') continue
    const said = saidBy(lead, context)
    if (said === null) continue
    if (said.status === 'target' && (tellsOfPast(draft, context) || isColumnOfPast(draft, lead, context))) continue
    const { first, last } = said.hit
    return { status: said.status, ground: { reading: lead.reading, first, last, rule: lead.rule, stated: true } }
  }
  return null
}
