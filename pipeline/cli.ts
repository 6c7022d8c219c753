#!/usr/bin/env node
import { commandLine } from './command-line.ts'
import { localStages } from './local-stages.ts'

// A reader that has seen enough (`provenum ... | head`) closes the pipe: no error of ours, and no stack.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1
  })

// Leaving by exit() gives back the lock and removes what was half built.
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
for (const [signal, code] of Object.entries(signals)) process.once(signal, () => process.exit(code))

const code = await commandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env.CI === undefined,
  stages: localStages,
  exitCode: 0,
})
process.exitCode = process.exitCode || code
