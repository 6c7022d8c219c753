import type { Kind } from '../../schemas/mention.ts'
import { compareDecimal } from '../grammar/decimal.ts'
import { type Expression, expressionAt } from '../grammar/expression.ts'
import { modifierOf } from '../grammar/modifier.ts'
import { withListUnit } from '../grammar/number-list.ts'
import { type Range, rangeFrom } from '../grammar/range.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Finding, Mention, WordSpan } from '../rule.ts'

/** A number or a range of two, as the rules of claims see it. */
export interface Candidate extends WordSpan {
  readonly lower: Expression
  /** The expression that names the unit: the upper end of a range. */
  readonly upper: Expression
  readonly range: Range | null
}

/** The number or range that begins at words[at]; null where there is none, or where it would begin before `from`. */
export const candidateAt = (scan: Scan, at: number, from: number): Candidate | null => {
  if (asked === null || asked.scan !== scan || asked.at !== at || asked.from !== from)
    asked = { scan, at, from, found: readCandidate(scan, at, from) }
  return asked.found
}

/** What was asked for last: rule after rule asks at the same number. */
let asked: { scan: Scan; at: number; from: number; found: Candidate | null } | null = null

const readCandidate = (scan: Scan, at: number, from: number): Candidate | null => {
  const first = expressionAt(scan, at)
  if (first === null || first.first < from) return null
  const lower = withListUnit(scan, first)
  // "one dong", "một lần": one in words is an article more often than a number.
  const isPercent = lower.measured?.kind === 'percent'
  if (lower.amount.inWords && !lower.amount.scaled && !isPercent && compareDecimal(lower.amount.value, '1') <= 0)
    return null
  const range = rangeFrom(scan, lower)
  return {
    first: lower.first,
    last: range?.last ?? lower.last,
    lower,
    upper:
      range === null
        ? lower
        : range.upper.measured === null && lower.measured !== null
          ? { ...range.upper, measured: lower.measured }
          : range.upper,
    range,
  }
}

/** A finding from a candidate, with its modifier and, where it stands outside, its noun. */
export const claim = (
  scan: Scan,
  rule: string,
  kind: Kind,
  candidate: Candidate,
  unit: string | null,
  noun: WordSpan | null = null,
): Finding => {
  const { lower, range } = candidate
  const { modifier, at } = modifierOf(scan, candidate.first, Math.max(candidate.last, noun?.last ?? 0))
  const mention: Mention = {
    first: candidate.first,
    last: candidate.last,
    kind,
    rule,
    value: range === null ? lower.amount.value : null,
    low: range?.low ?? null,
    high: range?.high ?? null,
    unit,
    digits: range === null ? lower.amount.digits : scan.slice(lower.amount.first, range.upper.amount.last),
    scale: candidate.upper.amount.scaled ? candidate.upper.amount.scale : null,
    readings: range === null ? lower.amount.readings : [],
    modifier: range === null ? modifier : 'range',
    modifierAt: at,
    noun,
    inWords: lower.amount.inWords,
    legal: null,
  }
  return { first: candidate.first, last: candidate.last, rule, mention }
}
