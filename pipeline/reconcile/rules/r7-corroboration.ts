import type { Placed } from '../placed.ts'
import { evidenceOf, least, type Rule } from './rule.ts'

/** Known origins; one where none is known. A text of unknown origin may well repeat a known one. */
export const countOrigins = (claims: readonly Placed[]): number =>
  Math.max(1, new Set(claims.flatMap(({ source }) => (source.origin === null ? [] : [source.origin]))).size)

export const countReports = (claims: readonly Placed[]): number =>
  new Set(claims.map(({ source }) => source.report)).size

/** Above any number of reports, so that origins come first. */
const originWeight = 1e9

/** More independent origins say it; else it stands in more independent reports. Reposts never vote. */
export const corroboration: Rule = {
  name: 'R7',
  decides: true,
  opposes: true,
  keep: ({ candidates }) =>
    least(candidates, (candidate) => {
      const claims = evidenceOf(candidate)
      return -(countOrigins(claims) * originWeight + countReports(claims))
    }),
}
