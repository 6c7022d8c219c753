import { groups, outcomesOf, type Scored } from './evaluation.ts'
import { type Tally, tally } from './tally.ts'
import { wilson } from './wilson.ts'

/** How often right, with the Wilson 95 % interval in percent. */
const share = (right: number, of: number): Record<string, number | string | null> => {
  const ends = wilson(right, of)?.map((end) => (100 * end).toFixed(1))
  return { right, of, low: ends?.[0] ?? null, high: ends?.[1] ?? null }
}

const found = (counts: Tally) => ({
  recall: share(counts.found, counts.core),
  precision: share(counts.found, counts.found + counts.extra),
})

/** docs/method/scores.json: what was measured on the annotated texts, as the report shows it. */
export const methodScores = (scored: readonly Scored[]): string => {
  const all = tally(outcomesOf(scored))
  const fields = [...all.fields].filter(([, [, n]]) => n > 0).map(([field, [right, n]]) => [field, share(right, n)])
  const sets = [...groups(scored).set!]
    .filter(([, counts]) => counts.core > 0)
    .map(([name, counts]) => [name, { ...found(counts), rows: share(counts.rows, counts.core) }])
  return `${JSON.stringify({ ...found(all), fields: Object.fromEntries(fields), sets: Object.fromEntries(sets) }, null, 2)}\n`
}
