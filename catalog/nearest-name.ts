/** Letters to insert, delete, replace or swap to make `b` of `a` (optimal string alignment). */
const distance = (a: string, b: string): number => {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** The name that was most likely meant by `name`, or null where none is within a third of its letters. */
export const nearestName = (name: string, known: Iterable<string>): string | null => {
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const each of known) {
    if (Math.abs(each.length - name.length) >= least) continue
    const far = distance(name, each)
    if (far < least) {
      least = far
      nearest = each
    }
  }
  return nearest
}
