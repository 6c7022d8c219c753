import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../catalog/package-root.ts'
import { readGold } from '../../../pipeline/evaluate/gold.ts'

const line = (before: string, exact: string): string =>
  JSON.stringify({
    exact,
    before,
    kind: 'count',
    importance: 'core',
    value: 1,
    low: null,
    high: null,
    unit: null,
    modifier: null,
    measure: null,
    direction: null,
    indicator: null,
    status: null,
    period: null,
    baseline: null,
    place: null,
    of: null,
    number: null,
    type: null,
    issued: null,
    issuer: null,
  })

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  mkdirSync(join(base, 'gold'))
  mkdirSync(join(base, 'texts'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))
const read = (text: string, ...lines: string[]) => {
  writeFileSync(join(base, 'texts', 'a.md'), text)
  writeFileSync(join(base, 'gold', 'a.jsonl'), `${lines.join('\n')}\n`)
  return readGold(join(base, 'gold'), join(base, 'texts'))
}

describe('gold lines', () => {
  it('are placed in code points, after the byte-order mark', async () => {
    const [document] = await read('\uFEFF😀 has 5 of 12.5%', line('has ', '5'), line('of ', '12.5%'))
    expect(document!.mentions.map(({ start, end, digits }) => [start, end, digits])).toEqual([
      [6, 7, [6]],
      [11, 16, [11, 12, 14]],
    ])
    expect(document!.points.slice(11, 16).join('')).toBe('12.5%')
  })

  it('that recur are met one after the other', async () => {
    const [document] = await read('of 5%\nof 5%', line('of ', '5%'), line('of ', '5%'))
    expect(document!.mentions.map(({ start }) => start)).toEqual([3, 9])
  })

  it.each([
    ['not in the text', line('has ', '6'), /a\.jsonl:1: "has 6" is not in the text; mend "before" or "exact"/u],
    ['no JSON', '{', /a\.jsonl:1: .*GUIDELINES/u],
    ['without a field', '{"exact":"5"}', /a\.jsonl:1: before: .*GUIDELINES/u],
  ])('%s are refused with their place', async (_, bad, message) => {
    await expect(read('has 5', bad)).rejects.toThrow(message)
  })

  it('without a text are refused', async () => {
    await read('has 5', line('has ', '5'))
    rmSync(join(base, 'texts', 'a.md'))
    await expect(readGold(join(base, 'gold'), join(base, 'texts'))).rejects.toThrow(
      /no text for the gold of a: .*a\.html/u,
    )
  })
})

describe('the gold of this project', () => {
  const gold = join(packageRoot(), 'test', 'gold')
  const sets = readdirSync(gold, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && readdirSync(join(gold, entry.name)).some((name) => name.endsWith('.jsonl')),
  )

  it('is of several sets', () => {
    expect(sets.map(({ name }) => name)).toEqual(expect.arrayContaining(['seeds', 'work']))
  })

  it.each(sets.map(({ name }) => name))('of %s is found in its texts and leaves no digit out', async (name) => {
    const texts = name === 'seeds' ? 'seeds' : join('test', 'articles', name)
    const documents = await readGold(join(packageRoot(), 'test', 'gold', name), join(packageRoot(), texts))
    expect(documents.length).toBeGreaterThan(0)
    for (const { document, mentions, points } of documents) {
      // A line annotates every place where its words recur (a title repeated as heading), though it is met at one.
      const text = points.join('')
      const covered = new Set<number>()
      for (const { before, exact } of mentions) {
        const words = (before ?? '') + exact
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
          for (let unit = at + words.length - exact.length; unit < at + words.length; unit += 1) covered.add(unit)
        }
      }
      const left = [...text.matchAll(/\d/gu)].filter(({ index }) => !covered.has(index))
      expect([document, left.map(({ index }) => text.slice(index - 10, index + 10))]).toEqual([document, []])
    }
  })
})
