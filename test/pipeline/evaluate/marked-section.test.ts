import { describe, expect, it } from 'vitest'
import { withSection } from '../../../pipeline/evaluate/marked-section.ts'

const text = 'Before\n<!-- scores:start -->\nold\n<!-- scores:end -->\nAfter\n'

describe('a section between markers', () => {
  it('is replaced, and nothing else is', () => {
    expect(withSection(text, 'scores', '\nnew\n\n')).toBe(
      'Before\n<!-- scores:start -->\nnew\n<!-- scores:end -->\nAfter\n',
    )
  })

  it('stays the same when it is written twice', () => {
    const once = withSection(text, 'scores', 'new')
    expect(withSection(once, 'scores', 'new')).toBe(once)
  })

  it.each([
    ['is not there', 'Before'],
    ['is not closed', '<!-- scores:start -->'],
    ['ends before it starts', '<!-- scores:end --><!-- scores:start -->'],
    ['stands there twice', text + text],
  ])('that %s is refused', (_, bad) => {
    expect(() => withSection(bad, 'scores', 'new')).toThrow(
      /<!-- scores:start --> and <!-- scores:end --> must stand there once/u,
    )
  })
})
