import type { DateOutcome } from './dates.ts'
import { groups, outcomesOf, type Scored } from './evaluation.ts'
import { dateLines, scoreCells, scoreHead, withInterval } from './print.ts'
import { tally } from './tally.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')

/** The scores as Markdown for the README: by set and language, by kind, by field. */
export const readmeScores = (scored: readonly Scored[], dates: readonly DateOutcome[] = []): string => {
  const { set, language, kind } = groups(scored)
  const fields = [...tally(outcomesOf(scored)).fields].filter(([, [, n]]) => n > 0)
  const named = (of: ReadonlyMap<string, Parameters<typeof scoreCells>[0]> | undefined): string[][] =>
    [...(of ?? [])].filter(([, counts]) => counts.core > 0).map(([name, counts]) => [name, ...scoreCells(counts)])
  return [
    tableOf(['set', ...scoreHead], named(set)),
    tableOf(['language', ...scoreHead], named(language)),
    tableOf(['kind', ...scoreHead], named(kind)),
    tableOf(
      ['field', 'right (95%)'],
      fields.map(([field, [right, n]]) => [field, withInterval(right, n)]),
    ),
    ...dateLines(dates)
      .slice(-1)
      .map((line) => `Dates by themselves (test/gold/dates.yaml): ${line}.`),
  ].join('\n\n')
}
