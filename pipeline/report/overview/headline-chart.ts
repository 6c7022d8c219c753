import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { axisOf } from '../observation/axis.ts'
import { keyText, valueText } from '../observation/section.ts'
import { fill } from '../phrase.ts'
import { shortFigure } from '../short-figure.ts'
import type { View } from '../view.ts'
import { dayOf, type Series } from './headlines.ts'

const [width, height, left, right, top, bottom] = [300, 170, 46, 290, 14, 138]

type Is = 'actual' | 'estimate' | 'target'

const isOf = (row: ObservationRow): Is =>
  row.class === 'target' ? 'target' : row.obs_status === 'E' ? 'estimate' : 'actual'

/** A day as a number of days, in the proleptic calendar: for drawing alone. */
const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000

const symbol = (is: Is, x: number, y: number): Element => {
  if (is === 'target') return s('path', { className: 'point', d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z` })
  return s('circle', { className: 'point', cx: x, cy: y, r: 4 })
}

const middle = ({ value, low, high }: ObservationRow): string => value ?? String((Number(low) + Number(high)) / 2)

/** A small chart of a series over time: what was (filled), what was estimated (hollow), what is aimed at (diamonds), each with its interval. */
export const headlineChart = (series: Series, view: View): Element => {
  const { words } = view
  const { points } = series
  const values = points.flatMap((row) => [row.low, row.high, middle(row)].filter((each) => each !== null))
  const y = axisOf(values, bottom, top, 3)
  const days = points.map((row) => dayNumber(dayOf(row)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = (row: ObservationRow): number =>
    Math.round(
      (left + 14 + ((dayNumber(dayOf(row)) - first) / Math.max(1, last - first)) * (right - left - 28)) * 100,
    ) / 100
  const actual = points.filter((row) => isOf(row) === 'actual')
  const line =
    actual.length < 3
      ? []
      : [s('polyline', { className: 'trend', points: actual.map((row) => `${x(row)},${y.at(middle(row))}`).join(' ') })]
  // A year is written under its first point, where there is room beside the year before.
  let taken = -40
  const yearTicks = points.flatMap((row) => {
    const at = x(row)
    if (at - taken < 34) return []
    taken = at
    return [s('text', { className: 'tick', x: at, y: bottom + 18, textAnchor: 'middle' }, dayOf(row).slice(0, 4))]
  })
  const marks = points.map((row) => {
    const is = isOf(row)
    const label = `${dayOf(row)}: ${valueText(row, view)}, ${words.term('status', is)}, ${words.say('grade')} ${row.grade}`
    const [low, high] = [row.low === null ? null : y.at(row.low), row.high === null ? null : y.at(row.high)]
    return s(
      'a',
      {
        href: view.observationLink(row.id),
        ariaLabel: label,
        className: ['mark', `is-${is}`, `grade-${row.grade.toLowerCase()}`],
      },
      [
        s('title', `${label} (${keyText(row, view)})`),
        low === null || high === null
          ? null
          : s('line', { className: 'interval', x1: x(row), x2: x(row), y1: low, y2: high }),
        symbol(is, x(row), y.at(middle(row))),
      ],
    )
  })
  const about = [
    series.place === null ? null : words.place(series.place),
    series.of === null ? null : words.say('share_of', { whole: words.whole(series.of) }),
    series.unit === null || series.unit === 'percent' ? null : fill(words.unitForms(series.unit), { n: 'many' }),
  ].filter((each) => each !== null)
  const indicator = words.indicator(series.indicator)
  return h('figure', { className: 'headline' }, [
    h('figcaption', [
      h('a', { href: view.link(view.site.pages.indicators.get(series.indicator)![0]!.path) }, indicator),
      h('span', { className: 'how' }, ` ${about.join(' · ')}`),
    ]),
    s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', ariaLabel: `${indicator}. ${about.join(', ')}` }, [
      ...y.ticks.flatMap((tick) => [
        s('line', { className: 'grid', x1: left, x2: right, y1: y.at(tick), y2: y.at(tick) }),
        s(
          'text',
          { className: 'tick', x: left - 6, y: y.at(tick) + 4, textAnchor: 'end' },
          `${shortFigure(tick, words, 'sign')}${series.unit === 'percent' ? '%' : ''}`,
        ),
      ]),
      ...yearTicks,
      ...line,
      ...marks,
    ]),
  ])
}

/** What the signs of the charts mean. */
export const chartKey = ({ words }: View): Element =>
  h(
    'ul',
    { className: 'key', ariaLabel: words.say('chart_key') },
    (['actual', 'estimate', 'target'] as const).map((is) =>
      h('li', [
        s('svg', { viewBox: '0 0 16 16', width: 16, height: 16, ariaHidden: 'true' }, [
          s('g', { className: ['mark', `is-${is}`] }, [
            s('line', { className: 'interval', x1: 8, x2: 8, y1: 1, y2: 15 }),
            symbol(is, 8, 8),
          ]),
        ]),
        words.term('status', is),
      ]),
    ),
  )
