import { describe, expect, it } from 'vitest'
import { parse } from '../../../pipeline/parse/parse.ts'
import { outline, table } from './outline.ts'

const ROWS = [
  ['*Scheme', '*2020', '*2021'],
  ['*Social insurance', '16,176 (Social insurance; 2020)', '16,547 (Social insurance; 2021)'],
  ['*Health insurance', '87,930 (Health insurance; 2020)', '88,837 (Health insurance; 2021)'],
]
const CELLS = [
  ['Scheme', '2020', '2021'],
  ['Social insurance', '16,176', '16,547'],
  ['Health insurance', '87,930', '88,837'],
]
const written = (between: string, around = '') =>
  CELLS.map((row) => `${around}${row.join(between)}${around}`).join('\n')

describe('tables', () => {
  it.each([
    ['tabs', written('\t')],
    ['pipes', written(' | ')],
    ['columns that spaces align', written('    ')],
    ['columns of unlike gaps', written('    ').replace('16,176    ', '16,176   ')],
    ['pipes with a frame', written(' | ', '|')],
    ['pipes with a ruler', written('|', '|').replace('\n', '\n|---|---|---|\n')],
    ['<td> alone', `<table>${CELLS.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`],
    ['<td> without end tags', `<table>${CELLS.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`],
    [
      '<thead>',
      `<table><thead><tr><td>${CELLS[0]!.join('<td>')}</thead>${CELLS.slice(1)
        .map((row) => `<tr><th>${row.join('<td>')}`)
        .join('')}</table>`,
    ],
  ])('of %s say which headers each cell has', (_, source) => {
    expect(table(source)).toEqual(ROWS)
  })

  it('are no lines of words that spaces part, nor two rows alone', () => {
    expect(table('Home    News    Contact\nAbout us    Terms    Help\nJobs    Press    Sitemap')).toEqual([])
    expect(table('Scheme    2020    2021\nSocial insurance    16,176    16,547')).toEqual([])
  })

  it('spread headers over the columns and rows that they span', () => {
    const source = `<table>
      <tr><th rowspan="2">Region</th><th rowspan="2">Province</th><th colspan="2">Thousand people</th></tr>
      <tr><th>2020</th><th>2021</th></tr>
      <tr><th rowspan="2">North</th><th>Ha Noi</th><td>1</td><td>2</td></tr>
      <tr><th>Nghe An</th><td>3</td><td>4</td></tr></table>`
    expect(table(source).slice(2)).toEqual([
      ['*North', '*Ha Noi', '1 (North; Ha Noi; Thousand people; 2020)', '2 (North; Ha Noi; Thousand people; 2021)'],
      [undefined, '*Nghe An', '3 (North; Nghe An; Thousand people; 2020)', '4 (North; Nghe An; Thousand people; 2021)'],
    ])
  })

  it('know years and counted rows for headers, and money for no header', () => {
    const source = 'No\tYear\tWage\n1\t2020\tRp 4,276,349\n2\t2021\tRp 4,416,186'
    expect(table(source)[2]).toEqual(['*2', '2021 (2; Year)', 'Rp 4,416,186 (2; Wage)'])
  })

  it('have a caption above or below, and a note of the unit as lead', () => {
    const above = parse(`In 2021, 5 joined.\n\nTable 1: Participants\n\nUnit: thousand people\n\n${written('\t')}`)
    const cell = above.passages.at(-1)!
    expect(above.passages[cell.cell!.caption!]?.text).toBe('Table 1: Participants')
    expect(above.passages[cell.lead!]?.text).toBe('Unit: thousand people')
    const below = parse(`In 2021, 5 joined.\n\n${written('\t')}\n\nBảng 1.2 - Participants`)
    expect(below.passages.at(-1)?.role).toBe('caption')
    expect(below.passages[3]?.cell?.caption).toBe(below.passages.length - 1)
  })

  it('have the short line above for caption, where it does not name them', () => {
    const { passages } = parse(`In 2021, 5 joined.\n\nParticipants, end of 2021\n\n${written('\t')}`)
    expect(passages[1]).toMatchObject({ role: 'caption', text: 'Participants, end of 2021' })
    expect(passages[2]?.cell?.caption).toBe(1)
  })

  it('have their <caption>', () => {
    const { passages } = parse(
      `<table><caption>Participants</caption>${CELLS.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`,
    )
    expect(passages[0]).toMatchObject({ role: 'caption', text: 'Participants' })
    expect(passages.slice(1).every(({ cell }) => cell?.caption === 0)).toBe(true)
  })

  it('that only lay out a page are no tables', () => {
    const layout = `<table><tr><td><p>In 2021, 5 joined.</p></td><td>Menu.</td></tr><tr><td><table><tr><td>a<td>1<tr><td>b<td>2</table></td></tr></table>`
    expect(outline(layout)).toEqual([
      'paragraph = In 2021, 5 joined.',
      'paragraph = Menu.',
      'cell = a',
      'cell = 1',
      'cell = b',
      'cell = 2',
    ])
  })

  it('hold one passage a cell, whatever stands in it', () => {
    expect(table('<table><tr><td>a<td><p>5</p><p>6<br>7</p><tr><td>b<td>8</table>')[0]).toEqual(['*a', '5\n6\n7 (a)'])
  })
})
