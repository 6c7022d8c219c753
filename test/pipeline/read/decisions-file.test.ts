import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDecisions } from '../../../pipeline/read/decisions-file.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))
const read = (text: string) => {
  writeFileSync(join(base, 'decisions.jsonl'), text)
  return readDecisions(base)
}
const flag = (id: string) =>
  JSON.stringify({
    id,
    action: 'flag',
    key: 'o_1',
    flag: 'odd',
    reason: 'r',
    by: 'b',
    on: '2026-11-22',
    evidence: 'a'.repeat(64),
  })

describe('decisions.jsonl', () => {
  it('is not needed', async () => {
    expect(await readDecisions(base)).toEqual([])
  })

  it('gives its rulings in order', async () => {
    const decisions = await read(`${flag('d_2')}\n\n${flag('d_1')}\n`)
    expect(decisions.map(({ id }) => id)).toEqual(['d_2', 'd_1'])
    expect(decisions[0]).toMatchObject({ action: 'flag', flag: 'odd', expect: {} })
  })

  it('names every line that is no ruling', async () => {
    const bad = flag('d_3').replace('"by":"b",', '')
    await expect(read(`${flag('d_1')}\n{\n${bad}\n${flag('d_1')}\n`)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(
        /decisions\.jsonl:2: is no JSON .*\n.*decisions\.jsonl:3: by: .*\n.*decisions\.jsonl:4: the id d_1 stands there twice; give another one$/u,
      ),
    })
  })
})
