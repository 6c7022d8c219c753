import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { packageRoot } from '../../catalog/package-root.ts'
import type { SourceFile } from '../../schemas/document.ts'

/** The one seed of all laws, and how often each is tried. */
export const draws = { numRuns: 150 } as const

export const fileOf = (name: string, text: string): SourceFile => ({
  name,
  path: `${name}.txt`,
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
  text,
})

const folderOf = (folder: string): SourceFile[] =>
  readdirSync(join(packageRoot(), folder))
    .filter((name) => !name.endsWith('.yaml') && !name.endsWith('.jsonl'))
    .sort()
    .map((name) => fileOf(name, readFileSync(join(packageRoot(), folder, name), 'utf8').replace(/^\uFEFF/u, '')))

/** The articles of `seeds`, and those of `test/articles/work`, with their texts as they are decoded. */
export const seeds = folderOf('seeds')
export const articles = [...seeds, ...folderOf('test/articles/work')]

/** What text can be at its worst: characters of two units, of several marks, of no width, and number-like wreckage. */
const hostile = [
  '😀',
  '🇻🇳',
  '👩‍👩‍👧',
  'e\u0301',
  'o\u031B\u0301',
  '\u0301',
  '\u00A0',
  '\u202F',
  '\u2009',
  '\u200B',
  '\u00AD',
  '\uFEFF',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\t',
  ' ',
  '\u2028',
  '\0',
  '𝟛𝟜',
  '१२३',
  '٣٫٥',
  '３５％',
  '²',
  '½',
  'Ⅳ',
  '①',
  '1,2,3',
  '1.2.3',
  '12,34.5',
  '0',
  '00',
  '007',
  '1 000 000',
  '9 99',
  "1'000'000",
  '1e9',
  '-5',
  '+3',
  '5-',
  '--5',
  '5..',
  '.5',
  ',5',
  '%',
  '%5',
  '5%',
  '5%-6%',
  '$',
  '$5',
  'US$',
  'VND',
  '₫',
  'tỷ',
  'triệu đồng',
  'million',
  'per cent',
  'respectively',
  'lần lượt là',
  '24/7',
  '1/2',
  '31/02/2021',
  '2021-13-45',
  '32 May',
  'Q5',
  '25:61',
  '[1',
  '1]',
  '(1)',
  '1)',
  '1.',
  'a)',
  '#1',
  '№ 5',
  '1st',
  'COVID-19',
  'F0',
  '171/QD-BHXH',
  'QĐ-',
  'Article 5',
  'khoản 2',
  'http://a.b/1?c=2#3',
  'x1@y2.vn',
  '+84 1',
  '1900 9',
  'one',
  'một',
  'half a',
  'hai triệu rưỡi',
  '| 1 | 2 |',
  '|---|',
  '- 1',
  '* 2',
  '# 3',
  '> 4',
  '```',
  '<p>5</p>',
  '<td>6',
  '&#53;',
  '&nbsp;',
  '<!-- 7 -->',
  '---',
  '![8](9)',
  '[^1]',
] as const

const fragment = fc.constantFrom(...hostile)

/** A stretch of an article, cut at any code point. */
const stretch = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 40, max: 250 })).map(([which, from, length]) => {
  const points = Array.from(articles[which % articles.length]!.text)
  const start = from % points.length
  return points.slice(start, start + length).join('')
})

/** A text with fragments put in at any place, some of its characters taken out, perhaps with the line ends of another system or a byte-order mark. */
const mutated = fc
  .tuple(
    stretch,
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 }), fragment), { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '', '', '\uFEFF'),
  )
  .map(([text, wounds, lineEnd, mark]) => {
    const points = Array.from(text)
    for (const [at, out, into] of wounds) points.splice(at % (points.length + 1), out, into)
    return mark + points.join('').replaceAll('\n', lineEnd)
  })

/** Fragments and stretches of articles in any order. */
const jumbled = fc
  .array(fc.oneof({ weight: 6, arbitrary: fragment }, { weight: 1, arbitrary: stretch }), { maxLength: 30 })
  .map((all) => all.join(''))

/** Texts as no writer would write them, made of what writers write. */
export const anyText = fc.oneof(mutated, jumbled)
