import type { Placed } from './placed.ts'
import { agreement } from './relate.ts'

/** The digits, modifier and status of a figure: equal ones say the same and are compared once. */
export const statementOf = ({ claim, writing, adopted }: Placed): string =>
  writing === null
    ? claim.id
    : [
        `${writing.low.n}/${writing.low.d}`,
        `${writing.high.n}/${writing.high.d}`,
        `${writing.granule.n}/${writing.granule.d}`,
        writing.modifier,
        claim.status ?? '',
        adopted ?? '',
      ].join(' ')

/** Items under one name, in the order in which the names first came. */
export const groupedBy = <Item>(items: Iterable<Item>, nameOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}

/** Beyond so many different figures of one text on one key each is taken for a thing of its own, unless equal. */
const mostCompared = 300

/** One thing said once or more: figures that all agree with one another. In reading order. */
export type Restatement = readonly Placed[]

const agreeing = (statements: readonly Placed[][]): Placed[][] => {
  const sets: Placed[][][] = []
  for (const statement of statements) {
    const [figure] = statement
    const set = sets.find((each) => each.every(([other]) => agreement(figure!.writing!, other!.writing!) !== null))
    if (set === undefined) sets.push([statement])
    else set.push(statement)
  }
  return sets.map((set) => set.flat().sort((a, b) => a.order - b.order))
}

/** "Estimated at 1,068 thousand, it came to 1,124": an estimate and the actual figure, side by side in one sentence. */
const isEstimateAndActual = (sets: readonly Placed[][]): boolean => {
  const [a, b] = sets.flat().sort((x, y) => x.order - y.order)
  if (sets.flat().length !== 2 || a === undefined || b === undefined) return false
  const isOneSentence = a.claim.sentence.start === b.claim.sentence.start && b.order === a.order + 1
  return isOneSentence && (a.claim.status === 'estimate') !== (b.claim.status === 'estimate')
}

/**
 * The figures of one text on one key, as the things they are of: "375 thousand units, equivalent to 375,000 units" is
 * one, and so are an estimate and the actual figure that a sentence sets beside it. In reading order.
 */
export const restatements = (group: readonly Placed[]): Restatement[] => {
  const statements = [...groupedBy(group, statementOf).values()]
  const sets = statements.length > mostCompared ? statements : agreeing(statements)
  if (isEstimateAndActual(sets)) return [sets.flat().sort((a, b) => a.order - b.order)]
  return sets.sort((a, b) => a[0]!.order - b[0]!.order)
}
