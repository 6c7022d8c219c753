import type { ObservationRow } from '../../../schemas/observation.ts'
import { groupBy } from '../../group-by.ts'
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

/** How much the corpus makes of a series. */
const weightOf = ({ points }: Series): number => points.reduce((sum, { n_docs }) => sum + n_docs, 0)

const mostSeries = 12

/** The indicators that the corpus speaks of most, each over time; a series has figures of two days or more. */
export const headlineSeries = ({ dataset }: Site): Series[] =>
  [
    ...groupBy(
      dataset.observations.filter((row) => isDrawn(row) && isOnScale(row)),
      ({ indicator, place, of, unit }) => JSON.stringify([indicator, place, of, unit]),
    ).values(),
  ]
    .map((rows): Series => {
      const points = [...rows].sort((a, b) =>
        dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1,
      )
      const { indicator, place, of, unit } = points[0]!
      return { indicator, place, of, unit, points }
    })
    .filter(({ points }) => new Set(points.map(dayOf)).size > 1)
    .sort(
      (a, b) =>
        weightOf(b) - weightOf(a) ||
        b.points.length - a.points.length ||
        (a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : (a.place ?? '') < (b.place ?? '') ? -1 : 1),
    )
    .slice(0, mostSeries)
