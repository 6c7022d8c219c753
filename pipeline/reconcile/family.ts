import { type Knowledge, relationsOf } from './knowledge.ts'

/**
 * The underlying quantity of each indicator: indicators that move together by definition (a share and its part, a total
 * and its parts, one series in two units) are one. Named by the first of them.
 */
export const familiesOf = (knowledge: Knowledge): ((indicator: string) => string) => {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    const above = parent.get(name)
    return above === undefined ? name : root(above)
  }
  const join = (names: readonly string[]): void => {
    const [first, ...rest] = [...new Set(names.map(root))].sort()
    for (const name of rest) parent.set(name, first!)
  }
  for (const { share, part } of relationsOf(knowledge, 'share')) join([share, part])
  for (const { total, parts } of relationsOf(knowledge, 'sum')) join([total, ...parts])
  for (const { indicators } of relationsOf(knowledge, 'same_series')) join(indicators)
  return root
}
