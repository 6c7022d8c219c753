import { describe, expect, it } from 'vitest'
import { parse } from '../../../pipeline/parse/parse.ts'

const MANY = 10_000

/** Texts that cost a naive parser the square of their length, or its stack. */
const HOSTILE: Record<string, string> = {
  'nested items': `# x\n\n${'- '.repeat(MANY)}5`,
  'nested numbers': `# x\n\n${'1. '.repeat(MANY)}5`,
  'nested quotes': `# x\n\n${'>'.repeat(MANY)}5`,
  'nested emphasis': `# x\n\n${'**a *b '.repeat(MANY)}5`,
  'open brackets': `# x\n\n${'['.repeat(5 * MANY)}5`,
  'open links': `# x\n\n${'[a]('.repeat(5 * MANY)}5`,
  'open comments': `# x\n\n${'a <!-- '.repeat(MANY)}5`,
  'entities without end': `# x\n\n${'&'.repeat(10 * MANY)}5`,
  'lines of a paragraph': `# x\n\n${'a 5\n'.repeat(5 * MANY)}`,
  'underlined headings': `# x\n\n${'a\n---\n\n'.repeat(MANY)}`,
  'deep indents': Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}- 5`).join('\n'),
  'one line of 1 MB': 'In 2021 16.5 million people. '.repeat(36_000),
  tabs: '\t5'.repeat(30 * MANY),
  spaces: `${' '.repeat(50 * MANY)}5${' '.repeat(50 * MANY)}`,
  'nested divs': `${'<div>'.repeat(MANY)}5${'</div>'.repeat(MANY)}`,
  'divs that something else closes': `${'<div>'.repeat(MANY)}${'</section>'.repeat(MANY)}5`,
  'nested lists': `${'<ul><li>'.repeat(MANY)}5`,
  'nested tables': `${'<table><tr><td>5'.repeat(MANY)}`,
  'wide spans': `<table>${'<tr><td colspan=1000 rowspan=60000>5'.repeat(MANY / 5)}</table>`,
  'tags without end': `<p>${'<'.repeat(20 * MANY)}5`,
  'many attributes': `<p ${'a=5 '.repeat(5 * MANY)}>5`,
}

describe('time and stack', () => {
  it.each(Object.entries(HOSTILE))('end soon for %s', (_, source) => {
    const start = performance.now()
    const { passages } = parse(source)
    // A second on a slow machine; what is guarded against takes minutes.
    expect(performance.now() - start).toBeLessThan(4000)
    expect(passages.some(({ text }) => text.includes('5') || text.includes('a'))).toBe(true)
  })

  it('grow with the length of a plain text, not with its square', () => {
    const time = (source: string) => {
      const start = performance.now()
      parse(source)
      return performance.now() - start
    }
    const article =
      'A title\n\nIn 2021, 16.547 million people took part.\n\n- 5% more:\n\n(1) 6&nbsp;million\n\na\t1\nb\t2\n\n'
    time(article.repeat(2000))
    expect(time(article.repeat(16_000))).toBeLessThan(60 * Math.max(time(article.repeat(2000)), 5))
  })
})
