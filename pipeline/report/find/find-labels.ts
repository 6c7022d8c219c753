import type { Site } from '../site.ts'
import type { Words } from '../words.ts'

const fields = ['kind', 'indicator', 'place', 'status', 'unit'] as const

/** Names of the values that the claims of a dataset have, by vocabulary, but for documents, whose titles are loaded with the index. */
export const findLabels = ({ dataset }: Site, words: Words): Record<string, Record<string, string>> => {
  const named = (values: ReadonlySet<string>, name: (value: string) => string): Record<string, string> =>
    Object.fromEntries(
      [...values]
        .filter((value) => value !== '')
        .map((value) => [value, name(value)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  const said = new Map(fields.map((field) => [field, new Set<string>()]))
  const [grades, flags] = [new Set<string>(), new Set<string>()]
  for (const claim of dataset.claims) {
    for (const field of fields) said.get(field)!.add(claim[field] ?? '')
    for (const flag of claim.flags) flags.add(flag)
  }
  for (const row of dataset.observations) {
    grades.add(row.grade)
    for (const flag of row.flags) flags.add(flag)
  }
  return {
    kind: named(said.get('kind')!, (kind) => words.term('kind', kind)),
    indicator: named(said.get('indicator')!, words.indicator),
    place: named(said.get('place')!, words.place),
    status: named(said.get('status')!, (status) => words.term('status', status)),
    grade: named(grades, (grade) => `${grade}: ${words.term('grade', grade)}`),
    flag: named(flags, (flag) => words.term('flag', flag)),
    unit: named(said.get('unit')!, words.unitForms),
  }
}
