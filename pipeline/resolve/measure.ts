import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Direction, Measure } from '../../schemas/mention.ts'
import { changeColumn, columnDirection } from './change-column.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { leadsOf } from './leads.ts'

interface Found {
  readonly measure: Measure
  readonly direction: Direction
  readonly hit: { readonly first: number; readonly last: number }
  readonly rule: string
}

const goalReach = 9

/** Whether a target is named near words[first..last]: a distance is a gap only from a goal. */
const nearGoal = (scan: Scan, first: number, last: number): boolean =>
  scan.all('goal').some((hit) => hit.first >= first - goalReach && hit.last <= last + goalReach)

/** Words before the expression, from the inside out: behind the modifier, behind "respectively", behind what only wraps it. */
const edges = (draft: Draft): number[] => {
  const { scan } = draft.reading
  const found = [draft.mention.first - 1]
  for (let steps = 0; steps < 3; steps += 1) {
    const at = found.at(-1)!
    const wrap = scan.to('modifier', at) ?? scan.to('respectively', at)
    if (wrap === undefined) break
    found.push(wrap.first - 1)
  }
  return found
}

const outerFirst = (draft: Draft): number => edges(draft).at(-1)! + 1

const changeAt = (scan: Scan, last: number): Hit | undefined => {
  const hit = scan.to('change', last)
  return hit?.value === 'none' ? undefined : hit
}

const changeBefore = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  for (const edge of edges(draft)) {
    const gap = scan.to('gap', edge)
    if (
      gap !== undefined &&
      (nearGoal(scan, gap.first, draft.mention.last) || scan.to('gap_sure', edge) !== undefined)
    ) {
      const verb =
        scan.to('change_by', edge) !== undefined && gap.first === gap.last
          ? gapVerb(scan, gap.first, draft.sentence.first)
          : null
      return { measure: 'gap', direction: (verb ?? gap).value as Direction, hit: verb ?? gap, rule: 'gap-before' }
    }
    const change = changeAt(scan, edge)
    if (change !== undefined)
      return { measure: 'change', direction: change.value as Direction, hit: change, rule: 'change-before' }
    const by = scan.to('change_by', edge)
    if (by !== undefined) return changeBy(draft, by.first)
  }
  return gapInHead(draft) ?? changeInHead(draft)
}

/** "raised the coverage rate by 5 points", "participants ... by at least 20%" after another change by so much: the verb stands further left. */
const changeBy = (draft: Draft, by: number): Found | null => {
  const { scan } = draft.reading
  for (let at = by - 1; at >= Math.max(draft.sentence.first, by - 14); at -= 1) {
    if (scan.norm(at) === ';') break
    const over = scan.to('gap', at)
    if (over !== undefined && scan.to('change_by', at) === undefined && nearGoal(scan, over.first, draft.mention.last))
      return { measure: 'gap', direction: over.value as Direction, hit: over, rule: 'gap-by' }
    const verb = changeAt(scan, at)
    if (verb !== undefined)
      return { measure: 'change', direction: verb.value as Direction, hit: verb, rule: 'change-by' }
  }
  const before = draft.previous
  const said = before?.grounds.get('measure')
  if (before === null || before.measure !== 'change' || before.direction === null || said === undefined) return null
  return { measure: 'change', direction: before.direction, hit: said, rule: 'same-verb' }
}

/** "thấp hơn chỉ tiêu Thủ tướng giao | 0,8%": goal and comparison in the words that lead to the number. */
const gapInHead = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  if (draft.kind !== 'percentage' || scan.language.locale.inflected) return null
  for (let at = draft.mention.first - 1; at >= draft.head.first; at -= 1) {
    if (scan.norm(at) === ',' && at > draft.head.first) return null
    const hit = scan.to('gap', at)
    if (
      hit !== undefined &&
      scan.all('goal').some((goal) => goal.first > hit.last - 1 && goal.last < draft.mention.first)
    )
      return { measure: 'gap', direction: hit.value as Direction, hit, rule: 'gap-clause' }
  }
  return null
}

const objectWords = 5

/** "tăng lương hưu 2,7%": the verb, what rises, and by how much. Not "tăng tỷ lệ lên 45%". */
const changeInHead = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  if (draft.kind !== 'percentage' || scan.language.locale.inflected) return null
  for (let at = draft.mention.first - 1; at >= Math.max(draft.head.first, draft.mention.first - objectWords); at -= 1) {
    if (
      scan.words[at]!.kind !== 'word' ||
      scan.to('change_to', at) !== undefined ||
      scan.to('copula', at) !== undefined
    )
      return null
    const hit = changeAt(scan, at)
    if (hit !== undefined) return { measure: 'change', direction: hit.value as Direction, hit, rule: 'change-clause' }
  }
  return null
}

const gapVerb = (scan: Scan, before: number, least: number): Hit | null => {
  for (let at = before - 1; at >= Math.max(least, before - goalReach); at -= 1) {
    const hit = scan.to('gap', at)
    if (hit !== undefined && scan.to('change_by', at) === undefined) return hit
  }
  return null
}

const changeAfter = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const noun = draft.mention.noun
  for (const last of [draft.mention.last, ...(noun === null || noun.last < draft.mention.last ? [] : [noun.last])]) {
    const gap = scan.from('gap_after', last + 1)
    if (
      gap !== undefined &&
      nearGoal(scan, gap.first, gap.last) &&
      scan.all('goal').some((hit) => hit.first > last && hit.first <= last + goalReach)
    ) {
      return { measure: 'gap', direction: gap.value as Direction, hit: gap, rule: 'gap-after' }
    }
    const change = scan.from('change_after', last + 1)
    if (change !== undefined && !scan.breaks(last + 1)) {
      // "5% higher than 2020", "a 3.2% increase"; but "45% more than" needs something compared.
      return { measure: 'change', direction: change.value as Direction, hit: change, rule: 'change-after' }
    }
  }
  return null
}

/** "exceeding 7% of the target": the modifier is the gap. */
const exceeding = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const at = draft.mention.modifierAt
  const hit = at === null || at.first > draft.mention.first ? undefined : scan.from('gap', at.first)
  const goal = scan.all('goal').some((each) => each.first > draft.mention.last && each.first <= draft.mention.last + 4)
  return hit === undefined || !goal || draft.kind !== 'percentage'
    ? null
    : { measure: 'gap', direction: hit.value as Direction, hit, rule: 'gap-before' }
}

/** A column headed "Increase (%)" or "Change (%)" holds changes; a row so headed does. */
const fromHeader = (draft: Draft, context: DocumentContext): Found | null => {
  if (draft.reading.passage.cell === null) return null
  const column = changeColumn(draft, context)
  if (column !== null)
    return {
      measure: 'change',
      direction: columnDirection(draft, column),
      hit: draft.mention,
      rule: 'column-header',
    }
  for (const { reading, rule } of leadsOf(draft.reading, context)) {
    if (rule !== 'row-header') continue
    const hit =
      reading.scan.all('change').find((each) => each.value !== 'none') ??
      // "Increase (%)", but not "Lower earnings limit".
      reading.scan.all('change_after').find(({ last }) => reading.scan.words[last + 1]?.kind !== 'word')
    if (hit !== undefined)
      return { measure: 'change', direction: hit.value as Direction, hit: draft.mention, rule: 'column-header' }
  }
  return null
}

/** "a rise of 310,000 dong or 20.8 percent", "9,316 người (7,8%)": the second says the same change once more. */
const isRestated = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null || before.measure !== 'change' || before.kind === draft.kind) return false
  const start = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  if (end - start > 3 || end <= start) return false
  let at = start
  if (scan.norm(at) === ',') at += 1
  const said = scan.from('equivalent', at)
  return said !== undefined && said.last >= end - 2
}

/** Only signs and joining words between two numbers: they stand in one list and are of one measure. */
const isListed = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null) return false
  const start = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  if (end - start > 3) return false
  for (let at = start; at < end; at += 1) {
    const word = scan.words[at]!
    if (
      word.kind === 'sign'
        ? ![',', ';', '/'].includes(word.norm)
        : scan.from('range_and', at) === undefined && scan.from('clause', at)?.value !== 'weak'
    )
      return false
  }
  return before.kind === draft.kind && before.measure !== 'level'
}

/**
 * Level, change or gap, by the words beside the number: "up 2.2%", "an increase of 2.1%", "exceeding the assigned target by 1.96%",
 * "1.94% higher than the target". What stands in one list with a change is a change.
 */
export const resolveMeasure = (draft: Draft, context: DocumentContext): void => {
  if (draft.kind === 'legal_document') return
  draft.measure = 'level'
  if (draft.kind === 'rank') return
  const ground = (hit: { first: number; last: number }, rule: string): void => {
    draft.grounds.set('measure', { reading: draft.reading, first: hit.first, last: hit.last, rule, stated: true })
  }
  if (draft.kind === 'multiple') {
    const { scan } = draft.reading
    const compared = scan.from('times_compared', draft.mention.last + 1)
    const ratio = [1, 2].some((step) => scan.from('ratio_of', draft.mention.last + step) !== undefined)
    if (ratio) return
    const before = changeBefore(draft)
    if (before === null && compared !== undefined && scan.from('multiple', draft.mention.first) === undefined) return
    draft.measure = 'change'
    draft.direction = before?.direction ?? (draft.mention.digits.toLowerCase() === '' ? null : 'increase')
    if (draft.value?.startsWith('0.')) draft.direction = 'decrease'
    ground(before?.hit ?? draft.mention, before?.rule ?? 'multiple')
    return
  }
  const { scan } = draft.reading
  const found = exceeding(draft) ?? changeBefore(draft) ?? changeAfter(draft) ?? fromHeader(draft, context)
  if (found !== null) {
    // "exceeding 7% of the target": the word of the gap is no modifier as well.
    if (
      found.measure === 'gap' &&
      draft.mention.modifierAt !== null &&
      scan.from('gap', draft.mention.modifierAt.first) !== undefined
    )
      draft.modifier = 'exact'
    draft.measure = found.measure
    draft.direction = found.direction
    ground(found.hit, found.rule)
    return
  }
  if (draft.previous !== null && (isListed(draft) || isRestated(draft))) {
    draft.measure = draft.previous.measure
    draft.direction = draft.previous.direction
    const said = draft.previous.grounds.get('measure')
    if (said !== undefined) draft.grounds.set('measure', { ...said, rule: 'same-list' })
  }
}
