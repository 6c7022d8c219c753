import { type When, whens } from '../../extractors/grammar/calendar.ts'
import { joinSpans } from '../../extractors/grammar/date-span.ts'
import type { Scan } from '../../extractors/grammar/scan.ts'
import { rules } from '../../extractors/index.ts'
import type { Mention, Reading } from '../../extractors/rule.ts'
import type { SetAsideReason } from '../../schemas/mention.ts'
import type { Passage } from '../../schemas/passage.ts'
import { type Sentence, sentences } from './sentences.ts'

/** A number that is no claim: words of the passage, the reason, the rule. */
export interface Aside {
  readonly first: number
  readonly last: number
  readonly reason: SetAsideReason
  readonly rule: string
}

/** A passage with everything the rules found in it. */
export interface PassageReading {
  readonly passage: Passage
  readonly scan: Scan
  readonly sentences: readonly Sentence[]
  readonly whens: readonly When[]
  readonly mentions: readonly Mention[]
  readonly asides: readonly Aside[]
  /** Words inside a date or a claim. */
  readonly taken: ReadonlySet<number>
}

/** Categories of words at which a number in words may begin. */
const wordAnchors = ['number', 'share', 'ordinal', 'multiple'] as const

const none: ReadonlySet<number> = new Set()

/** One pass over the words of a passage: at each number the rules are asked in order, and the first that answers has it. */
export const readPassage = (
  passage: Passage,
  scan: Scan,
  dates: readonly When[] = joinSpans(scan, whens(scan, none)),
): PassageReading => {
  const whenOf = new Map<number, When>()
  for (const when of dates) for (let at = when.first; at <= when.last; at += 1) whenOf.set(at, when)
  const anchors = scan.starts(wordAnchors)
  const mentions: Mention[] = []
  const asides: Aside[] = []
  let from = 0
  for (let at = 0; at < scan.words.length; at += 1) {
    const isNumber = scan.words[at]!.kind === 'number'
    if (!isNumber && (!anchors.has(at) || whenOf.has(at))) continue
    const reading: Reading = { scan, whenOf, from }
    for (const rule of rules) {
      if (!isNumber && !rule.inWords) continue
      const found = rule.read(reading, at)
      if (found === null || found.first < from) continue
      if ('mention' in found) mentions.push(found.mention)
      else asides.push({ first: found.first, last: found.last, reason: found.reason, rule: found.rule })
      from = found.last + 1
      at = found.last
      break
    }
  }
  const taken = new Set(whenOf.keys())
  for (const { first, last } of mentions) for (let at = first; at <= last; at += 1) taken.add(at)
  return { passage, scan, sentences: sentences(scan), whens: dates, mentions, asides, taken }
}
