import { describe, expect, it } from 'vitest'
import { sniffFormat } from '../../../pipeline/parse/sniff.ts'

describe('sniffFormat', () => {
  it.each([
    ['<!DOCTYPE html><p>5', 'html'],
    ['  <html lang="vi">5', 'html'],
    ['<p>5 people</p>', 'html'],
    ['Text first.\n<p>5 people</p>\n<p>6', 'html'],
    ['# Results\n\n5', 'markdown'],
    ['---\ntitle: x\n---\n5', 'markdown'],
    ['See [the page](https://vss.example)', 'markdown'],
    ['It was **5%**.', 'markdown'],
    ['a | b\n--- | ---\n5 | 6', 'markdown'],
    ['```\n5\n```', 'markdown'],
    ['x <b>5</b> y', 'markdown'],
    ['<p align="center">x</p>\n\n# Results\n\n5', 'markdown'],
    ['<p>x <b>5</b></p><p>6</p>', 'html'],
    ['It was 5%.\n\n---\n\nIt was 6%.\n\n---\n', 'plain'],
    ['It was 5%.', 'plain'],
    ['* By 2025\n\n- Strive for 45%\n\n(1) Provide', 'plain'],
    ['a | b\n5 | 6', 'plain'],
    ['5 < 6 and 7 > 3 & 2*3*4', 'plain'],
    ['#vss #baohiem 2021', 'plain'],
    ['**', 'plain'],
    ['', 'plain'],
  ])('judges %j to be %s', (text, format) => {
    expect(sniffFormat(text)).toBe(format)
  })
})
