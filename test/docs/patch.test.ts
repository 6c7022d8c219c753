import { describe, expect, it } from 'vitest'
import { patched } from '../../docs/make/patch.ts'

const text = 'a\nb\nc\nb\nd\n'

describe('a change written like a diff', () => {
  it('puts lines in beside those that are there', () => {
    expect(patched(text, ' a\n+x\n b\n', 'f')).toBe('a\nx\nb\nc\nb\nd\n')
  })

  it('takes lines out', () => {
    expect(patched(text, '-c\n', 'f')).toBe('a\nb\nb\nd\n')
  })

  it('makes several changes in one', () => {
    expect(patched(text, ' a\n+x\n@@\n-d\n+e\n', 'f')).toBe('a\nx\nb\nc\nb\ne\n')
  })

  it('refuses lines that are not there, and lines that are there twice', () => {
    expect(() => patched(text, ' q\n+x\n', 'f')).toThrow('f has no lines')
    expect(() => patched(text, ' b\n+x\n', 'f')).toThrow('f has more than once')
  })

  it('takes a part of a line for no line', () => {
    expect(() => patched('abc\n', ' b\n+x\n', 'f')).toThrow('f has no lines')
  })
})
