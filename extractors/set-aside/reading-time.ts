import type { Rule } from '../rule.ts'

const separators = new Set(['·', '|', '•', '●'])

/** How long a page takes to read: "By M. Levi · 14 May 2024 · 8 min", "Reading time: 4 min", "5 phút đọc". */
export const readingTime: Rule = {
  name: 'reading-time',
  inWords: false,
  read: ({ scan, whenOf, from }, at) => {
    if (at < from) return null
    const unit = scan.from('unit', at + 1)
    const isMinutes = unit !== undefined && unit.value === 'minute'
    const label = scan.norm(at - 1) === ':' ? at - 2 : at - 1
    const last = isMinutes ? unit.last : at
    const said = scan.to('reading_time', label) ?? scan.from('reading_time', at + 1)
    // "12 min read": the words for it hold those of the unit.
    if (said !== undefined)
      return { first: at, last: Math.max(last, said.last), rule: 'reading-time', reason: 'page_furniture' }
    if (!isMinutes || scan.breaks(at) || !separators.has(scan.norm(at - 1))) return null
    const next = scan.words[last + 1]
    const isEnd = next === undefined || scan.breaks(last + 1) || separators.has(next.norm) || next.norm === '*'
    // A line of facts about the page holds its day.
    return isEnd && whenOf.size > 0 ? { first: at, last, rule: 'reading-time', reason: 'page_furniture' } : null
  },
}
