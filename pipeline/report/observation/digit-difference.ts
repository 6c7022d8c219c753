import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** Lengths of the longest common subsequence of the ends of two texts: table[i][j] is that of a[i..] and b[j..]. */
const common = (a: string, b: string): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

/** For each sign of both texts, whether the other has it too, in this order: "2.96" and "2.94" differ in their last digit. */
export const differing = (a: string, b: string): readonly [readonly boolean[], readonly boolean[]] => {
  const table = common(a, b)
  const left = new Array<boolean>(a.length).fill(true)
  const right = new Array<boolean>(b.length).fill(true)
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      left[i] = false
      right[j] = false
      i += 1
      j += 1
    } else if (table[i + 1]![j]! >= table[i]![j + 1]!) i += 1
    else j += 1
  }
  return [left, right]
}

const marked = (digits: string, differs: readonly boolean[]): ElementContent[] => {
  const nodes: ElementContent[] = []
  let at = 0
  while (at < digits.length) {
    let end = at
    while (end < digits.length && differs[end] === differs[at]) end += 1
    const text = digits.slice(at, end)
    nodes.push(differs[at] ? h('em', { className: 'differs' }, text) : { type: 'text', value: text })
    at = end
  }
  return nodes
}

/** Most digits that are held against each other: numerals are short, and the work is the product of the two. */
const mostDigits = 60

/** The quotes of two claims with the digits marked in which their numerals differ. */
export const differenceOf = (
  a: { readonly exact: string; readonly digits: string },
  b: { readonly exact: string; readonly digits: string },
): readonly [Element, Element] => {
  const [left, right] = a.digits.length + b.digits.length > mostDigits ? [[], []] : differing(a.digits, b.digits)
  const shown = (
    { exact, digits }: { readonly exact: string; readonly digits: string },
    differs: readonly boolean[],
  ): Element => {
    const at = exact.indexOf(digits)
    if (at < 0 || differs.length === 0) return h('span', { className: 'figure' }, exact)
    return h('span', { className: 'figure' }, [
      exact.slice(0, at),
      ...marked(digits, differs),
      exact.slice(at + digits.length),
    ])
  }
  return [shown(a, left), shown(b, right)]
}
