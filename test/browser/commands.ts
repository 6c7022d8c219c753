import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../catalog/package-root.ts'

/** The built command line: what a user runs. */
const cli = join(packageRoot(), 'dist', 'pipeline', 'cli.js')

/** Runs `provenum extract` over a corpus: a folder with `sources`, where `dataset` comes out. */
export const extractCorpus = async (folder: string): Promise<void> => {
  const [sources, out, cache] = [join(folder, 'sources'), join(folder, 'dataset'), join(folder, 'cache')]
  await promisify(execFile)(process.execPath, [cli, 'extract', sources, '--out', out, '--cache', cache, '--quiet'])
}

/** Starts `provenum review` on a corpus; gives the address that it prints. */
export const reviewCorpus = async (folder: string): Promise<{ address: string; process: ChildProcess }> => {
  const [sources, dataset, cache] = [join(folder, 'sources'), join(folder, 'dataset'), join(folder, 'cache')]
  const child = spawn(process.execPath, [cli, 'review', dataset, '--sources', sources, '--cache', cache], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()))
    child.once('exit', (code) => reject(new Error(`provenum review ended with ${code}`)))
  })
  return { address, process: child }
}
