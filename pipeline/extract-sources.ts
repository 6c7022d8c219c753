import { setImmediate } from 'node:timers/promises'
import type { CompiledCatalog } from '../catalog/compile.ts'
import type { DocumentResult } from '../schemas/result.ts'
import { byCodeUnit } from './read/code-unit-order.ts'
import type { FoundSource, Unreadable } from './read/found-source.ts'
import type { Stages } from './stages.ts'
import { systemReason } from './user-error.ts'

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return code === undefined ? message : systemReason(error)
}

/** Documents in work at a time: the next are read while one is extracted, and no more texts are held than these. */
const atOnce = 16

/**
 * Reads and extracts documents one by one, and hands each result to `take`, in no order that can be relied on. One that cannot be read,
 * or that a stage fails on, is named with the reason and harms no other; where `take` fails, all of it does.
 */
export const extractSources = async (
  sources: readonly FoundSource[],
  catalog: CompiledCatalog,
  stages: Pick<Stages, 'read' | 'extract'>,
  take: (result: DocumentResult) => void,
  onDone: (done: number, all: number) => void = () => {},
): Promise<Unreadable[]> => {
  const problems: Unreadable[] = []
  let done = 0
  const extracted = async (source: FoundSource): Promise<DocumentResult | null> => {
    try {
      // A signal, or whoever else waits for this process, has its turn after each document.
      const read = await stages.read(source)
      await setImmediate()
      return await stages.extract(read, catalog)
    } catch (error) {
      problems.push({ path: source.path, reason: reasonOf(error) })
      return null
    }
  }
  const waiting = sources.values()
  const work = async (): Promise<void> => {
    for (const source of waiting) {
      const result = await extracted(source)
      if (result !== null) take(result)
      done += 1
      onDone(done, sources.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, sources.length) }, work))
  return problems.sort((a, b) => byCodeUnit(a.path, b.path))
}
