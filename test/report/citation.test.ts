import { describe, expect, it } from 'vitest'
import { bibtexCitation, type Cited, permalinkOf, plainCitation } from '../../pipeline/report/client/cite/citation.ts'

const cited: Cited = {
  id: 'c_7101f19e4304',
  exact: '37%-38%',
  start: 23,
  end: 30,
  sentence: 'Setting goals to reach 37%-38% of\n the workforce',
  permalink: 'https://example.org/report/documents/a.html#c-c_7101f19e4304',
  document: {
    document: 'a',
    title: 'Goals for 2022',
    publisher: 'Viet Nam Social Security',
    published: '2022-03-01',
    url: 'https://example.org/a_b?x=1&y=2#z',
    path: 'a.txt',
    sha256: 'f'.repeat(64),
  },
}

describe('a citation', () => {
  it('as text says the words, the source, the file and where to see it', () => {
    expect(plainCitation(cited)).toBe(
      `“Setting goals to reach 37%-38% of the workforce”. Goals for 2022. Viet Nam Social Security, 2022-03-01. <https://example.org/a_b?x=1&y=2#z>. Figure “37%-38%”, Provenum claim c_7101f19e4304, <https://example.org/report/documents/a.html#c-c_7101f19e4304> (a.txt, characters 23-30, SHA-256 ${'f'.repeat(64)}).`,
    )
  })
  it('leaves out what is not known', () => {
    const bare = { ...cited, document: { ...cited.document, publisher: null, published: null, url: null } }
    expect(plainCitation(bare)).toContain('Goals for 2022. Figure')
    const entry = bibtexCitation(bare)
    for (const field of ['author', 'year', 'month', 'howpublished']) expect(entry).not.toContain(`${field} =`)
  })
  it('as BibTeX is an entry whose braces pair', () => {
    expect(bibtexCitation(cited)).toBe(`@misc{provenum-c_7101f19e4304,
  author = {{Viet Nam Social Security}},
  title = {{Goals for 2022}},
  year = {2022},
  month = {3},
  howpublished = {\\url{https://example.org/a_b?x=1&y=2\\#z}},
  note = {Figure 37\\%-38\\%: Setting goals to reach 37\\%-38\\% of the workforce Provenum claim c\\_7101f19e4304, \\url{https://example.org/report/documents/a.html\\#c-c_7101f19e4304}, a.txt, characters 23-30, SHA-256 ${'f'.repeat(64)}},
}
`)
  })
  it.each(['}', '{{', '\\', '\\}', 'a_b & 5% #1 $2 ~ ^', '@misc{evil,'])('keeps %s as text in BibTeX', (title) => {
    const entry = bibtexCitation({
      ...cited,
      sentence: title,
      document: { ...cited.document, title, url: `https://e.org/${title}` },
    })
    let depth = 0
    const ends: number[] = []
    for (let at = 0; at < entry.length; at += 1) {
      if (entry[at] === '\\' && /[{}\\]/u.test(entry[at + 1]!)) at += 1
      else if (entry[at] === '{') depth += 1
      else if (entry[at] === '}') {
        depth -= 1
        if (depth === 0) ends.push(at)
      }
    }
    expect(ends).toEqual([entry.length - 2])
  })
})

describe('a permalink', () => {
  it('is the address of the page without the search', () => {
    expect(permalinkOf('documents/a.html#c-c_1', 'https://u:p@e.org/x/report/find.html?q=secret', false)).toBe(
      'https://e.org/x/report/documents/a.html#c-c_1',
    )
    expect(permalinkOf('#c-c_1', 'file:///data/report/documents/a.html?x#c-c_2', false)).toBe(
      'file:///data/report/documents/a.html#c-c_1',
    )
  })
  it('never tells the secret of a review', () => {
    const link = permalinkOf('../documents/a.html#c-c_1', 'http://127.0.0.1:1/TOKEN/report/vi/find.html', true)
    expect(link).toBe('report/documents/a.html#c-c_1')
  })
})
