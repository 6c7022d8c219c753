#!/usr/bin/env node
import { commandLine } from './command-line.ts'
import { localStages } from './local-stages.ts'

// A reader that has seen enough (`provenum ... | head`) closes the pipe: no error of ours, and no stack.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1
  })

// Leaving by exit() gives back the lock and removes what was half built. A command that waits to be stopped ends by itself; the second signal ends it at once.
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
let stop: (() => void) | null = null
for (const [signal, code] of Object.entries(signals))
  process.on(signal, () => {
    if (stop === null) process.exit(code)
    stop()
    stop = null
  })

const code = await commandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env.CI === undefined,
  stages: localStages,
  untilStopped: () =>
    new Promise((resolve) => {
      stop = resolve
    }),
  exitCode: 0,
})
process.exitCode = process.exitCode || code
