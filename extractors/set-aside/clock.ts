import type { Rule } from '../rule.ts'

const colon = /^(?:[01]?\d|2[0-4])$/u
const sixty = /^[0-5]\d$/u

/** A time of day: "19:07", "08:46 AM", "8 a.m.", "16h30", "7 giờ 30". */
export const clock: Rule = {
  name: 'clock',
  inWords: false,
  read: ({ scan }, at) => {
    // "7.30 a.m."
    const dotted = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(scan.norm(at)) ? scan.from('clock_after', at + 1) : undefined
    if (dotted !== undefined && scan.from('unit', at + 1) === undefined)
      return { first: at, last: dotted.last, rule: 'clock', reason: 'clock' }
    if (!colon.test(scan.norm(at))) return null
    const meridian = (after: number): number => scan.from('clock_after', after)?.last ?? after - 1
    const separator = scan.norm(at + 1)
    const minutes = scan.words[at + 2]
    if (
      (separator === ':' || separator === 'h' || separator === 'g') &&
      scan.words[at + 1]!.joined &&
      minutes?.kind === 'number' &&
      minutes.joined &&
      sixty.test(minutes.norm)
    ) {
      let last = at + 2
      if (scan.norm(last + 1) === ':' && sixty.test(scan.norm(last + 2)) && scan.words[last + 2]!.joined) last += 2
      return { first: at, last: meridian(last + 1), rule: 'clock', reason: 'clock' }
    }
    const after = scan.from('clock_after', at + 1)
    if (after === undefined || scan.breaks(at + 1)) return null
    // "7 giờ" alone is a time of day only after "lúc"; "8 a.m." always is.
    const isUnit = scan.from('unit', at + 1) !== undefined
    if (isUnit && scan.to('clock_before', at - 1) === undefined) return null
    const rest = scan.words[after.last + 1]
    const last =
      isUnit && rest?.kind === 'number' && sixty.test(rest.norm) && !scan.breaks(after.last + 1)
        ? after.last + 1
        : after.last
    return { first: at, last, rule: 'clock', reason: 'clock' }
  },
}
