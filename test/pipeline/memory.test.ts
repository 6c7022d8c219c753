import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { localStages } from '../../pipeline/local-stages.ts'
import { siteOf } from '../../pipeline/report/site.ts'
import { Shelves } from '../../pipeline/shelves.ts'
import type { Relation } from '../../schemas/observation.ts'
import { claimRow, emptyDataset } from './write/sample.ts'

describe('memory', () => {
  it('is enough for a run whose claims are many times as large: 15,000 of them, of 100 MB, in a heap of 100 MB', () => {
    const script = fileURLToPath(new URL('large-run.ts', import.meta.url))
    const argv = ['--max-old-space-size=100', '--import', 'tsx', script, '100', '150']
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
    expect([status, stdout], stderr).toEqual([0, '15000\n'])
  })

  it('holds no row of a report: 20,000 claims and their pairs, of 100 MB', async () => {
    const { catalog } = await localStages.load()
    setFlagsFromString('--expose-gc')
    const clear = runInNewContext('gc') as () => void
    const held = (): number => {
      clear()
      return process.memoryUsage().heapUsed / 1e6
    }
    const shelves = new Shelves(mkdtempSync(join(tmpdir(), 'memory-')))
    try {
      const [claims, relations] = [shelves.shelf<ReturnType<typeof claimRow>>(), shelves.shelf<Relation>()]
      const sentence = { start: 0, end: 4_000, exact: 'said again. '.repeat(330) }
      for (let at = 0; at < 20_000; at += 1) {
        claims.add(claimRow({ id: `c_${at}`, observation_id: `o_${at >> 2}`, sentence }))
        relations.add({ claim_a: `c_${at}`, claim_b: `c_${at ^ 1}` } as Relation)
      }
      const before = held()
      const dataset = { ...emptyDataset, claims, relations }
      const site = siteOf({
        dataset,
        catalog,
        version: '1',
        decisions: [],
        method: { rules: new Map(), translated: new Map(), scores: null },
      })
      for (let at = 0; at < 20_000; at += 7) expect(site.claims.get(`c_${at}`)?.id).toBe(`c_${at}`)
      expect(site.claimsOn('o_7').map(({ id }) => id)).toEqual(['c_28', 'c_29', 'c_30', 'c_31'])
      expect(site.relationsOf('c_3').map(({ claim_a }) => claim_a)).toEqual(['c_2', 'c_3'])
      expect(held() - before).toBeLessThan(30)
    } finally {
      shelves.close()
    }
  })
})
