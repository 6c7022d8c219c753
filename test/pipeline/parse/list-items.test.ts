import { describe, expect, it } from 'vitest'
import { markup, outline, texts } from './outline.ts'

const ACTION_PROGRAM = `The program has the following objectives:

(1) General objectives

To expand the coverage of social insurance step by step.

(2) Specific objectives

* By 2025

- Strive for 45% of the workforce.

- Promote digital transformation:

(1) Provide 100% of public services online.

(2) Process 95% of work records.

* By 2030

- Strive for 60% of the workforce.
`

describe('list items', () => {
  it('nest by their marks, and each is led by the item above it', () => {
    expect(outline(ACTION_PROGRAM)).toEqual([
      'paragraph = The program has the following objectives:',
      'item 1 < The program has the following objectives: = General objectives',
      'paragraph < General objectives = To expand the coverage of social insurance step by step.',
      'item 1 < The program has the following objectives: = Specific objectives',
      'item 2 < Specific objectives = By 2025',
      'item 3 < By 2025 = Strive for 45% of the workforce.',
      'item 3 < By 2025 = Promote digital transformation:',
      'item 4 < Promote digital transformation: = Provide 100% of public services online.',
      'item 4 < Promote digital transformation: = Process 95% of work records.',
      'item 2 < Specific objectives = By 2030',
      'item 3 < By 2030 = Strive for 60% of the workforce.',
    ])
  })

  it('lose their marks, which are named where they hold digits', () => {
    expect(markup(ACTION_PROGRAM)).toEqual(['(1)', '(2)', '(1)', '(2)'].map((mark) => `list_marker: ${mark}`))
  })

  it('are the same in a page whose lists are paragraphs', () => {
    const paragraphs = ACTION_PROGRAM.trim().split('\n\n')
    const page = `<div>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</div>`
    expect(outline(page)).toEqual(outline(ACTION_PROGRAM))
  })

  it('nest by indent where the marks are alike', () => {
    expect(outline('Results:\n- Participants\n  - 16.5 million in 2021\n  - 17.4 million in 2022\n- Revenue')).toEqual([
      'paragraph = Results:',
      'item 1 < Results: = Participants',
      'item 2 < Participants = 16.5 million in 2021',
      'item 2 < Participants = 17.4 million in 2022',
      'item 1 < Results: = Revenue',
    ])
  })

  it('of numbered sections go on over paragraphs and lists of signs', () => {
    const release = `I. PARTICIPANTS

By the end of 2023 the country had:

- 18.26 million in social insurance;

- 93.6 million in health insurance.

II. REVENUE

The revenue was 472,380 billion VND.`
    expect(outline(release)).toEqual([
      'item 1 = PARTICIPANTS',
      'paragraph < PARTICIPANTS = By the end of 2023 the country had:',
      'item 2 < By the end of 2023 the country had: = 18.26 million in social insurance;',
      'item 2 < By the end of 2023 the country had: = 93.6 million in health insurance.',
      'item 1 = REVENUE',
      'paragraph < REVENUE = The revenue was 472,380 billion VND.',
    ])
  })

  it('are led by no item of a list that a heading ended', () => {
    const text = `1. First of all, 5 joined.\n\n2. Then 6 joined.\n\nOutlook\n\nMuch remains to be done.\n\n- By 2030, 60%`
    expect(outline(text).at(-1)).toBe('item 1 = By 2030, 60%')
  })

  it('lead no text behind a row of them', () => {
    expect(outline('Results:\n- 5% of all\n- 6% of all\n\nThat was 2021.').at(-1)).toBe('paragraph = That was 2021.')
  })

  it('take the number behind a dash with it', () => {
    expect(texts('Steps:\n- 1. Raise 5%\n- 2. Raise 6%')).toEqual(['Steps:', 'Raise 5%', 'Raise 6%'])
  })

  it.each([
    ['2021. The number of participants grew.'],
    ['16.5 million people took part.'],
    ['31. The next day 5 more came.'],
    ['P. 702 Centre Point'],
    ['-5% was the change.'],
    ['45% of workers were insured.'],
    ['(028) 7302 2286'],
    ['1.14 per cent was the rise.'],
    ['A. Smith paid 5 dollars.'],
    ['2.5. was the version'],
  ])('are not made of a line that begins "%s"', (line) => {
    expect(texts(`In 2021, 5 joined.\n\n${line}`)[1]).toBe(line)
  })

  it.each([
    ['- '],
    ['* '],
    ['• '],
    ['•'],
    ['+ '],
    ['– '],
    ['1. '],
    ['1) '],
    ['(1) '],
    ['(a) '],
    ['1.1. '],
    ['1/ '],
    ['(i) '],
  ])('are made of a line that begins "%s"', (mark) => {
    expect(outline(`In 2021, 5 joined.\n\n${mark}45% of workers`)[1]).toBe('item 1 = 45% of workers')
  })

  it.each([
    ['a) ', 'b) '],
    ['A. ', 'B. '],
    ['I. ', 'II. '],
    ['h. ', 'i. '],
    ['4. ', '5. '],
    ['2.3. ', '2.4. '],
    ['đ) ', 'e) '],
  ])('are numbered "%s", "%s"', (first, second) => {
    const items = outline(`Results:\n\n${first}45% of workers\n\n${second}50% of firms`).slice(1)
    expect(items).toEqual(['item 1 < Results: = 45% of workers', 'item 1 < Results: = 50% of firms'])
  })
})
