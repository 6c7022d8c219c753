import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const chunk = 1 << 16

/** The lines of a UTF-8 file that may be larger than memory, without their ends and without empty ones. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.alloc(chunk)
    let rest = ''
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n')
      rest = lines.pop()!
      yield* lines.filter((line) => line !== '')
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(file)
  }
}
