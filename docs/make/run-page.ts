import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Block, blocksOf, withTexts } from './example-page.ts'
import { patched } from './patch.ts'

/** What stands for the commands that a page shows: the program as it was built, or its sources where the page changes them. */
const programs = {
  built: { cli: 'node dist/pipeline/cli.js', evaluate: 'node dist/pipeline/evaluate/command.js' },
  sources: { cli: 'node --import tsx pipeline/cli.ts', evaluate: 'npm run -s evaluate --' },
} as const
type Program = (typeof programs)[keyof typeof programs]

/** Runs a block of shell lines in the folder; gives what they print. Throws where one of them fails. */
const shell = (lines: string, folder: string, { cli, evaluate }: Program): string => {
  const command = lines
    .replaceAll(/^npx provenum /gmu, `${cli} `)
    .replaceAll(/^npm run -s evaluate -- /gmu, `${evaluate} `)
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, NO_COLOR: '1', CI: '1' }
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', command], { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`\n${lines}\nended with ${status}\n${stdout}\n${stderr}`)
  return stdout
}

/** Some columns of a CSV file, all rows; `where` is "column:value". */
const someColumns = (csv: string, columns: readonly string[], where: string | undefined): string => {
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  const missing = columns.filter((column) => rows[0] !== undefined && !(column in rows[0]))
  if (missing.length > 0) throw new Error(`the table has no column ${missing.join(', ')}`)
  const [column = '', value = ''] = where?.split(':') ?? []
  const chosen = where === undefined ? rows : rows.filter((row) => row[column] === value)
  return stringify(
    chosen.map((row) => columns.map((name) => row[name])),
    { header: true, columns: [...columns] },
  )
}

const list = (text: string | undefined): string[] => (text ?? '').split(',')

/**
 * Does what the code blocks of a page ask for, in order, in a folder: `file=` writes it, `patch=` changes it, `run` runs it.
 * Blocks with `output` are given what the run before them printed, those with `table= columns=` these columns of a CSV file.
 * Gives the page with those blocks as they come out; throws an Error with the line of the block where one fails.
 */
export const runPage = (page: string, folder: string): string => {
  const texts = new Map<Block, string>()
  let printed = ''
  const blocks = blocksOf(page)
  const isCode = blocks.some(({ asks }) => (asks.get('file') ?? asks.get('patch'))?.endsWith('.ts') === true)
  const program = isCode ? programs.sources : programs.built
  for (const block of blocks) {
    const { asks, text, line } = block
    const at = (name: string): string => join(folder, asks.get(name) ?? '')
    try {
      if (asks.has('file')) {
        mkdirSync(dirname(at('file')), { recursive: true })
        writeFileSync(at('file'), `${text}\n`)
      } else if (asks.has('patch')) {
        const name = asks.get('patch') ?? ''
        writeFileSync(at('patch'), patched(readFileSync(at('patch'), 'utf8'), `${text}\n`, name))
      } else if (asks.has('run')) printed = shell(text, folder, program)
      else if (asks.has('output')) texts.set(block, printed)
      else if (asks.has('table')) {
        const csv = readFileSync(at('table'), 'utf8')
        texts.set(block, someColumns(csv, list(asks.get('columns')), asks.get('where')))
      } else throw new Error(`no such word after the fence: ${[...asks.keys()].join(' ')}`)
    } catch (error) {
      throw new Error(`line ${line}: ${(error as Error).message}`)
    }
  }
  return withTexts(page, texts)
}
