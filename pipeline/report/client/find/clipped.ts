/** Most characters of a sentence on each side of its number: a table may be one sentence. */
const around = 160

/** What stands beside a number, cut between words where it is long. */
export const clipped = (text: string, side: 'before' | 'after'): string => {
  if (text.length <= around) return text
  if (side === 'before') return `… ${text.slice(-around).replace(/^\S*\s+/u, '')}`
  const start = text.slice(0, around).replace(/\s\S*$/u, '')
  return `${start.trimEnd()} …`
}
