/** Ends of the Wilson score interval (Wilson 1927) for `right` of `n`, at 95 %. Null for n = 0. */
export const wilson = (right: number, n: number): readonly [number, number] | null => {
  if (n === 0) return null
  const z = 1.959963984540054
  const share = right / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // Exact at the ends, where floating point leaves a remainder.
  return [right === 0 ? 0 : (centre - half) / scale, right === n ? 1 : (centre + half) / scale]
}
