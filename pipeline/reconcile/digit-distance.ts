/** A numeral longer than this is no numeral that a person typed. */
const longest = 64

/**
 * How many digits must be typed otherwise to make one numeral the other: put in, left out, changed, or two neighbours
 * swapped (Damerau-Levenshtein, each stretch edited once). Separators do not count; null where one has no digits.
 */
export const digitDistance = (a: string, b: string): number | null => {
  const [left, right] = [a.replace(/\D/gu, ''), b.replace(/\D/gu, '')]
  if (left === '' || right === '' || left.length > longest || right.length > longest) return null
  let earlier: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, earlier[j - 2]! + 1)
      row.push(best)
    }
    earlier = previous
    previous = row
  }
  return previous[right.length]!
}
