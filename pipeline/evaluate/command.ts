#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { UserError } from '../user-error.ts'
import { readmeTables } from '../write/readme-tables.ts'
import { type DateOutcome, dateOutcomes } from './dates.ts'
import { confusions, evaluate, groups, misses, type Scored, summary } from './evaluation.ts'
import { raised, readFloor, scoresOf, writeFloor } from './floor.ts'
import { withSection } from './marked-section.ts'
import { methodScores } from './method-scores.ts'
import { printed } from './print.ts'
import { readmeScores } from './readme-scores.ts'
import { readmeUse } from './readme-use.ts'
import { goldSets, heldBack, projectSets } from './sets.ts'
import { detection, rowScore } from './tally.ts'

interface Options {
  readonly gold?: string
  readonly texts?: string
  readonly claims?: string
  readonly catalog?: string
  readonly misses: number
  readonly json?: boolean
  readonly writeReadme?: boolean
  readonly raiseFloor?: boolean
}

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

const asJson = (scored: readonly Scored[], open: readonly Scored[], limit: number): string => {
  const byGroup = Object.entries(groups(scored)).map(([name, each]) => [
    name,
    Object.fromEntries(
      [...each].map(([key, counts]) => [
        key,
        {
          core: counts.core,
          found: counts.found,
          rows: counts.rows,
          extra: counts.extra,
          detection: detection(counts),
          row: rowScore(counts),
        },
      ]),
    ),
  ])
  const report = {
    total: summary(scored),
    by: Object.fromEntries(byGroup),
    confusions: confusions(open),
    misses: misses(open).slice(0, limit),
  }
  return JSON.stringify(report, null, 2)
}

/** Writes the sections of the README that are made: what a run printed, the tables, and how far to trust them; and the
 * scores as the report reads them. */
const writeReadme = async (scored: readonly Scored[], dates: readonly DateOutcome[]): Promise<void> => {
  const path = join(packageRoot(), 'README.md')
  const sections = {
    use: await readmeUse(join(packageRoot(), 'output'), 'output'),
    files: readmeTables(),
    scores: readmeScores(scored, dates),
  }
  let text = await readFile(path, 'utf8')
  for (const [name, content] of Object.entries(sections)) text = withSection(text, name, content)
  await writeFile(path, text)
  await writeFile(join(packageRoot(), 'docs', 'method', 'scores.json'), methodScores(scored))
}

const score = async (options: Options): Promise<void> => {
  const { gold, texts, claims, catalog } = options
  if ((gold === undefined) !== (texts === undefined))
    throw new UserError('--gold and --texts go together: give both or none', 2)
  if ((options.writeReadme || options.raiseFloor) && (gold !== undefined || claims !== undefined))
    throw new UserError(
      '--write-readme and --raise-floor write the scores of all sets of the project: leave out --gold, --texts and --claims',
      2,
    )
  if (catalog !== undefined && (gold === undefined || claims !== undefined))
    throw new UserError(
      '--catalog says what the texts of --gold are read with: give --gold and --texts, and no --claims',
      2,
    )
  const sets =
    gold !== undefined && texts !== undefined
      ? [{ name: basename(gold), gold, texts, catalog: catalog ?? null }]
      : await projectSets()
  const scored = evaluate(await goldSets(sets, claims ?? null))
  // Whoever reads the misses of the set that is held back, and mends rules by them, no longer measures anything with it.
  const open = gold === undefined ? scored.filter(({ set }) => set !== heldBack) : scored
  const dates = gold === undefined && claims === undefined ? dateOutcomes(compile(await loadCatalog())) : []
  if (options.writeReadme) await writeReadme(scored, dates)
  if (options.raiseFloor) await writeFloor(raised(await readFloor(), scoresOf(scored)))
  process.stdout.write(
    options.json ? `${asJson(scored, open, options.misses)}\n` : printed(scored, open, options.misses, dates),
  )
}

const command = new Command('evaluate')
  .description('Scores what is extracted from annotated texts against their gold (test/gold/GUIDELINES.md).')
  .option('--gold <folder>', 'one <document>.jsonl a text; all sets of test/gold where it is not given')
  .option('--texts <folder>', 'the texts that the gold annotates')
  .option('--catalog <folder>', 'read the texts of --gold with this catalog; social security where it is not given')
  .option('--claims <file>', 'score this claims.json instead of extracting the texts')
  .option(
    '--misses <n>',
    'how many misses to list; those of the set that is held back are listed only with --gold and --texts',
    wholeNumber,
    25,
  )
  .option('--json', 'print one JSON record')
  .option('--write-readme', 'also write the tables and the scores into README.md')
  .option('--raise-floor', 'also raise the floor that the tests hold (test/gold/floor.yaml) to these scores')
  .allowExcessArguments(false)
  .action(score)

try {
  await command.parseAsync()
} catch (error) {
  process.stderr.write(`evaluate: ${(error as Error).message}\n`)
  process.exitCode = error instanceof UserError ? error.exitCode : 1
}
