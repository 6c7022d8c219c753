import { debuglog } from 'node:util'
import { Command, CommanderError } from 'commander'
import { CatalogError } from '../catalog/catalog-error.ts'
import { compareCommand } from './commands/compare.ts'
import { decideCommand } from './commands/decide.ts'
import { explainCommand } from './commands/explain.ts'
import { extractCommand } from './commands/extract.ts'
import type { Io } from './commands/io.ts'
import { printableLines } from './commands/printable.ts'
import { reportCommand } from './commands/report.ts'
import { reviewCommand } from './commands/review.ts'
import { DecisionError } from './reconcile/decision-error.ts'
import { UserError } from './user-error.ts'
import { version } from './version.ts'

/** The commands, in the order in which help lists them. Another one is a file in commands/ and a line here. */
const commands: readonly ((io: Io) => Command)[] = [
  extractCommand,
  reportCommand,
  explainCommand,
  compareCommand,
  decideCommand,
  reviewCommand,
]

const failed = 1
const calledWrongly = 2

const programOf = (io: Io): Command => {
  const program = new Command('provenum')
    .description('Reads articles and official releases and turns their numbers into a dataset with an audit trail.')
    .version(version())
  for (const command of commands) program.addCommand(command(io))
  for (const each of [program, ...program.commands])
    each
      .exitOverride()
      .showHelpAfterError(`(see ${each === program ? 'provenum' : `provenum ${each.name()}`} --help)`)
      .configureOutput({ writeOut: io.out, writeErr: (text) => io.error(printableLines(text)) })
  return program
}

/**
 * Runs the command line and gives the exit code: 0 done, 1 failed, 2 called wrongly, 3 some documents could not be read.
 * Never throws. `argv` is without the program's name. NODE_DEBUG=provenum shows the stack of an error.
 */
export const commandLine = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    await programOf(io).parseAsync(argv, { from: 'user' })
    return io.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : calledWrongly
    const known = [UserError, CatalogError, DecisionError].some((each) => error instanceof each)
    const mend = known ? '' : '; this is a fault of Provenum, please report it'
    io.error(`provenum: ${printableLines((error as Error).message)}${mend}\n`)
    debuglog('provenum')('%s', (error as Error).stack)
    return error instanceof UserError ? error.exitCode : failed
  }
}
