import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../catalog/package-root.ts'

/** What the worked examples need of the repository. */
const rooms = [
  'schemas',
  'catalog',
  'extractors',
  'pipeline',
  'docs/method',
  'dist',
  'test/cases',
  'test/cases.test.ts',
  'test/fixed-draws.ts',
  'test/gold/units.yaml',
  'vitest.config.ts',
  'tsconfig.json',
  'package.json',
]

/** A copy of the repository in a temporary folder, for an example to change and run. Whoever makes it removes it. */
export const makeWorkspace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'provenum-docs-'))
  for (const room of rooms) cpSync(join(packageRoot(), room), join(folder, room), { recursive: true })
  symlinkSync(join(packageRoot(), 'node_modules'), join(folder, 'node_modules'))
  return folder
}

export const removeWorkspace = (folder: string): void => rmSync(folder, { recursive: true, force: true })
