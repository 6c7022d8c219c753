import type { Modifier } from '../../schemas/mention.ts'
import type { ModifierReach, Reach, ReconciliationSettings } from '../../schemas/reconciliation.ts'
import type { Figure } from '../../schemas/result.ts'
import { granule } from './granule.ts'
import { type Interval, interval, mirror, notBelowZero, point } from './interval.ts'
import { absolute, add, multiply, negate, parseDecimal, type Rational, subtract } from './rational.ts'

/** What a claim's digits and modifier say of the true value. A decrease is below zero. */
export interface Writing {
  /** The number as written; null for a range. */
  readonly value: Rational | null
  readonly low: Rational
  readonly high: Rational
  readonly granule: Rational
  readonly modifier: Modifier
  readonly side: ModifierReach['side']
  /** What a normal writer means: rounding closed at both ends, strict words open. A goal stands for itself. */
  readonly meant: Interval
  /** What the words still allow. */
  readonly allowed: () => Interval
  /** What the digits mean if the writer cut them instead of rounding; null where the words rule that out. */
  readonly cut: () => Interval | null
  /** The digits as plain rounding, without their modifier: a hedge covers a fact, not the conversion of an amount. */
  readonly rounded: () => Interval
  /** What a normal writer means who counted in these steps. */
  readonly meantInSteps: (step: Rational) => Interval
}

const reaching = (low: Rational, high: Rational, step: Rational, reach: Reach): Interval => {
  const { below, above, open } = reach
  const ends = {
    low: subtract(low, multiply(step, parseDecimal(below))),
    high: add(high, multiply(step, parseDecimal(above))),
  }
  const [openLow, openHigh] = [open === 'both' || open === 'low', open === 'both' || open === 'high']
  return interval(ends.low, ends.high, openLow, openHigh) ?? point(low)
}

/** Figures that cannot be below zero: levels of what is counted, paid or shared. */
const hasFloor = (claim: Figure, low: Rational): boolean =>
  low.n >= 0n && (claim.measure !== 'change' || claim.direction !== null) && claim.kind !== 'quantity'

/** A change downwards is below zero, whether it was written as "decreased by 4" or "decreased by -4". */
const isDownward = (claim: Figure): boolean =>
  claim.measure !== 'level' && (claim.direction === 'decrease' || claim.direction === 'below')

/** The intervals of a claim (method: section 2.1 of the reconciliation design), or null where it has no number. */
export const writing = (claim: Figure, settings: ReconciliationSettings): Writing | null => {
  const step = granule(claim, parseDecimal(settings.granule_cap))
  const [from, to] = [claim.value ?? claim.low, claim.value ?? claim.high]
  if (step === null || from === null || to === null) return null
  const modifier = claim.modifier ?? (claim.value === null ? 'range' : 'exact')
  const reach = settings.modifiers[modifier]
  const down = isDownward(claim)
  const [low, high] = down
    ? [absolute(parseDecimal(from)), absolute(parseDecimal(to))]
    : [parseDecimal(from), parseDecimal(to)]
  const floored = hasFloor(claim, low)
  const finish = (found: Interval): Interval => {
    const above = floored ? (notBelowZero(found) ?? found) : found
    return down ? mirror(above) : above
  }
  const stipulated = claim.status === 'target' && (modifier === 'exact' || modifier === 'range')
  const meantInSteps = (by: Rational): Interval =>
    finish(stipulated ? (interval(low, high) ?? point(low)) : reaching(low, high, by, reach.meant))
  const meant = meantInSteps(step)
  const signed = (value: Rational): Rational => (down ? negate(value) : value)
  return {
    value: claim.value === null ? null : signed(low),
    low: down ? negate(high) : low,
    high: down ? negate(low) : high,
    granule: step,
    modifier,
    side: reach.side,
    meant,
    allowed: () => (stipulated ? meant : finish(reaching(low, high, step, reach.allowed))),
    cut: () => {
      if (!reach.cuts || stipulated) return null
      // Cutting digits moves a number towards zero.
      const beyond = low.n < 0n ? interval(subtract(low, step), low, true) : interval(low, add(low, step), false, true)
      return beyond === null ? null : finish(beyond)
    },
    rounded: () => finish(reaching(low, high, step, settings.modifiers.exact.meant)),
    meantInSteps,
  }
}
