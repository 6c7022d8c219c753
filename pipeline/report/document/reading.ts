import type { ParsedDocument } from '../../../schemas/passage.ts'
import { CodePoints } from '../../parse/code-points.ts'
import type { Reading } from '../claim/context.ts'
import { type Block, blocksOf, type Run } from './runs.ts'

/** A document's text as it was read again. */
export interface DocumentText {
  readonly text: string
  readonly parsed: ParsedDocument
}

/** A text ready to be shown: its blocks, and any stretch of it as runs. */
export interface ShownText extends Reading {
  readonly blocks: readonly Block[]
}

/** First of the sorted runs that ends after `start`. */
const firstAfter = (runs: readonly Run[], start: number): number => {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low
}

/** Makes a text ready once, for all pages of its document. */
export const shownText = ({ text, parsed }: DocumentText): ShownText => {
  const blocks = blocksOf(text, parsed)
  const runs = parsed.format === 'html' ? blocks.flatMap((block) => block.runs) : []
  const verbatim = (start: number, end: number): Run[] => [
    { text: text.slice(start, end), start, end, isDecoded: false },
  ]
  return {
    blocks,
    points: new CodePoints(text),
    runsIn: (start, end) => {
      if (parsed.format !== 'html') return verbatim(start, end)
      const found: Run[] = []
      for (let at = firstAfter(runs, start); at < runs.length && runs[at]!.start < end; at += 1) found.push(runs[at]!)
      return found
    },
  }
}
