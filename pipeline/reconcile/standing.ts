import type { Placed } from './placed.ts'

/** Why one figure stands in another's place, and which of the two is the later. */
export interface Standing {
  readonly reason: 'estimate_then_actual' | 'later_instrument' | 'later_text'
  readonly later: 'a' | 'b'
}

const byEstimate = (a: Placed, b: Placed): Standing | null => {
  if (a.is_estimate === b.is_estimate) return null
  return { reason: 'estimate_then_actual', later: a.is_estimate ? 'b' : 'a' }
}

/** Goals are ordered by the day on which their instruments were adopted. */
const byInstrument = (a: Placed, b: Placed): Standing | null => {
  if (a.adopted === null || b.adopted === null || a.instrument === b.instrument) return null
  const length = Math.min(a.adopted.length, b.adopted.length) // "2021-06" and "2021-06-15" are not ordered
  const [first, second] = [a.adopted.slice(0, length), b.adopted.slice(0, length)]
  return first === second ? null : { reason: 'later_instrument', later: first < second ? 'b' : 'a' }
}

/** One origin spoke twice, and the older text was certainly written before the newer. */
const byText = (a: Placed, b: Placed): Standing | null => {
  if (a.source.origin === null || a.source.origin !== b.source.origin) return null
  const isOlder = (older: Placed, newer: Placed): boolean =>
    older.source.asserted_not_after !== null &&
    newer.source.asserted_not_before !== null &&
    older.source.asserted_not_after < newer.source.asserted_not_before
  if (isOlder(a, b)) return { reason: 'later_text', later: 'b' }
  return isOlder(b, a) ? { reason: 'later_text', later: 'a' } : null
}

/** The recorded reason that orders two figures of one key, or null: an estimate and the actual, two goals, two vintages. */
export const standing = (a: Placed, b: Placed): Standing | null =>
  a.claim.status === 'target' && b.claim.status === 'target'
    ? (byInstrument(a, b) ?? byText(a, b))
    : (byEstimate(a, b) ?? byText(a, b))
