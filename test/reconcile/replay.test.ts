import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'
import { extractDocument, loadCatalog as load, reconcile } from '../../pipeline/index.ts'
import { interval } from '../../pipeline/reconcile/interval.ts'
import { multiply, parseDecimal, powerOfTen, type Rational } from '../../pipeline/reconcile/rational.ts'
import { writing } from '../../pipeline/reconcile/writing.ts'
import type { Claim } from '../../schemas/claim.ts'
import { runs } from './runs.ts'

const sameNumber = (a: Rational, b: Rational): boolean => a.n * b.d === b.n * a.d

/** The value that the steps of a claim lead to, each done again from what went into it; null where they lead to none. */
const replayed = ({ steps }: Claim): Rational | null => {
  let value: Rational | null = null
  for (const { op, in: from, out, rule } of steps) {
    if (op === 'number') {
      const digits = from.normalize('NFKC').replace(/\s/gu, '')
      const read = rule === 'thousands' ? digits.replace(/[.,']/gu, '') : rule === 'decimal' ? decimalOf(digits) : out
      value = parseDecimal(/^-?\d+(?:\.\d+)?$/u.test(read) ? read : out)
    }
    if (op === 'scale') {
      expect(sameNumber(value!, parseDecimal(from)), `${from} is what came before`).toBe(true)
      const power = Number(/10\^(?<power>\d+)$/u.exec(rule)!.groups!.power)
      value = multiply(value!, powerOfTen(power))
    }
    if (op === 'number' || op === 'scale') {
      expect(sameNumber(value!, parseDecimal(out)), `${from} by ${rule} is ${out}`).toBe(true)
    }
  }
  return value
}

/** The last separator is the decimal mark, all others group. */
const decimalOf = (digits: string): string => {
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  return at < 0 ? digits : `${digits.slice(0, at).replace(/\D/gu, '')}.${digits.slice(at + 1)}`
}

let knowledge: Awaited<ReturnType<typeof loadCatalog>>
let compiled: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  knowledge = await loadCatalog()
  compiled = await load()
})

/** Every claim of a text: its characters, its steps, and its interval, from the text alone. Returns how many had steps. */
const replay = async (text: string): Promise<number> => {
  const { claims } = await extractDocument(text, { catalog: compiled })
  const { placements } = await reconcile(claims, { catalog: compiled })
  const points = Array.from(text.replace(/^\u{feff}/u, ''))
  let count = 0
  for (const claim of claims) {
    expect(points.slice(claim.selector.start, claim.selector.end).join('')).toBe(claim.selector.exact)
    const value = replayed(claim)
    if (value !== null && claim.value !== null) {
      expect(sameNumber(value, parseDecimal(claim.value)), claim.selector.exact).toBe(true)
      count += 1
    }
    const own = writing(claim, knowledge.reconciliation)
    const { e_low, e_high, e_open } = placements.get(claim.id)!
    expect(own === null).toBe(e_low === null)
    if (own === null || e_low === null || e_high === null || e_open === null) continue
    const again = interval(parseDecimal(e_low), parseDecimal(e_high), e_open.startsWith('('), e_open.endsWith(')'))!
    expect(sameNumber(again.low, own.meant.low) && sameNumber(again.high, own.meant.high)).toBe(true)
    expect([again.openLow, again.openHigh]).toEqual([own.meant.openLow, own.meant.openHigh])
  }
  return count
}

describe('P13 from the characters to the interval again', () => {
  test('for every claim of the seeds and of the articles', async () => {
    const folders = ['seeds', 'test/articles/work'].map((name) => join(packageRoot(), name))
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(folder, name)),
    )
    let count = 0
    for (const file of files) count += await replay(readFileSync(file, 'utf8'))
    expect(count).toBeGreaterThan(900)
  })
  test('for any numeral in any of the usual forms', async () => {
    const numerals = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('', '.5', ',5', '.250', ',250', '.250,5', ',250.5', ',250,000', '.250.000', ' 250 000'),
      fc.constantFrom('', ' million', ' billion', ' thousand'),
      fc.constantFrom(' people', '%', ' VND', ' households'),
      fc.constantFrom('', 'more than ', 'nearly ', 'about '),
    )
    let count = 0
    await fc.assert(
      fc.asyncProperty(numerals, fc.constantFrom('\u{1f600} ', 'e\u{301} ', '', '\r\n\r\n'), async (parts, before) => {
        const [whole, tail, scale, unit, modifier] = parts
        const number = `${modifier}${whole}${tail}${unit === '%' ? '' : scale}${unit}`
        count += await replay(`${before}In 2021 the social insurance of Vietnam counted ${number} in all.`)
      }),
      runs(),
    )
    expect(count).toBeGreaterThan(runs().numRuns / 2)
  })
})
