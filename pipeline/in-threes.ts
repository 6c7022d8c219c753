/** Digits in groups of three from the right: "16547000" is "16", "547", "000". */
export const inThrees = (digits: string): string[] => {
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups
}
