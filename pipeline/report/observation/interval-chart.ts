import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { figureText, intervalText } from '../claim/figure-text.ts'
import { shortFigure } from '../short-figure.ts'
import { exactOf, titleOf, type View } from '../view.ts'
import { axisOf, horizontalTicks } from './axis.ts'

/** Ends of the axis in percent of the drawing: it is as wide as the page, on a telephone too, and its words stay as large. */
const [left, right] = [4, 96]
const rowHeight = 40
const top = 4
/** Within a row, the words and below them the interval. */
const [wordsAt, lineAt] = [13, 26]
/** More rows than this say no more. */
const mostRows = 40

const percent = (at: number): string => `${Math.round(at * 100) / 100}%`

const short = (text: string, most: number): string => {
  const signs = Array.from(text)
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** All claims of an observation as intervals on one axis, with the published interval as a band behind them. Nothing where there is but one. */
export const intervalChart = (row: ObservationRow, claims: readonly ClaimRow[], view: View): Element[] => {
  const { words, site } = view
  const drawn = claims.filter(({ e_low, e_high }) => e_low !== null && e_high !== null).slice(0, mostRows)
  if (drawn.length < 2) return []
  const ends = drawn.flatMap(({ e_low, e_high }) => [e_low!, e_high!])
  const axis = axisOf(ends, left, right, 3)
  const bottom = top + drawn.length * rowHeight
  const band =
    row.low === null || row.high === null || row.value === null
      ? []
      : [
          s('rect', {
            className: 'band',
            x: percent(axis.at(row.low)),
            y: top,
            width: percent(Math.max(0.2, axis.at(row.high) - axis.at(row.low))),
            height: bottom - top,
          }),
        ]
  const rows = drawn.map((claim, at) => {
    const rowTop = top + at * rowHeight
    const y = rowTop + lineAt
    const [low, high] = [axis.at(claim.e_low!), axis.at(claim.e_high!)]
    const [x1, x2] = [percent(low), percent(high)]
    const isPreferred = claim.id === row.preferred_claim
    const title = titleOf(site.documents.get(claim.document)!)
    const label = `${exactOf(claim, view)}, ${title}: ${intervalText(claim, words) ?? ''}`
    return s(
      'a',
      {
        href: view.claimLink(claim.id),
        ariaLabel: label,
        className: ['row', `status-${claim.status ?? 'none'}`, isPreferred ? 'is-preferred' : 'is-other'],
      },
      [
        s('rect', { className: 'hit', x: 0, y: rowTop, width: '100%', height: rowHeight }),
        s('text', { className: 'who', x: 0, y: rowTop + wordsAt }, short(exactOf(claim, view), 40)),
        s('line', { className: 'interval', x1, x2: percent(Math.max(high, low + 0.2)), y1: y, y2: y }),
        s('line', { className: 'end', x1, x2: x1, y1: y - 5, y2: y + 5 }),
        s('line', { className: 'end', x1: x2, x2, y1: y - 5, y2: y + 5 }),
        claim.value === null
          ? null
          : s('circle', {
              className: 'point',
              cx: percent(Math.min(high, Math.max(low, axis.at(signed(claim))))),
              cy: y,
              r: 4.5,
            }),
      ],
    )
  })
  return [
    h('figure', { className: 'intervals' }, [
      h('figcaption', words.say('intervals_caption')),
      h('div', { className: 'drawing' }, [
        s(
          'svg',
          {
            height: bottom + 26,
            role: 'group',
            ariaLabel: words.say('intervals_label', {
              n: drawn.length,
              value:
                row.value === null ? words.say('unresolved') : figureText({ ...drawn[0]!, value: row.value }, words),
            }),
          },
          [...horizontalTicks(axis, top, bottom, (tick) => shortFigure(tick, words)), ...band, ...rows],
        ),
      ]),
      claims.length > drawn.length ? h('p', words.say('more', { n: claims.length - drawn.length })) : null,
    ]),
  ]
}

/** A decrease stands below zero, as its interval does. */
const signed = ({ value, e_high, direction }: ClaimRow): string =>
  direction !== null && !value!.startsWith('-') && e_high !== null && (e_high.startsWith('-') || Number(e_high) <= 0)
    ? `-${value}`
    : value!
