import { type DateOutcome, dateScore } from './dates.ts'
import { confusions, groups, misses, outcomesOf, type Scored } from './evaluation.ts'
import { detection, rowScore, type Tally, tally } from './tally.ts'
import { wilson } from './wilson.ts'

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)}%`)

/** "97.7% (95.1-98.9)": the share and its Wilson 95 % interval. */
export const withInterval = (right: number, n: number): string => {
  const ends = wilson(right, n)
  return ends ? `${percent(right / n)} (${ends.map((end) => (100 * end).toFixed(1)).join('-')})` : '-'
}

/** Head of the tables of scores; `scoreCells` gives a line's cells. */
export const scoreHead = ['core', 'recall (95%)', 'precision (95%)', 'detection F1', 'rows right (95%)', 'row F1']

export const scoreCells = (counts: Tally): string[] => [
  String(counts.core),
  withInterval(counts.found, counts.core),
  withInterval(counts.found, counts.found + counts.extra),
  percent(detection(counts).f1),
  withInterval(counts.rows, counts.core),
  percent(rowScore(counts).f1),
]

/** Columns padded to their widest cell: the first to the left, the others to the right. */
const aligned = (lines: readonly (readonly string[])[]): string[] => {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
}

/** At most `limit` lines, and how many more there are. */
const first = (lines: readonly string[], limit: number): string[] =>
  lines.length > limit ? [...lines.slice(0, limit), `... and ${lines.length - limit} more`] : [...lines]

/** The dates of the project's own sentences: those read otherwise, and the share that is right. */
export const dateLines = (dates: readonly DateOutcome[]): string[] => {
  const { right, n } = dateScore(dates)
  const shown = (each: readonly (string | null)[]): string => each.map((date) => date ?? 'null').join(', ')
  return dates.length === 0
    ? []
    : [
        ...dates
          .filter(({ gold, read }) => shown(gold) !== shown(read))
          .map(({ say, gold, read }) => `${say} ${shown(read) || 'none'}, not ${shown(gold)}`),
        `${right} of ${n} dates in ${dates.length} own sentences right: ${withInterval(right, n)}`,
      ]
}

/** The whole evaluation as text: misses (of `open` alone) first, the totals last. */
export const printed = (
  scored: readonly Scored[],
  open: readonly Scored[],
  limit: number,
  dates: readonly DateOutcome[] = [],
): string => {
  const all = tally(outcomesOf(scored))
  const offsets = scored.reduce((sum, { wrongOffsets }) => sum + wrongOffsets.length, 0)
  const fields = [...all.fields].filter(([, [, n]]) => n > 0)
  const sections: [string, string[]][] = [
    ['misses', first(misses(open), limit)],
    [
      'fields taken for others',
      first(
        confusions(open).map(({ field, gold, claimed, n }) => `${n} x ${field}: ${claimed}, not ${gold}`),
        limit,
      ),
    ],
    ...Object.entries(groups(scored))
      .reverse()
      .map(([name, each]): [string, string[]] => [
        `by ${name}`,
        aligned([[name, ...scoreHead], ...[...each].map(([key, counts]) => [key, ...scoreCells(counts)])]),
      ]),
    [
      'by field',
      aligned([
        ['field', 'right (95%)', 'right', 'of'],
        ...fields.map(([field, [right, n]]) => [field, withInterval(right, n), String(right), String(n)]),
      ]),
    ],
    ['dates', dateLines(dates)],
    [
      'all',
      aligned([
        ['', ...scoreHead],
        ['', ...scoreCells(all)],
      ]),
    ],
  ]
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`)
  return `${text.join('\n')}\ncore mentions ${all.core}, found ${all.found}, extra claims ${all.extra}, wrong offsets ${offsets}\n`
}
