import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import pLimit from 'p-limit'
import type { SourceFile } from '../../schemas/document.ts'
import { decode } from './decode.ts'
import type { FoundSource } from './found-source.ts'

const MEGABYTE = 1_048_576
/** A text of this size is no article; a JavaScript string ends at twice it. */
const LARGEST = 256 * MEGABYTE
/** Files open at a time, whoever asks. */
const atOnce = pLimit(16)

/**
 * Reads one file: its hash, its size in bytes, its text.
 *
 * @throws Error whose message says why the file gives no text and what to do: it is no regular file, holds a NUL byte
 * (binary), is larger than 256 MB; or the system's error, with its code, where it cannot be opened or read.
 */
export function readSource(source: FoundSource): Promise<SourceFile> {
  return atOnce(async () => {
    const bytes = await readBytes(source.absolute)
    const text = decode(bytes)
    const nul = text.indexOf('\0')
    if (nul >= 0) {
      throw new Error(
        `holds a NUL character (after ${nul} others), so it is no text; convert it to text, or leave it out`,
      )
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { name: source.name, path: source.path, sha256, bytes: bytes.length, text }
  })
}

async function readBytes(path: string): Promise<Uint8Array> {
  // Not to wait: a pipe may have taken the file's place since it was found.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const bytes = await readWhole(file)
    refuseIfLarge(bytes.length)
    return bytes
  } finally {
    await file.close()
  }
}

async function readWhole(file: FileHandle): Promise<Uint8Array> {
  const entry = await file.stat()
  if (!entry.isFile()) throw new Error('is no regular file; name a file of text')
  refuseIfLarge(entry.size)
  return file.readFile()
}

function refuseIfLarge(size: number): void {
  if (size <= LARGEST) return
  throw new Error(`has ${Math.ceil(size / MEGABYTE)} MB and at most ${LARGEST / MEGABYTE} are read; split it`)
}
