import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uniqueNames, uniquePaths } from '../../../pipeline/read/unique-names.ts'

const names = (...paths: string[]) => [...uniqueNames(paths).values()]

describe('uniqueNames', () => {
  it('drops the folders and the ending', () => {
    expect(names('/a/002_vss.txt', '/a/b/003.v2.html')).toEqual(['002_vss', '003.v2'])
  })

  it('keeps the ending where only it differs', () => {
    expect(names('/a/x.txt', '/a/x.md', '/a/y.md')).toEqual(['x.txt', 'x.md', 'y'])
  })

  it('takes as many folders as make it unique', () => {
    expect(names('/a/2021/q1/x.txt', '/a/2022/q1/x.txt', '/a/z.txt')).toEqual(['2021/q1/x', '2022/q1/x', 'z'])
  })

  it('does both where both are needed', () => {
    expect(names('/a/x.txt', '/a/x.md', '/b/x.txt')).toEqual(['x.txt', 'x.md', 'b/x'])
  })

  it('gives no name twice, and the same names in any order', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'x', 'x.txt', 'x.md', 'x.txt.md', '.txt'), { minLength: 1, maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const found = uniqueNames(paths)
        expect(new Set(found.values()).size).toBe(paths.length)
        for (const [file, name] of uniqueNames(paths.toReversed())) expect(found.get(file)).toBe(name)
      }),
      { numRuns: 200 },
    )
  })
})

describe('uniquePaths', () => {
  it('shows the path from the folder that was given', () => {
    expect([...uniquePaths(new Map([['/data/2021/x.txt', '/data']])).values()]).toEqual(['2021/x.txt'])
  })

  it('sets apart the files of two folders', () => {
    const roots = new Map([
      ['/data/a/x.txt', '/data/a'],
      ['/data/b/x.txt', '/data/b'],
      ['/data/b/y.txt', '/data/b'],
    ])
    expect([...uniquePaths(roots).values()]).toEqual(['a/x.txt', 'b/x.txt', 'y.txt'])
  })
})
