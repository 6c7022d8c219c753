import { describe, expect, it } from 'vitest'
import { blockOf } from '../../../pipeline/parse/block.ts'
import { toPassages } from '../../../pipeline/parse/passages.ts'

const SOURCE = 'In 2021, <b>5</b>&nbsp;joined.'
const piece = (source: number, width: number, text: string | null = null) => ({ source, width, text })
const read = (...blocks: ReturnType<typeof piece>[][]) =>
  toPassages(
    SOURCE,
    { type: 'root', children: blocks.map((pieces, group) => blockOf('paragraph', pieces, '', group)), markup: [] },
    'html',
  )

describe('toPassages', () => {
  it('maps text to source, and joins stretches that follow each other', () => {
    const { passages } = read([piece(0, 3), piece(3, 6), piece(12, 1), piece(17, 6, '\u00a0'), piece(23, 7)])
    expect(passages[0]).toMatchObject({
      text: 'In 2021, 5\u00a0joined.',
      segments: [
        { at: 0, length: 9, source: 0, width: 9 },
        { at: 9, length: 1, source: 12, width: 1 },
        { at: 10, length: 1, source: 17, width: 6 },
        { at: 11, length: 7, source: 23, width: 7 },
      ],
    })
  })

  it('trims white space, and drops blocks that hold nothing else', () => {
    const { passages } = read([piece(8, 1)], [piece(2, 7), piece(17, 6, '\u00a0')])
    expect(passages.map(({ index, text }) => [index, text])).toEqual([[0, '2021,']])
  })

  it('gives source that two blocks claim to the first', () => {
    const { passages } = read([piece(0, 9)], [piece(3, 4), piece(12, 1)])
    expect(passages.map(({ text }) => text)).toEqual(['In 2021,', '5'])
  })

  it('leaves a digit that no block claims to the markup', () => {
    expect(read([piece(0, 2)]).markup).toEqual([{ start: 3, end: 30, reason: 'markup' }])
  })
})
