import type { Modifier } from '../../schemas/mention.ts'
import { amountAt } from '../grammar/amount.ts'
import { compareDecimal, percentDecimal } from '../grammar/decimal.ts'
import { modifierOf } from '../grammar/modifier.ts'
import { countedNoun } from '../grammar/noun.ts'
import type { Scan } from '../grammar/scan.ts'
import type { Amount } from '../grammar/written-amount.ts'
import type { Finding, Mention, Rule } from '../rule.ts'

const shareClaim = (scan: Scan, first: number, last: number, value: string, within: string | null = null): Finding => {
  const { modifier: beside, at } = modifierOf(scan, first, last)
  const modifier = (within as Modifier | null) ?? beside
  const mention: Mention = {
    first,
    last,
    kind: 'percentage',
    rule: 'share',
    value,
    low: null,
    high: null,
    unit: 'percent',
    digits: scan.slice(first, last),
    scale: null,
    readings: [],
    modifier,
    modifierAt: at,
    noun: null,
    inWords: scan.words[first]!.kind !== 'number',
    legal: null,
  }
  return { first, last, rule: 'share', mention }
}

/** "chín phần mười", "bảy phần tám": a part, the word for it, and the whole; "mười phần trăm" is a percentage. */
const fractionAt = (scan: Scan, at: number): Finding | null => {
  const part = scan.words[at]!.kind === 'number' ? null : amountAt(scan, at)
  const sign = part === null || part.scaled ? undefined : scan.from('share_fraction', part.last + 1)
  if (part === null || sign === undefined || scan.from('percent', sign.first) !== undefined) return null
  const whole = amountAt(scan, sign.last + 1)
  if (whole === null || whole.scaled || compareDecimal(part.value, whole.value) >= 0) return null
  const value = percentDecimal(part.value, whole.value, 2)
  return value === null ? null : shareClaim(scan, at, whole.last, value)
}

/** "8/10 người hưởng", "2/3 số hộ": a fraction written with a stroke, where what it is of stands right behind it. */
const strokeAt = (scan: Scan, at: number): Finding | null => {
  const isStroke = scan.norm(at + 1) === '/' && scan.words[at + 1]!.joined && scan.words[at + 2]?.joined === true
  if (!isStroke || scan.words[at]!.kind !== 'number') return null
  const [part, whole] = [amountAt(scan, at), amountAt(scan, at + 2)]
  if (part === null || whole === null || part.scaled || whole.scaled || whole.last !== at + 2) return null
  if (compareDecimal(whole.value, largestBase) > 0 && whole.value !== roundBase) return null
  if (compareDecimal(part.value, '0') <= 0 || compareDecimal(part.value, whole.value) >= 0) return null
  const isOf = scan.from('noun_skip', whole.last + 1) !== undefined || countedNoun(scan, whole.last)?.unit === 'person'
  const value = isOf ? percentDecimal(part.value, whole.value, 2) : null
  return value === null ? null : shareClaim(scan, at, whole.last, value)
}
const roundBase = '10'

/** Up to this any number is the base of a share in words: "2 out of 5 people". */
const largestBase = '5'

/** "19 out of 34 information systems", "4 out of 7 regional offices": figures whose whole is no round base count two things; "1 in 3 workers" is a share. */
const isCountOfMany = (scan: Scan, part: Amount, whole: Amount): boolean =>
  !part.inWords &&
  !whole.inWords &&
  compareDecimal(whole.value, largestBase) > 0 &&
  !/0$/u.test(whole.value) &&
  countedNoun(scan, whole.last) !== null

/**
 * "one member in three", "three workers in ten": the thing counted between a part in words and its whole. A whole above one
 * that counts a thing of its own is none: "two people in ten days", "three men in four cars".
 */
const behindNoun = (scan: Scan, part: Amount): number => {
  const at = part.last + 1
  const isThing =
    part.inWords && scan.words[at]?.kind === 'word' && scan.from('stop', at) === undefined && !scan.breaks(at)
  const between = isThing ? scan.from('share_of', at + 1) : undefined
  if (between === undefined) return at
  if (part.value === '1') return at + 1
  const whole = amountAt(scan, between.last + 1)
  const isWhole = whole?.inWords === true && scan.from('unit', whole.last + 1) === undefined
  return isWhole && countedNoun(scan, whole.last) === null ? at + 1 : at
}

/** Shares in words: "two-thirds of", "half of", "one in five", "nine out of ten", "1 in 3", "cứ 10 người thì có 3". */
export const share: Rule = {
  name: 'share',
  inWords: true,
  read: ({ scan }, at) => {
    const named = scan.from('share', at)
    if (named !== undefined) {
      // "half of the workers" is a share; "half a million", "the first half", "half-year" are not.
      const next = named.last + 1
      const isFraction =
        named.last > named.first && !/^(?:a|one) half$/u.test(scan.slice(named.first, named.last).toLowerCase())
      const isOf =
        isFraction ||
        scan.from('noun_skip', next) !== undefined ||
        scan.norm(next) === 'of' ||
        scan.from('place_local', next) !== undefined ||
        scan.from('of', next) !== undefined ||
        scan.from('of', next + 1) !== undefined ||
        !scan.language.locale.inflected
      const unit = scan.from('unit', next)
      if (unit !== undefined && scan.language.units.get(unit.value)?.kind === 'duration') return null
      if (
        scan.from('scale', next) !== undefined ||
        scan.from('half_year', at) !== undefined ||
        scan.to('half_year', named.last) !== undefined ||
        !isOf
      )
        return null
      return shareClaim(scan, at, named.last, named.value)
    }
    const every = scan.to('share_every', at - 1) === undefined ? null : amountAt(scan, at)
    if (every !== null) {
      for (let then = every.last + 1; then <= every.last + 6; then += 1) {
        const hit = scan.from('share_then', then)
        if (hit === undefined) continue
        // "cứ một trăm người thì chưa đến ba người"
        const bound = scan.from('modifier', hit.last + 1)
        const part = amountAt(scan, (bound?.last ?? hit.last) + 1)
        const value =
          part === null || compareDecimal(part.value, every.value) >= 0
            ? null
            : percentDecimal(part.value, every.value, 2)
        if (part !== null && value !== null) return shareClaim(scan, at, part.last, value, bound?.value ?? null)
      }
    }
    const fraction = fractionAt(scan, at) ?? strokeAt(scan, at)
    if (fraction !== null) return fraction
    const part = amountAt(scan, at)
    if (part === null || part.scaled) return null
    const between = scan.from('share_of', behindNoun(scan, part))
    if (between === undefined) return null
    const whole = amountAt(scan, between.last + 1)
    if (
      whole === null ||
      whole.scaled ||
      compareDecimal(part.value, whole.value) >= 0 ||
      compareDecimal(part.value, '0') <= 0
    )
      return null
    if (
      compareDecimal(whole.value, '100') > 0 ||
      scan.from('percent', whole.last + 1) !== undefined ||
      scan.from('month', whole.last + 1) !== undefined
    )
      return null
    if (isCountOfMany(scan, part, whole)) return null
    const value = percentDecimal(part.value, whole.value, 2)
    return value === null ? null : shareClaim(scan, part.first, whole.last, value)
  },
}
