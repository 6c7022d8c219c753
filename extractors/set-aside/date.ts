import type { Rule } from '../rule.ts'

/** A date or a period that the calendar read: "December 31, 2021", "2021-2025", "quý III năm 2023". */
export const date: Rule = {
  name: 'date',
  inWords: false,
  read: ({ scan, whenOf, from }, at) => {
    const when = whenOf.get(at)
    if (when === undefined || when.first < from) return null
    // A quarter or month said with a counted noun after it would be a count ("2 quarters"); the calendar never takes those.
    const reason = when.is === 'day' || when.is === 'day_range' ? 'date' : 'period'
    return {
      first: when.first,
      last: when.last,
      rule: scan.words[when.first]!.kind === 'number' && when.is === 'year' ? 'year' : 'date',
      reason,
    }
  },
}
