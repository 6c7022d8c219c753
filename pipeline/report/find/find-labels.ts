import type { ClaimRow } from '../../../schemas/claim.ts'
import type { Site } from '../site.ts'
import type { Words } from '../words.ts'

/** Names of the values that the claims of a dataset have, by vocabulary, but for documents, whose titles are loaded with the index. */
export const findLabels = ({ dataset, observations }: Site, words: Words): Record<string, Record<string, string>> => {
  const named = (
    values: Iterable<string | null | undefined>,
    name: (value: string) => string,
  ): Record<string, string> =>
    Object.fromEntries(
      [...new Set(values)]
        .flatMap((value) => (value ? [[value, name(value)] as const] : []))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  const each = (of: (claim: ClaimRow) => string | null): (string | null)[] => dataset.claims.map(of)
  const rows = [...observations.values()]
  const flags = new Set([...dataset.claims, ...rows].flatMap((row) => row.flags))
  return {
    kind: named(
      each(({ kind }) => kind),
      (kind) => words.term('kind', kind),
    ),
    indicator: named(
      each(({ indicator }) => indicator),
      words.indicator,
    ),
    place: named(
      each(({ place }) => place),
      words.place,
    ),
    status: named(
      each(({ status }) => status),
      (status) => words.term('status', status),
    ),
    grade: named(
      rows.map(({ grade }) => grade),
      (grade) => `${grade}: ${words.term('grade', grade)}`,
    ),
    flag: named(flags, (flag) => words.term('flag', flag)),
    unit: named(
      each(({ unit }) => unit),
      words.unit,
    ),
  }
}
