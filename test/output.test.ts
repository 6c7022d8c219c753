import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../catalog/package-root.ts'
import { localStages } from '../pipeline/local-stages.ts'
import { runWith } from '../pipeline/run.ts'

const root = packageRoot()
let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const files = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  )

/** First line in which two texts differ: a whole file of difference says nothing. */
const firstDifference = (a: string, b: string): string | null => {
  if (a === b) return null
  const [left, right] = [a.split('\n'), b.split('\n')]
  const line = left.findIndex((each, index) => each !== right[index])
  return `line ${line + 1}: ${left[line]?.slice(0, 300)} | ${right[line]?.slice(0, 300)}`
}

describe('the dataset of the seeds', () => {
  it('is the one that is committed in output/ (npm run extract writes it)', async () => {
    await runWith(localStages, { inputs: [join(root, 'seeds')], out: join(base, 'here'), cache: join(base, 'cache') })
    const [made, committed] = [files(join(base, 'here')), files(join(root, 'output'))]
    expect(Object.keys(made)).toEqual(Object.keys(committed))
    for (const [name, text] of Object.entries(made))
      expect([name, firstDifference(text, committed[name]!)]).toEqual([name, null])
  })

  it.each([
    { TZ: 'Asia/Ho_Chi_Minh', LC_ALL: 'vi_VN.UTF-8', LANG: 'vi_VN.UTF-8' },
    { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  ])('is the same with %o, from another folder, by the command', (env) => {
    const out = join(base, env.TZ.replace('/', '-'))
    const cli = join(root, 'dist', 'pipeline', 'cli.js')
    const argv = [cli, 'extract', join(root, 'seeds'), '--out', out, '--quiet']
    const { status, stderr } = spawnSync(process.execPath, argv, {
      cwd: base,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(files(out)).toEqual(files(join(base, 'here')))
  })
})
