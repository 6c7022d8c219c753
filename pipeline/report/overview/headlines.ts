import type { ObservationRow } from '../../../schemas/observation.ts'
import type { Site } from '../site.ts'

/** Figures of one indicator that may stand on one chart: one place, one whole, one unit, as a whole and not of a part. */
export interface Series {
  readonly indicator: string
  readonly place: string | null
  readonly of: string | null
  readonly unit: string | null
  readonly points: readonly ObservationRow[]
}

const isDrawn = ({ measure, facet, value, low, high }: ObservationRow): boolean =>
  measure === 'level' && facet === null && (value !== null || (low !== null && high !== null))

/** Last days tell stocks apart; of flows the whole years are drawn, so that nine months stand beside no twelve. */
const isOnScale = ({ period }: ObservationRow): boolean => {
  const [first, last] = period.split('/') as [string, string | undefined]
  return (
    last === undefined ||
    (first.endsWith('-01-01') && last.endsWith('-12-31') && first.slice(0, 4) === last.slice(0, 4))
  )
}

/** Last day of an observation's period. */
export const dayOf = ({ period }: Pick<ObservationRow, 'period'>): string => period.slice(-10)

const mostSeries = 12

const nameOf = ({ indicator, place, of, unit }: ObservationRow): string => JSON.stringify([indicator, place, of, unit])

/** What decides whether a series is drawn. */
interface Weighed extends Omit<Series, 'points'> {
  readonly name: string
  readonly firstDay: string
  hasTwoDays: boolean
  /** How much the corpus makes of it. */
  weight: number
  points: number
}

const weighed = (drawn: Iterable<ObservationRow>): Weighed[] => {
  const found = new Map<string, Weighed>()
  for (const row of drawn) {
    const name = nameOf(row)
    const { indicator, place, of, unit } = row
    const fresh = { indicator, place, of, unit, name, firstDay: dayOf(row), hasTwoDays: false, weight: 0, points: 0 }
    const own = found.get(name) ?? fresh
    own.hasTwoDays ||= dayOf(row) !== own.firstDay
    own.weight += row.n_docs
    own.points += 1
    found.set(name, own)
  }
  return [...found.values()]
}

function* drawnOf(observations: Iterable<ObservationRow>): Generator<ObservationRow> {
  for (const row of observations) if (isDrawn(row) && isOnScale(row)) yield row
}

/**
 * The indicators that the corpus speaks of most, each over time; a series has figures of two days or more. The observations are read
 * twice, so that only those which are drawn are held.
 */
export const headlineSeries = ({ dataset }: Site): Series[] => {
  const chosen = weighed(drawnOf(dataset.observations))
    .filter(({ hasTwoDays }) => hasTwoDays)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.points - a.points ||
        (a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : (a.place ?? '') < (b.place ?? '') ? -1 : 1),
    )
    .slice(0, mostSeries)
  const points = new Map(chosen.map(({ name }) => [name, [] as ObservationRow[]]))
  for (const row of drawnOf(dataset.observations)) points.get(nameOf(row))?.push(row)
  return chosen.map(({ name, indicator, place, of, unit }) => ({
    indicator,
    place,
    of,
    unit,
    points: points
      .get(name)!
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1)),
  }))
}
