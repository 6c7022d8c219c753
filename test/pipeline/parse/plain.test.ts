import { describe, expect, it } from 'vitest'
import { outline, texts } from './outline.ts'

describe('plain text', () => {
  it('is a title and paragraphs, one a line', () => {
    expect(outline('Coverage grows\n\n27/03/2022 09:10 AM\n\nIn 2021, 5 joined.\nIn 2022, 6 joined.\n')).toEqual([
      'title = Coverage grows',
      'paragraph = 27/03/2022 09:10 AM',
      'paragraph = In 2021, 5 joined.',
      'paragraph = In 2022, 6 joined.',
    ])
  })

  it('has no passages when it is empty or blank', () => {
    expect(texts('')).toEqual([])
    expect(texts(' \r\n\u00a0\n\t\n')).toEqual([])
  })

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['U+2028', '\u2028'],
    ['a form feed', '\f'],
  ])('ends its lines with %s', (_, end) => {
    expect(texts(`In 2021, 5 joined.${end}In 2022, 6 joined.`)).toEqual(['In 2021, 5 joined.', 'In 2022, 6 joined.'])
  })

  it('joins lines that were wrapped at a width, so that no number loses its noun', () => {
    const wrapped = [
      'By the end of 2021 the number of people who take part in social insurance was 16.547',
      'million, of whom 1.45 million had joined the voluntary scheme; health insurance had',
      'more than 88.837 million participants, a coverage of 91.01% of the population.',
      '',
      'The total revenue was 395,472 billion VND, and the total expenditure of all the funds',
      'was 339,115 billion VND.',
    ]
    expect(texts(wrapped.join('\n')).map((text) => text.replaceAll('\n', ' '))).toEqual([
      wrapped.slice(0, 3).join(' '),
      wrapped.slice(4).join(' '),
    ])
  })

  it('joins wrapped lines over their indent', () => {
    const [first] = texts(
      '    The agency said that about 45% of all workers in the country\n    were insured by the end of 2021.',
    )
    expect(first).toBe('The agency said that about 45% of all workers in the country were insured by the end of 2021.')
  })

  it('keeps lines of a list without marks apart', () => {
    const lines = [
      'Social insurance: 16.547 million people',
      'Health insurance: 88.837 million people',
      'Revenue: 395,472 billion VND',
    ]
    expect(texts(lines.join('\n'))).toEqual(lines)
  })

  it('keeps short lines apart in a text with long ones', () => {
    const long = `${'The conference was held online with 63 bridge points. '.repeat(4)}`.trim()
    expect(texts(`Ảnh: Công Kiên\nDelegates at the meeting\n\n${long}`)).toHaveLength(3)
  })

  it('reads entities that were left in it', () => {
    expect(texts('Over 16.5&nbsp;million &#38; R&D, Q&A')).toEqual(['Over 16.5\u00a0million & R&D, Q&A'])
  })

  it('reads # headings even where nothing else is Markdown', () => {
    const long = 'x 5\n'.repeat(600)
    expect(outline(`# Results\n\n${long}`)[0]).toBe('title = Results')
  })

  it('sets apart by a drawn line, and drops it', () => {
    expect(texts('In 2021, 5 joined.\n-----\nIn 2022, 6 joined.')).toEqual(['In 2021, 5 joined.', 'In 2022, 6 joined.'])
  })
})
