import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Span } from '../../../schemas/span.ts'
import type { Run } from './runs.ts'

/** A stretch of the source that is shown as something of its own: a claim, or a number that was set aside. */
export interface Marked extends Span {
  readonly show: (content: ElementContent[]) => Element
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** A run cut to a part of it; what is decoded is never cut. */
const cut = (run: Run, start: number, end: number): Run | null => {
  if (run.isDecoded) return overlaps(run, { start, end }) ? run : null
  const from = Math.max(run.start, start)
  const to = Math.min(run.end, end)
  return from < to ? { ...run, text: run.text.slice(from - run.start, to - run.start), start: from, end: to } : null
}

/**
 * Runs as nodes, with the stretches among them wrapped. Where a run does not follow on the one before in the source, it says where it stands
 * (`data-at`, in code points), so that a script can find any place of the source in the page; without `pointAt` it does not. `marked` is in order and does not overlap.
 */
export const piecesOf = (
  runs: readonly Run[],
  marked: readonly Marked[],
  pointAt: ((unit: number) => number) | null,
): ElementContent[] => {
  let expected = runs[0]?.start ?? 0
  const nodeOf = (run: Run): ElementContent => {
    const follows = run.start === expected && !run.isDecoded
    expected = run.isDecoded ? -1 : run.end
    if (follows || pointAt === null) return { type: 'text', value: run.text }
    const width = run.isDecoded ? { dataWidth: pointAt(run.end) - pointAt(run.start) } : {}
    return h('span', { dataAt: pointAt(run.start), ...width }, [{ type: 'text', value: run.text }])
  }
  const within = (start: number, end: number): ElementContent[] =>
    runs.flatMap((run) => {
      const part = cut(run, start, end)
      return part === null ? [] : [nodeOf(part)]
    })
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return []
  const nodes: ElementContent[] = []
  let read = first.start
  for (const each of marked) {
    if (!overlaps(each, { start: first.start, end: last.end })) continue
    nodes.push(...within(read, each.start))
    nodes.push(each.show(within(Math.max(read, each.start), each.end)))
    read = Math.max(read, each.end)
  }
  nodes.push(...within(read, last.end))
  return nodes
}
