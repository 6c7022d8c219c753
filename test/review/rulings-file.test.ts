import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RulingsFile, withRulings } from '../../pipeline/review/rulings-file.ts'
import { choice, rejection } from './rulings.ts'

describe('rulings are added', () => {
  it('after those that are there, which stay as they are', () => {
    const there = `${JSON.stringify(choice('o_0'))}\n\nno ruling at all\n{"of":"another version"}`
    expect(withRulings(there, [choice('o_1')])).toBe(`${there}\n${JSON.stringify(choice('o_1'))}\n`)
    expect(withRulings('', [choice('o_1')])).toBe(`${JSON.stringify(choice('o_1'))}\n`)
  })
  it('in place of those on the same, which a run would refuse beside them', () => {
    const later = choice('o_1', 'd_later')
    const text = withRulings('', [choice('o_0'), choice('o_1'), rejection('c_1')])
    expect(withRulings(text, [later])).toBe(withRulings('', [choice('o_0'), rejection('c_1'), later]))
  })
})

describe('the file of rulings', () => {
  let folder: string
  let file: RulingsFile
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rulings-file-'))
    mkdirSync(join(folder, 'articles'))
    file = await RulingsFile.of(join(folder, 'articles'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const path = (): string => join(folder, 'articles', 'decisions.jsonl')

  it('is made, replaced whole and taken away, and nothing else is left', async () => {
    expect(await file.read()).toBeNull()
    await file.write('one\n')
    chmodSync(path(), 0o640)
    await file.write('two\n')
    expect(await file.read()).toBe('two\n')
    expect(statSync(path()).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(folder, 'articles'))).toEqual(['decisions.jsonl'])
    await file.write(null)
    expect(readdirSync(join(folder, 'articles'))).toEqual([])
  })
  it('is no link, not even one that leads nowhere', async () => {
    for (const target of ['target.txt', 'nowhere']) {
      writeFileSync(join(folder, 'target.txt'), 'mine')
      symlinkSync(join(folder, target), path())
      await expect(file.write('x')).rejects.toThrow('is a link or no file')
      await expect(file.read()).rejects.toThrow('is a link or no file')
      expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe('mine')
      expect(existsSync(join(folder, 'nowhere'))).toBe(false)
      rmSync(path())
    }
  })
  it('is in the folder that was named, even where another is put in its place', async () => {
    renameSync(join(folder, 'articles'), join(folder, 'moved'))
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'articles'))
    await expect(file.write('x')).rejects.toThrow('start the review again')
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })
})
