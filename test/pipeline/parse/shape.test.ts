import { describe, expect, it } from 'vitest'
import { parse } from '../../../pipeline/parse/parse.ts'
import { outline } from './outline.ts'

const BODY = 'By the end of 2021, 16.547 million people took part in social insurance.'
const roleOf = (source: string, text: string) => parse(source).passages.find((passage) => passage.text === text)?.role

describe('headings of a plain text', () => {
  it.each([
    'Statistics',
    'Efforts to overcome difficulties',
    'Targets for 2025',
    'What has changed?'.slice(0, -1),
    'KẾ HOẠCH 2021',
  ])('are short lines alone before a text: %s', (line) => {
    expect(roleOf(`A title\n\n${BODY}\n\n${line}\n\n${BODY}`, line)).toBe('heading')
  })

  it.each([
    'Delegates at the meeting.',
    'Nguyen The Manh speaks at the meeting. Photo: VSS',
    'Members wait at the branch in Diliman. (File photo, 2023)',
    '27/03/2022 09:10 AM',
    'Hotline: (028) 7302 2286',
    'Print | Share | Comment',
    'The results were as follows:',
  ])('are not captions, dates, contacts, leads: %s', (line) => {
    expect(roleOf(`A title\n\n${BODY}\n\n${line}\n\n${BODY}`, line)).not.toBe('heading')
  })

  it('are not the name of the writer at the end', () => {
    expect(roleOf(`A title\n\n${BODY}\n\nNguyen Van An`, 'Nguyen Van An')).toBe('paragraph')
  })

  it.each(['Ha Noi, January 20, 2021', 'Published on March 9, 2023', '3 March 2025 · 6 min read'])(
    'are not the day above the text: %s',
    (line) => expect(roleOf(`A title\n\n${line}\n\n${BODY}`, line)).toBe('paragraph'),
  )

  it('govern what stands below them, up to the next', () => {
    const { passages } = parse(`A title\n\n${BODY}\n\nIn 2022\n\n${BODY}\n\nIn 2023\n\n${BODY}`)
    expect(passages.map(({ role, heading }) => `${role} ${heading}`)).toEqual([
      'title null',
      'paragraph null',
      'heading null',
      'paragraph 2',
      'heading null',
      'paragraph 4',
    ])
  })

  it('of Markdown govern those of lower rank', () => {
    const { passages } = parse('# T\n\n## Two\n\n### Three\n\ntext 5\n\n## Two again\n\ntext 6')
    expect(passages.map(({ heading }) => heading)).toEqual([null, null, 1, 2, null, 4])
  })
})

describe('the title', () => {
  it.each([
    ['27/03/2022 09:10\n\nCoverage grows', 'Coverage grows'],
    ['Home › Labour › Insurance\n\nCoverage grows', 'Coverage grows'],
    ['RABAT | March 12, 2024\n\nCoverage grows', 'Coverage grows'],
    ['10 outstanding events of 2021', '10 outstanding events of 2021'],
  ])('is the first line that can be one: %j', (head, title) => {
    expect(roleOf(`${head}\n\n${BODY}`, title)).toBe('title')
  })

  it('is not a sentence, not an item, not all there is', () => {
    expect(outline(`${BODY}\n\n${BODY}`)[0]).toBe(`paragraph = ${BODY}`)
    expect(outline(`1. Coverage\n\n2. Revenue\n\n${BODY}`)[0]).toBe('item 1 = Coverage')
    expect(outline('Over 16.5 million people')).toEqual(['paragraph = Over 16.5 million people'])
  })
})

describe('furniture of a plain text', () => {
  const foot = [
    'Address: 19 Nguyen Gia Thieu, Ward 6',
    'Phone: (028) 7302 2286',
    'E-mail: info@vss.example',
    'P.702A, Centre Point, 106 Nguyen Van Troi;',
  ]

  it('is a group of short lines with contacts at the foot', () => {
    const roles = outline(`A title\n\n${BODY}\n\n${foot.join('\n')}`).slice(2)
    expect(roles).toEqual(foot.map((line) => `furniture = ${line}`))
  })

  it('is what the caller knows, and what stands between', () => {
    const isViews = (line: string) => /^\d+ views$/u.test(line)
    const page = `A title\n\n${BODY}\n\n45 views\n\nPrint this page\n\n${foot.join('\n')}`
    expect(outline(page, isViews).slice(2, 4)).toEqual(['furniture = 45 views', 'furniture = Print this page'])
    expect(outline(page).slice(2, 4)).toEqual(['paragraph = 45 views', 'paragraph = Print this page'])
  })

  it('is not a list of figures above a contact', () => {
    const sheet = [
      'Fact sheet',
      'Participants: 16.5 million',
      'Revenue: 395,472 billion VND',
      'Coverage: 91.01%',
      'Debt: 9,954 billion VND',
      'Ask: info@vss.example',
    ]
    const roles = outline(sheet.join('\n\n'))
    expect(roles.filter((line) => line.startsWith('furniture'))).toEqual(['furniture = Ask: info@vss.example'])
  })

  it('is not the figures between a contact at the head and one at the foot', () => {
    const figures = [
      'Participants: 16.5 million',
      'Revenue: 395,472 billion VND',
      'Coverage: 91.01%',
      'Debt: 9,954 billion VND',
    ]
    const sheet = ['Fact sheet of 2021', 'Press office: press@vss.example', ...figures, 'Ask: info@vss.example']
    expect(outline(sheet.join('\n\n')).slice(2, -1)).toEqual(figures.map((line) => `paragraph = ${line}`))
  })

  it('is not a sentence that names an address, nor anything amid the text', () => {
    const sentence = 'More than 16.5 million people have looked at their data on https://vssid.example since 2021.'
    expect(outline(`A title\n\n${BODY}\n\n${sentence}`).at(-1)).toBe(`paragraph = ${sentence}`)
    expect(outline(`A title\n\n${BODY}\n\n${foot.join('\n')}\n\n${BODY}`).join()).not.toContain('furniture')
  })
})
