import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import { CodePoints } from '../../parse/code-points.ts'
import { about, type View } from '../view.ts'

/** The sentences of the claims, for a document whose text is not at hand: each claim still has its mark, and its words around it. */
export const sentencesOf = (claims: readonly ClaimRow[], view: View): Element[] =>
  claims.map((claim) => {
    const { sentence, selector } = claim
    const points = new CodePoints(sentence.exact)
    const cut = (start: number, end?: number): string =>
      sentence.exact.slice(points.unit(start), end === undefined ? undefined : points.unit(end))
    const [start, end] = [selector.start - sentence.start, selector.end - sentence.start]
    const isInside = start >= 0 && end <= points.length && cut(start, end) === selector.exact
    const mark = h('a', { className: 'cite', href: `#sheet-${claim.id}`, title: about(claim, view) }, [
      h(
        'mark',
        { id: `c-${claim.id}`, className: ['claim', `kind-${claim.kind}`], dataClaim: claim.id },
        selector.exact,
      ),
    ])
    return h(
      'p',
      { className: 'block sentence' },
      isInside ? [cut(0, start), mark, cut(end)] : [selector.prefix, mark, selector.suffix],
    )
  })
