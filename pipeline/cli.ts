#!/usr/bin/env node
import { commandLine } from './command-line.ts'
import { localStages } from './local-stages.ts'
import type { Stages } from './stages.ts'

// A reader that has seen enough (`provenum ... | head`) closes the pipe: no error of ours, and no stack.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1
  })

// Leaving by exit() gives back the lock and removes what was half built. A command that waits to be stopped ends by itself; the second signal ends it at once.
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
let stop: (() => void) | null = null
const onSignal = (signal: NodeJS.Signals): void => {
  if (stop === null) process.exit(signals[signal as keyof typeof signals])
  stop()
  stop = null
}
const listen = (): void => {
  for (const signal of Object.keys(signals)) process.on(signal, onSignal)
}
listen()

/**
 * Work that lets nothing else run, listeners of signals either: while it lasts the system ends the process. What stood in the folder of the dataset
 * stays then, and the next run clears the hidden folder of rows beside it and takes the lock over from a process that is gone.
 */
const interruptible = <Result>(work: () => Result): Result => {
  for (const signal of Object.keys(signals)) process.off(signal, onSignal)
  try {
    return work()
  } finally {
    listen()
  }
}

/** Bytes of a text that takes about a second: shorter ones are waited for. */
const long = 1_000_000

const stages: Stages = {
  ...localStages,
  extract: (source, catalog) =>
    source.text.length < long
      ? localStages.extract(source, catalog)
      : interruptible(() => localStages.extract(source, catalog)),
  reconcile: (...all) => interruptible(() => localStages.reconcile(...all)),
}

const code = await commandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env.CI === undefined,
  stages,
  untilStopped: () =>
    new Promise((resolve) => {
      stop = resolve
    }),
  exitCode: 0,
})
process.exitCode = process.exitCode || code
