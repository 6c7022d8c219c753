import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linesOf } from '../../pipeline/lines-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'lines-'))
afterAll(() => rmSync(folder, { recursive: true }))
const linesIn = (text: string): string[] => {
  const path = join(folder, 'file')
  writeFileSync(path, text)
  return [...linesOf(path)]
}

test('a file of many pieces has the lines that it has as a whole, letters of several bytes included', () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => `${at} người ế`)
  expect(linesIn(`${lines.join('\n')}\n`)).toEqual(lines)
})
test('empty lines are none, and the last needs no end', () => {
  expect(linesIn('one\n\ntwo')).toEqual(['one', 'two'])
  expect(linesIn('')).toEqual([])
})
