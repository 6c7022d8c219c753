import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { mergeSorted } from '../../pipeline/merge-sorted.ts'
import { Shelves } from '../../pipeline/shelves.ts'

const folder = mkdtempSync(join(tmpdir(), 'shelves-'))
const shelves = new Shelves(folder)
afterAll(() => {
  shelves.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a shelf', () => {
  it('gives back every row, by its place and in order, however few it keeps', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    const row = fc.record({ text, list: fc.array(text, { maxLength: 3 }), none: fc.constant(null) })
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.array(fc.nat(45), { maxLength: 60 }),
        fc.nat(2_000),
        (rows, asked, kept) => {
          const shelf = shelves.shelf<(typeof rows)[number]>({ kept })
          for (const each of rows) shelf.add(each)
          expect(shelf.length).toBe(rows.length)
          for (const at of asked) expect(shelf.at(at)).toEqual(rows[at])
          expect([...shelf]).toEqual(rows)
          shelf.add({ text: 'later', list: [], none: null })
          expect(shelf.at(rows.length)?.text).toBe('later')
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is read whole where it is far larger than what is read at once', () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => ({ at, text: 'Việt Nam \u2028 '.repeat(40) }))
    const shelf = shelves.holding(rows)
    expect([...shelf]).toEqual(rows)
    expect(shelf.at(2_999)).toEqual(rows[2_999])
    expect([shelf.at(-1), shelf.at(3_000)]).toEqual([undefined, undefined])
  })

  it('leaves nothing behind', () => {
    const own = mkdtempSync(join(tmpdir(), 'shelves-'))
    const few = new Shelves(own)
    few.holding([{ a: 1 }])
    expect(readdirSync(own)).toHaveLength(1)
    few.close()
    expect(() => readdirSync(own)).toThrow(/ENOENT/u)
  })
})

describe('rows that are sorted run by run', () => {
  it('come in one order, those of an earlier run first', () => {
    const run = fc.array(fc.nat(20), { maxLength: 12 }).map((values) => values.sort((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const rows = runs.flatMap((values, of) => values.map((value) => ({ value, of })))
        const starts = runs.map((_, at) => runs.slice(0, at).flat().length)
        const merged = [...mergeSorted(rows, starts, (a, b) => a.value - b.value)]
        expect(merged).toEqual([...rows].sort((a, b) => a.value - b.value || a.of - b.of))
      }),
    )
  })
})
