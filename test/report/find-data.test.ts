import { createHash, randomBytes } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tableOf } from '../../pipeline/report/client/find/table.ts'
import { dataParts } from '../../pipeline/report/find/data-part.ts'
import { claimRecords } from '../../pipeline/write/claim-records.ts'
import { csvFile } from '../../pipeline/write/csv.ts'
import { tables } from '../../pipeline/write/tables.ts'
import { claimRow } from '../pipeline/write/sample.ts'

const held = (script: string): { name: string; text: string } => {
  let got: { name: string; text: string } | null = null
  new Function('provenum', script)({
    part: (name: string, text: string) => {
      got = { name, text }
    },
  })
  return got!
}
const opened = (script: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(held(script).text, 'base64')).toString('utf8'))

describe('the data of the find page', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${at} </script><!-- "\u2028 đồng`)
  const parts = [
    ...dataParts(
      'rows',
      rows,
      (own) => own,
      () => 4000,
    ),
  ]

  it('is handed over whole and in order', () => {
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.flatMap(({ script }) => opened(script))).toEqual(rows)
    expect(parts.flatMap((part) => part.rows)).toEqual(rows)
  })
  it('is known by its hash', () => {
    for (const { script, sha256, path } of parts) {
      const { name, text } = held(script)
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
      expect(path).toBe(`find/${name}.js`)
    }
  })
  it('has no file of 1 MB, even of text that does not deflate', () => {
    const noise = Array.from({ length: 24 }, () => randomBytes(60_000).toString('latin1'))
    const files = [
      ...dataParts(
        'noise',
        noise,
        (own) => own,
        () => 60_000,
      ),
    ]
    for (const { script } of files) expect(Buffer.byteLength(script)).toBeLessThan(1_000_000)
    expect(files.flatMap(({ script }) => opened(script))).toEqual(noise)
  })
  it('is none where there is nothing', () =>
    expect([
      ...dataParts(
        'none',
        [],
        (own) => own,
        () => 1,
      ),
    ]).toEqual([]))
})

describe('the filtered table', () => {
  const claims = ['plain', 'a, "b"\nc', 'lone\rCR', '=1+1', 'đ;'].map((subject, at) =>
    claimRow({ id: `c_${at}`, subject }),
  )
  const texts = claims.map(claimRecords.record)
  const half = { path: 'find/records-1.js', sha256: '', claims: 2 }
  const rest = { path: 'find/records-2.js', sha256: '', claims: 3 }
  const find = { header: claimRecords.header, records: [half, rest] }
  const asked: string[] = []
  const load = async ({ path }: { readonly path: string }): Promise<string[]> => {
    asked.push(path)
    return path === half.path ? texts.slice(0, 2) : texts.slice(2)
  }
  const file = (own: readonly object[]): string =>
    [...csvFile(tables.find(({ name }) => name === 'claims')!, own)].join('')

  it('is claims.csv where nothing is filtered', async () => {
    expect((await tableOf(Uint32Array.of(0, 1, 2, 3, 4), find, load)).join('')).toBe(file(claims))
  })
  it('has the claims that were found, in the order of the page', async () => {
    const found = await tableOf(Uint32Array.of(3, 0, 2), find, load)
    expect(found.join('')).toBe(file([claims[3]!, claims[0]!, claims[2]!]))
  })
  it('loads no part without one of them', async () => {
    asked.length = 0
    await tableOf(Uint32Array.of(4), find, load)
    expect(asked).toEqual([rest.path])
  })
})
