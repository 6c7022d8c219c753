import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../pipeline/parse/parse.ts'
import type { ParsedDocument } from '../../../schemas/passage.ts'

/** What pages and articles are made of, with traps, so that chance puts them together. */
const FRAGMENTS = [
  '16.547 million',
  '2.96%',
  '37%-38%',
  'VND54.6 trillion',
  '2021',
  '٣٫٥',
  '१२',
  '𝟛',
  'people',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ':',
  '.',
  ',',
  '- ',
  '* ',
  '+ ',
  '• ',
  '1. ',
  '(1) ',
  'a) ',
  '1.1. ',
  '2021. ',
  'IV. ',
  '# ',
  '## ',
  '> ',
  '|',
  '| 5 | 6 |\n',
  '|---|---|\n',
  '---\n',
  '===\n',
  '```\n',
  '    ',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '\\',
  '\\%',
  '[a 5](http://x.y/2022 "7")',
  '![8](9)',
  '[^1]',
  '[^1]: note 4\n',
  '[r]: u5 "6"\n',
  '<!-- 77 -->',
  'https://a.b/2023',
  'x1@y2.com',
  '&nbsp;',
  '&amp;',
  '&#49;',
  '&#8217;',
  '&x3;',
  '&',
  '<',
  '>',
  '<b>',
  '</b>',
  '<br>',
  '<br/>',
  '<p class="c5">',
  '</p>',
  '<div>',
  '</div>',
  '<ul>',
  '<li>',
  '</li>',
  '</ul>',
  '<ol start=3>',
  '</ol>',
  '<table>',
  '<tr>',
  '<td colspan="2">',
  '<td>',
  '<th rowspan=3>',
  '</td>',
  '</th>',
  '</tr>',
  '</table>',
  '<caption>',
  '</caption>',
  '<thead>',
  '</thead>',
  '<script>var a=5;',
  '</script>',
  '<style>',
  '</style>',
  '<h1>',
  '</h1>',
  '<h2>',
  '</h2>',
  '<title>',
  '</title>',
  '<nav>',
  '</nav>',
  '<footer>',
  '<sup>',
  '</sup>',
  '<pre>',
  '</pre>',
  '<svg/>',
  '<a href="/2021/05">',
  '</a>',
  '<!doctype html>',
  '<![CDATA[5]]>',
  '<?php 6 ?>',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\f',
  '\0',
  '\ud83d',
  '\ude00',
  '😀',
  'Việt',
  '中文',
  'Table 1: Participants',
  'Tel (028) 7302 2286',
]
const assembled = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(''))
const any = fc.string({ unit: 'binary', maxLength: 200 })
const RUNS = { numRuns: 2000 }

function check(law: (source: string, document: ParsedDocument) => void): void {
  fc.assert(
    fc.property(fc.oneof({ weight: 6, arbitrary: assembled }, { weight: 1, arbitrary: any }), (source) => {
      law(source, parse(source))
    }),
    RUNS,
  )
}

describe('every text, plain, Markdown, HTML or chance', () => {
  it('shows each of its digits in exactly one segment, or has it in one part of markup', () => {
    check((source, { passages, markup }) => {
      const times = new Uint8Array(source.length)
      const count = (start: number, end: number) => {
        for (let i = start; i < end; i++) times[i]!++
      }
      for (const { text, segments } of passages) {
        for (const { at, length, source: from, width } of segments) {
          if (length === width || /\p{Nd}/u.test(text.slice(at, at + length))) count(from, from + width)
        }
      }
      for (const { start, end } of markup) count(start, end)
      for (const { index } of source.matchAll(/\p{Nd}/gu)) expect(times[index], `digit at ${index}`).toBe(1)
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(1)
    })
  })

  it('has segments in order that fill the text, and where both run alike the source says the same', () => {
    check((source, { passages }) => {
      let read = 0
      for (const { text, segments } of passages) {
        let at = 0
        for (const segment of segments) {
          expect(segment.at).toBe(at)
          expect(segment.length).toBeGreaterThan(0)
          expect(segment.source).toBeGreaterThanOrEqual(read)
          if (segment.length === segment.width) {
            const run = source.slice(segment.source, segment.source + segment.width)
            expect(text.slice(at, at + segment.length)).toBe(run)
          }
          at += segment.length
          read = segment.source + segment.width
        }
        expect(at).toBe(text.length)
        expect(read).toBeLessThanOrEqual(source.length)
      }
    })
  })

  it('has no empty passage, numbers them in order, and points only at passages that exist', () => {
    check((_, { passages }) => {
      passages.forEach((passage, index) => {
        expect(passage.index).toBe(index)
        expect(passage.text.trim()).not.toBe('')
        const { cell } = passage
        const above = [passage.heading, passage.lead].filter((at) => at !== null)
        for (const at of above) expect(at).toBeLessThan(index)
        const headers = [...(cell?.rowHeaders ?? []), ...(cell?.columnHeaders ?? [])]
        for (const header of headers) {
          expect(passages[header]?.cell?.table).toBe(cell?.table)
          expect(passages[header]?.cell?.header).toBe(true)
        }
        if (cell !== null && cell.caption !== null) expect(passages[cell.caption]?.role).toBe('caption')
      })
    })
  })

  it('has parts of markup in order, each with a digit', () => {
    check((source, { markup }) => {
      let read = 0
      for (const { start, end } of markup) {
        expect(start).toBeGreaterThanOrEqual(read)
        expect(source.slice(start, end)).toMatch(/\p{Nd}/u)
        read = end
      }
    })
  })

  it('is read the same way twice', () => {
    check((source, document) => expect(parse(source)).toEqual(document))
  })

  it('is tried in all three formats', () => {
    const formats = new Set<string>()
    check((_, { format }) => formats.add(format))
    expect(formats.size).toBe(3)
  })
})
