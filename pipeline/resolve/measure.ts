import type { Hit } from '../../catalog/lexicon.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import type { Direction, Measure } from '../../schemas/mention.ts'
import type { Draft } from './draft.ts'

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

/** First word of the expression with its modifier and the words that only wrap it. */
const outerFirst = (draft: Draft): number => {
  const { scan } = draft.reading
  let first = draft.mention.first
  for (let steps = 0; steps < 3; steps += 1) {
    const modifier = scan.to('modifier', first - 1)
    const sign = scan.norm(first - 1) === '(' && scan.to('change', first - 2) === undefined ? undefined : modifier
    if (sign === undefined || modifier === undefined) break
    // "up to 45%" is at most; "over 5%" after "up" is a modifier.
    first = modifier.first
  }
  return first
}

const changeBefore = (draft: Draft): Found | null => {
  const { scan } = draft.reading
  const first = outerFirst(draft)
  const gap = scan.to('gap', first - 1)
  if (gap !== undefined && nearGoal(scan, gap.first, draft.mention.last)) {
    const by = scan.norm(first - 1)
    const verb = by === scan.norm(gap.first) && gap.first === gap.last ? gapVerb(scan, gap.first, draft.sentence.first) : null
    return { measure: 'gap', direction: (verb ?? gap).value as Direction, hit: verb ?? gap, rule: 'gap-before' }
  }
  const change = scan.to('change', first - 1)
  if (change !== undefined) return { measure: 'change', direction: change.value as Direction, hit: change, rule: 'change-before' }
  // "raised the coverage rate by 5 points": the verb stands further left.
  const by = scan.to('change_by', first - 1)
  if (by !== undefined) {
    for (let at = by.first - 1; at >= Math.max(draft.sentence.first, by.first - 12); at -= 1) {
      if (scan.norm(at) === ';') break
      const over = scan.to('gap', at)
      if (over !== undefined && scan.to('change_by', at) === undefined && nearGoal(scan, over.first, draft.mention.last)) return { measure: 'gap', direction: over.value as Direction, hit: over, rule: 'gap-by' }
      const verb = scan.to('change', at)
      if (verb !== undefined) return { measure: 'change', direction: verb.value as Direction, hit: verb, rule: 'change-by' }
    }
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
    if (gap !== undefined && nearGoal(scan, gap.first, gap.last) && scan.all('goal').some((hit) => hit.first > last && hit.first <= last + goalReach)) {
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

/** "a rise of 310,000 dong or 20.8 percent", "9,316 người (7,8%)": the second says the same change once more. */
const isRestated = (draft: Draft): boolean => {
  const { scan } = draft.reading
  const before = draft.previous
  if (before === null || before.measure !== 'change' || before.kind === draft.kind) return false
  const start = Math.max(before.mention.last, before.mention.noun?.last ?? 0) + 1
  const end = outerFirst(draft)
  if (end - start > 3 || end <= start) return false
  let at = start
  if (scan.norm(at) === ',' ) at += 1
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
    if (word.kind === 'sign' ? ![',', ';', '/'].includes(word.norm) : scan.from('range_and', at) === undefined && scan.from('clause', at)?.value !== 'weak') return false
  }
  return before.kind === draft.kind && before.measure !== 'level'
}

/**
 * Level, change or gap, by the words beside the number: "up 2.2%", "an increase of 2.1%", "exceeding the assigned target by 1.96%",
 * "1.94% higher than the target". What stands in one list with a change is a change.
 */
export const resolveMeasure = (draft: Draft): void => {
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
    if (draft.value !== null && draft.value.startsWith('0.')) draft.direction = 'decrease'
    ground(before?.hit ?? draft.mention, before?.rule ?? 'multiple')
    return
  }
  const { scan } = draft.reading
  const found = changeBefore(draft) ?? changeAfter(draft)
  if (found !== null) {
    // "exceeding 7% of the target": the word of the gap is no modifier as well.
    if (found.measure === 'gap' && draft.mention.modifierAt !== null && scan.from('gap', draft.mention.modifierAt.first) !== undefined) draft.modifier = 'exact'
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
