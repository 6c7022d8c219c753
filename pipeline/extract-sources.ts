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

/**
 * Reads and extracts documents one by one. One that cannot be read, or that a stage fails on, is named with the reason and harms no
 * other. Results stand by name of the document in code-unit order, whatever the order in which files came from the disk.
 */
export const extractSources = async (
  sources: readonly FoundSource[],
  catalog: CompiledCatalog,
  stages: Pick<Stages, 'read' | 'extract'>,
  onDone: (done: number, all: number) => void = () => {},
): Promise<{ results: DocumentResult[]; problems: Unreadable[] }> => {
  const results: DocumentResult[] = []
  const problems: Unreadable[] = []
  let done = 0
  const one = async (source: FoundSource): Promise<void> => {
    try {
      // A signal, or whoever else waits for this process, has its turn after each document.
      const read = await stages.read(source)
      await setImmediate()
      results.push(await stages.extract(read, catalog))
    } catch (error) {
      problems.push({ path: source.path, reason: reasonOf(error) })
    }
    done += 1
    onDone(done, sources.length)
  }
  // `read` bounds the files that are open, and each text is extracted as it comes.
  await Promise.all(sources.map(one))
  results.sort((a, b) => byCodeUnit(a.document, b.document))
  problems.sort((a, b) => byCodeUnit(a.path, b.path))
  return { results, problems }
}
