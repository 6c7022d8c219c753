import type { Rows } from '../schemas/dataset.ts'

/**
 * Rows that are sorted run by run, in one order: `starts` are the places of the runs' first rows. Of equal rows those of the earlier run go
 * first.
 */
export function* mergeSorted<Row>(
  rows: Rows<Row>,
  starts: readonly number[],
  compare: (a: Row, b: Row) => number,
): Generator<Row> {
  const runs = starts
    .map((at, run) => ({ at, end: starts[run + 1] ?? rows.length }))
    .filter(({ at, end }) => at < end)
    .map((run) => ({ ...run, head: rows.at(run.at)! }))
  while (runs.length > 0) {
    let first = 0
    for (let other = 1; other < runs.length; other += 1)
      if (compare(runs[other]!.head, runs[first]!.head) < 0) first = other
    const run = runs[first]!
    yield run.head
    run.at += 1
    if (run.at < run.end) run.head = rows.at(run.at)!
    else runs.splice(first, 1)
  }
}
