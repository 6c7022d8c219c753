import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { UnclaimedRow } from '../../../schemas/claim.ts'
import type { ParsedDocument, Passage } from '../../../schemas/passage.ts'
import { CodePoints } from '../../parse/code-points.ts'
import type { DocumentPart } from '../pages.ts'
import { about, type View } from '../view.ts'
import { type Marked, piecesOf } from './pieces.ts'
import { type Block, blocksOf } from './runs.ts'

const tagOf = ({ role, depth }: Passage): string => {
  if (role === 'title') return 'h2'
  if (role === 'heading') return depth > 2 ? 'h4' : 'h3'
  return role === 'code' ? 'pre' : 'p'
}

const claimsOf = (part: DocumentPart, view: View, points: CodePoints): Marked[] =>
  part.claims.map((claim) => ({
    start: points.unit(claim.selector.start),
    end: points.unit(claim.selector.end),
    show: (content) =>
      h('a', { className: 'cite', href: `#sheet-${claim.id}`, title: about(view.site.claims.get(claim.id)!, view) }, [
        h('mark', { id: `c-${claim.id}`, className: ['claim', `kind-${claim.kind}`], dataClaim: claim.id }, content),
      ]),
  }))

const asidesOf = (rows: readonly UnclaimedRow[], { words }: View, points: CodePoints): Marked[] =>
  rows.map(({ start, end, reason }) => ({
    start: points.unit(start),
    end: points.unit(end),
    show: (content) =>
      h('span', { className: 'aside', title: words.say('aside', { why: words.term('reason', reason) }) }, content),
  }))

const tableOf = (cells: readonly (readonly [Block, ElementContent[]])[]): Element => {
  const rows = new Map<number, Element[]>()
  for (const [{ passage }, content] of cells) {
    const { row, header } = passage!.cell!
    const own = rows.get(row) ?? []
    own.push(h(header ? 'th' : 'td', content))
    rows.set(row, own)
  }
  return h(
    'div',
    { className: 'table' },
    h(
      'table',
      h(
        'tbody',
        [...rows.values()].map((row) => h('tr', row)),
      ),
    ),
  )
}

/** The text of one page of a document, with every claim and every number that was set aside in its place. */
export const articleOf = (
  text: string,
  parsed: ParsedDocument,
  part: DocumentPart,
  view: View,
  unclaimed: readonly UnclaimedRow[],
): Element[] => {
  const points = new CodePoints(text)
  const [from, to] = [points.unit(part.from), points.unit(part.to)]
  const marked = [...claimsOf(part, view, points), ...asidesOf(unclaimed, view, points)].sort(
    (a, b) => a.start - b.start,
  )
  const pointAt = (unit: number): number => points.at(unit)
  const nodes: Element[] = []
  let cells: [Block, ElementContent[]][] = []
  const endTable = (): void => {
    if (cells.length > 0) nodes.push(tableOf(cells))
    cells = []
  }
  let next = 0
  for (const block of blocksOf(text, parsed)) {
    const inPart = (runs: Block['runs']): Block['runs'] =>
      runs.flatMap((run) => {
        if (run.end <= from || run.start >= to) return []
        if (run.isDecoded) return run.start >= from ? [run] : []
        const [start, end] = [Math.max(run.start, from), Math.min(run.end, to)]
        return [{ ...run, start, end, text: run.text.slice(start - run.start, end - run.start) }]
      })
    const [lead, runs] = [inPart(block.lead), inPart(block.runs)]
    const first = lead[0] ?? runs[0]
    if (first === undefined) continue
    const end = (runs.at(-1) ?? lead.at(-1))!.end
    while (next < marked.length && marked[next]!.end <= first.start) next += 1
    const own: Marked[] = []
    for (let at = next; at < marked.length && marked[at]!.start < end; at += 1) own.push(marked[at]!)
    const cell = block.passage?.cell ?? null
    if (cell === null || (cells.length > 0 && cells[0]![0].passage!.cell!.table !== cell.table)) endTable()
    if (cell !== null) {
      cells.push([block, [h('span', { dataAt: pointAt(runs[0]?.start ?? first.start) }, piecesOf(runs, own, pointAt))]])
      continue
    }
    if (block.passage === null) {
      nodes.push(h('pre', { className: 'source', dataAt: pointAt(first.start) }, piecesOf(runs, own, pointAt)))
      continue
    }
    nodes.push(
      h(
        tagOf(block.passage),
        { className: ['block', block.passage.role, `depth-${Math.min(block.passage.depth, 6)}`] },
        [
          ...(lead.length === 0
            ? []
            : [h('span', { className: 'lead', dataAt: pointAt(lead[0]!.start) }, piecesOf(lead, own, pointAt))]),
          ...(runs.length === 0 ? [] : [h('span', { dataAt: pointAt(runs[0]!.start) }, piecesOf(runs, own, pointAt))]),
        ],
      ),
    )
  }
  endTable()
  return nodes
}
