import type { Stages } from '../stages.ts'

/** What a command may touch beside the disk. Results go to `out`, everything else to `error`. */
export interface Io {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Whether `error` is a terminal on which a line may be written over. */
  readonly isTerminal: boolean
  readonly stages: Stages
  /** Settles when the user asks the program to end (Ctrl-C). From the call on a command ends by itself. */
  readonly untilStopped: () => Promise<void>
  /** Exit code of a command that worked, where it is not 0. */
  exitCode: number
}
