import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow, UnclaimedRow } from '../../../schemas/claim.ts'
import type { Passage } from '../../../schemas/passage.ts'
import type { CodePoints } from '../../parse/code-points.ts'
import type { DocumentPart } from '../pages.ts'
import { about, type View } from '../view.ts'
import { type Marked, piecesOf } from './pieces.ts'
import type { ShownText } from './reading.ts'
import type { Block, Run } from './runs.ts'

const tagOf = ({ role, depth }: Passage): string => {
  if (role === 'title') return 'h2'
  if (role === 'heading') return depth > 2 ? 'h4' : 'h3'
  return role === 'code' ? 'pre' : 'p'
}

const claimsOf = (claims: readonly ClaimRow[], view: View, points: CodePoints): Marked[] =>
  claims.map((claim) => ({
    start: points.unit(claim.selector.start),
    end: points.unit(claim.selector.end),
    show: (content) =>
      h('a', { className: 'cite', href: `#sheet-${claim.id}`, title: about(claim, view) }, [
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

/** What of the runs stands from `from` to `to` in the source. */
const within = (runs: readonly Run[], from: number, to: number): Run[] =>
  runs.flatMap((run) => {
    if (run.end <= from || run.start >= to) return []
    if (run.isDecoded) return run.start >= from ? [run] : []
    const [start, end] = [Math.max(run.start, from), Math.min(run.end, to)]
    return [{ ...run, start, end, text: run.text.slice(start - run.start, end - run.start) }]
  })

interface Cell {
  readonly passage: Passage
  readonly content: ElementContent[]
}

const tableOf = (cells: readonly Cell[]): Element => {
  const rows = new Map<number, Element[]>()
  for (const { passage, content } of cells) {
    const { row, header } = passage.cell!
    const own = rows.get(row) ?? []
    own.push(h(header ? 'th' : 'td', content))
    rows.set(row, own)
  }
  const body = h(
    'tbody',
    [...rows.values()].map((row) => h('tr', row)),
  )
  return h('div', { className: 'table', tabIndex: 0, role: 'group' }, h('table', body))
}

/** The text of one page of a document, with every claim and every number that was set aside in its place. */
export const articleOf = (
  shown: ShownText,
  part: DocumentPart,
  { claims, unclaimed }: { readonly claims: readonly ClaimRow[]; readonly unclaimed: readonly UnclaimedRow[] },
  view: View,
): Element[] => {
  const { points, blocks } = shown
  const [from, to] = [points.unit(part.from), points.unit(part.to)]
  const marked = [...claimsOf(claims, view, points), ...asidesOf(unclaimed, view, points)].sort(
    (a, b) => a.start - b.start,
  )
  const pointAt = (unit: number): number => points.at(unit)
  const span = (name: string | null, runs: readonly Run[], own: readonly Marked[]): Element[] =>
    runs.length === 0
      ? []
      : [
          h(
            'span',
            { ...(name === null ? {} : { className: name }), dataAt: pointAt(runs[0]!.start) },
            piecesOf(runs, own, pointAt),
          ),
        ]
  const nodes: Element[] = []
  let cells: Cell[] = []
  const endTable = (): void => {
    if (cells.length > 0) nodes.push(tableOf(cells))
    cells = []
  }
  let next = 0
  const shownBlock = ({ passage, lead, runs }: Block, own: readonly Marked[]): void => {
    const table = cells[0]?.passage.cell?.table
    if (table !== undefined && passage?.cell?.table !== table) endTable()
    if (passage === null) nodes.push(h('pre', { className: 'source' }, span(null, runs, own)))
    else if (passage.cell !== null) cells.push({ passage, content: span(null, runs, own) })
    else {
      const className = ['block', passage.role, `depth-${Math.min(passage.depth, 6)}`]
      nodes.push(h(tagOf(passage), { className }, [...span('lead', lead, own), ...span(null, runs, own)]))
    }
  }
  for (const block of blocks) {
    const cut = { ...block, lead: within(block.lead, from, to), runs: within(block.runs, from, to) }
    const first = cut.lead[0] ?? cut.runs[0]
    if (first === undefined) continue
    const { end } = (cut.runs.at(-1) ?? cut.lead.at(-1))!
    while (next < marked.length && marked[next]!.end <= first.start) next += 1
    let last = next
    while (last < marked.length && marked[last]!.start < end) last += 1
    shownBlock(cut, marked.slice(next, last))
  }
  endTable()
  return nodes
}
