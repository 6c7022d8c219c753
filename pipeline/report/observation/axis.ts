import type { Element } from 'hast'
import { s } from 'hastscript'

/** Linear places on a drawing. Floats are for drawing alone: no number that is shown is made of them. */
export interface Axis {
  readonly at: (value: string) => number
  /** Round values, as decimal digits, about so many as were asked. */
  readonly ticks: readonly string[]
}

const decimals = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9))

/** Round steps of 1, 2 or 5 (after Heckbert, "Nice numbers for graph labels", 1990). */
const roundStep = (span: number, count: number): number => {
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const part = rough / power
  return power * (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1)
}

/** An axis on which all values have their place, from `left` to `right` of the drawing. */
export const axisOf = (values: readonly string[], left: number, right: number, count: number): Axis => {
  const numbers = values.map(Number)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const spread = most - least || Math.abs(most) * 0.02 || 1
  const [low, high] = [least - spread * 0.06, most + spread * 0.06]
  const step = roundStep(high - low, count)
  const ticks: string[] = []
  for (let at = Math.ceil(low / step); at * step <= high; at += 1) ticks.push((at * step).toFixed(decimals(step)))
  const place = (value: string): number => left + ((Number(value) - low) / (high - low)) * (right - left)
  return {
    at: (value) => Math.round(place(value) * 100) / 100,
    ticks: ticks.map((each) => (Number(each) === 0 ? '0' : each)),
  }
}

/** The ticks of a horizontal axis in hundredths of the drawing's width, with their labels. */
export const horizontalTicks = (axis: Axis, top: number, bottom: number, label: (tick: string) => string): Element[] =>
  axis.ticks.flatMap((tick) => [
    s('line', { className: 'grid', x1: `${axis.at(tick)}%`, x2: `${axis.at(tick)}%`, y1: top, y2: bottom }),
    s('text', { className: 'tick', x: `${axis.at(tick)}%`, y: bottom + 16, textAnchor: 'middle' }, label(tick)),
  ])
