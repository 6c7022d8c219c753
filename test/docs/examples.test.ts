import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../docs/make/example-page.ts'
import { docsFile, generatedPage, generatedPages, howItWorks, workedPage, workedPages } from '../../docs/make/pages.ts'

/** The first line in which two pages differ, so that a failure says where; null where they are equal. */
const firstDifference = (written: string, made: string): string | null => {
  if (written === made) return null
  const [before, after] = [written.split('\n'), made.split('\n')]
  const length = Math.max(before.length, after.length)
  const line = Array.from({ length }, (_, at) => at).findIndex((at) => before[at] !== after[at])
  return `line ${line + 1}: "${before[line]}" should be "${after[line]}"; if that is right, run npm run docs`
}

describe('the worked examples', () => {
  it.each(workedPages)('%s runs, and shows what comes out', { timeout: 120_000 }, (name) => {
    const { written, made, typeErrors } = workedPage(name)
    expect(firstDifference(written, made)).toBeNull()
    expect(typeErrors).toEqual([])
  })

  it.each(workedPages)('%s writes files, runs them and shows output', (name) => {
    const asked = blocksOf(readFileSync(docsFile(name), 'utf8')).flatMap(({ asks }) => [...asks.keys()])
    expect(asked).toEqual(expect.arrayContaining(['file', 'run', 'table']))
  })

  it.each(workedPages)('%s names each file above its block, since the words after a fence are not shown', (name) => {
    const page = readFileSync(docsFile(name), 'utf8')
    for (const { asks, start } of blocksOf(page)) {
      const path = asks.get('file') ?? asks.get('patch') ?? asks.get('table')
      if (path !== undefined) expect(page.slice(Math.max(0, start - 300), start)).toContain(`\`${path}\``)
    }
  })
})

describe('the generated pages', () => {
  it.each(generatedPages)('%s is what the code says', (name) => {
    const { written, made } = generatedPage(name)
    expect(firstDifference(written, made)).toBeNull()
  })

  it('how-it-works.md follows a claim as the stages treat it', async () => {
    const { written, made } = await howItWorks()
    expect(firstDifference(written, made)).toBeNull()
    expect(made.match(/<!-- walk-[a-z]+:start -->/gu)?.length).toBeGreaterThan(8)
  })
})
