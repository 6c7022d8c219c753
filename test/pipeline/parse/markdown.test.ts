import { describe, expect, it } from 'vitest'
import { sourceSpan } from '../../../pipeline/parse/offset-map.ts'
import { parse } from '../../../pipeline/parse/parse.ts'
import { markup, outline, texts } from './outline.ts'

/** Reads the text as Markdown for sure. */
const inMarkdown = (text: string) => `# Report\n\n${text}`
const only = (text: string) => texts(inMarkdown(text)).slice(1)

describe('Markdown', () => {
  it('decodes entities and escapes, and knows where each stands', () => {
    const source = inMarkdown('About 16.547&nbsp;million, 5\\% of R\\&D')
    const passage = parse(source).passages[1]!
    expect(passage.text).toBe('About 16.547\u00a0million, 5% of R&D')
    const span = (words: string) => {
      const at = passage.text.indexOf(words)
      const { start, end } = sourceSpan(passage, at, at + words.length)
      return source.slice(start, end)
    }
    expect(span('16.547\u00a0million')).toBe('16.547&nbsp;million')
    expect(span('\u00a0')).toBe('&nbsp;')
    expect(span('5%')).toBe('5\\%')
  })

  it.each([
    ['**16.5** million', '16.5 million'],
    ['3*5*7 and 2_0_1', '3*5*7 and 2_0_1'],
    ['12**345** people', '12345 people'],
    ['2021[^1]22 and 5\n\n[^1]: A note', '2021 22 and 5'],
    ['`37%` of all', '37% of all'],
    ['over 5%  \nof all', 'over 5%\nof all'],
    ['5%<br>of all', '5%\nof all'],
    ['see https://vss.example/2021&amp;x=5', 'see https://vss.example/2021&amp;x=5'],
    ['~5% and ~6% of all', '~5% and ~6% of all'],
    ['    indented 5% text', 'indented 5% text'],
    ['5\\&amp;6', '5&amp;6'],
  ])('reads %j', (text, expected) => {
    expect(only(text)[0]).toBe(expected)
  })

  it('takes a year at the start of a line for text, not for the number of an item', () => {
    expect(outline(inMarkdown('2021. The number of participants grew by 5%.')).at(-1)).toBe(
      'paragraph = 2021. The number of participants grew by 5%.',
    )
  })

  it('takes a year over a line for a heading', () => {
    expect(outline(inMarkdown('2022\n---\n\n5% more')).slice(1)).toEqual(['heading 2 = 2022', 'paragraph = 5% more'])
  })

  it('nests lists, led by the paragraph with the colon and by each other', () => {
    expect(
      outline(
        inMarkdown('Targets:\n\n- By 2025\n  1. 45% of workers\n  2. 90% of firms\n\n     by 2026\n- By 2030'),
      ).slice(1),
    ).toEqual([
      'paragraph = Targets:',
      'item 1 < Targets: = By 2025',
      'item 2 < By 2025 = 45% of workers',
      'item 2 < By 2025 = 90% of firms',
      'paragraph < 90% of firms = by 2026',
      'item 1 < Targets: = By 2030',
    ])
  })

  it('says what is no text, and why', () => {
    const source =
      '---\ndate: 2021-05-06\n---\n\n1. See [page 5](http://x.example/2022 "7") ![9](10)\n\n[r]: u11\n\n```js 12\n13\n```\n\n5[^14]\n\n[^14]: note'
    expect(markup(source)).toEqual([
      'front_matter: ---\ndate: 2021-05-06\n---',
      'list_marker: 1.',
      'link_target: ](http://x.example/2022 "7")',
      'link_target: ![9](10)',
      'link_target: [r]: u11',
      'markup: ```js 12',
      'markup: [^14]\n\n[^14]:',
    ])
  })

  it('keeps its offsets behind a byte-order mark', () => {
    const source = `\ufeff${inMarkdown('**16.5** million')}`
    const { passages } = parse(source)
    const { start, end } = sourceSpan(passages[1]!, 0, 4)
    expect(source.slice(start, end)).toBe('16.5')
  })
})
