import { expect, test } from 'vitest'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import { fileOf } from './texts.ts'

const catalog = compile(await loadCatalog())

/** Texts that no one writes, in which some of the work once grew with the square of their length. */
test.each([
  ['numbers alone', '1 '],
  ['claims without an end of sentence', '12.5% of workers in 2021, '],
  ['numbers in groups', '12,500 13,600 '],
])('%s: no sentence is longer than people write', (_, unit) => {
  const text = unit.repeat(3000)
  const { claims, unclaimed } = extractDocument(fileOf('long', text), catalog)
  for (const { sentence } of claims) expect(sentence.exact.split(/\s+/u).length).toBeLessThan(900)
  const read = [...claims.map(({ selector }) => selector), ...unclaimed]
  const digits = read.reduce((sum, { exact }) => sum + exact.replace(/\D/gu, '').length, 0)
  expect(digits).toBe(text.replace(/\D/gu, '').length)
})
