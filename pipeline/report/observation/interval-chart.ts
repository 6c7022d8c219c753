import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { figureText, intervalText } from '../claim/figure-text.ts'
import { shortFigure } from '../short-figure.ts'
import { exactOf, titleOf, type View } from '../view.ts'
import { axisOf, horizontalTicks } from './axis.ts'

/** Places across are hundredths of the width and letters keep their size, so that one drawing fits a telephone and a desk. */
const [left, right] = [8, 92]
const rowHeight = 40
const top = 8
/** Signs of a label: so many fit on a screen of 320 pixels. */
const [mostOfFigure, mostOfLabel] = [26, 42]
/** More rows than this say no more. */
const mostRows = 40

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
  const across = (value: string): string => `${axis.at(value)}%`
  const bottom = top + drawn.length * rowHeight
  const band =
    row.low === null || row.high === null || row.value === null
      ? []
      : [
          s('rect', {
            className: 'band',
            x: across(row.low),
            y: top,
            width: `${Math.max(0.2, axis.at(row.high) - axis.at(row.low)).toFixed(2)}%`,
            height: bottom - top,
          }),
        ]
  const rows = drawn.map((claim, at) => {
    const start = top + at * rowHeight
    const y = start + 28
    const [x1, x2] = [across(claim.e_low!), across(claim.e_high!)]
    const isPreferred = claim.id === row.preferred_claim
    const title = titleOf(site.documents.get(claim.document)!)
    const exact = short(exactOf(claim, view), mostOfFigure)
    const who = short(title, mostOfLabel - Array.from(exact).length)
    const interval = intervalText(claim, words) ?? ''
    return s(
      'a',
      {
        href: view.claimLink(claim.id),
        // What is seen, cut as it is: a name that says other words than the eye reads cannot be spoken to.
        ariaLabel: `${exact} ${who}: ${interval}`,
        className: ['row', `status-${claim.status ?? 'none'}`, isPreferred ? 'is-preferred' : 'is-other'],
      },
      [
        s('title', `${exactOf(claim, view)}, ${title}: ${interval}`),
        s('rect', { className: 'hit', x: 0, y: start, width: '100%', height: rowHeight }),
        s('text', { className: 'who', x: 0, y: start + 14 }, [s('tspan', { className: 'written' }, exact), ` ${who}`]),
        s('line', { className: 'interval', x1, x2, y1: y, y2: y }),
        s('line', { className: 'end', x1, x2: x1, y1: y - 5, y2: y + 5 }),
        s('line', { className: 'end', x1: x2, x2, y1: y - 5, y2: y + 5 }),
        claim.value === null ? null : s('circle', { className: 'point', cx: across(within(claim)), cy: y, r: 4.5 }),
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

/** The value where it is drawn: a decrease stands below zero, as its interval does, and no value outside its interval. */
const within = ({ value, e_low, e_high, direction }: ClaimRow): string => {
  const isBelow = direction !== null && !value!.startsWith('-') && (e_high!.startsWith('-') || Number(e_high) <= 0)
  const shown = isBelow ? `-${value}` : value!
  if (Number(shown) < Number(e_low)) return e_low!
  return Number(shown) > Number(e_high) ? e_high! : shown
}
