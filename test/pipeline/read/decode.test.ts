import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../pipeline/read/decode.ts'

const VIETNAMESE = 'Năm 2021 có 16,547 triệu người tham gia bảo hiểm xã hội'
const FRENCH = 'En 2021, le nombre d’assurés a augmenté de 2,2 % – soit 16,5 millions d’élèves, très réussi.'

describe('decode', () => {
  it('drops the byte-order mark and keeps every line end', () => {
    expect(decode(Buffer.from('\ufeff16.5\r\nmillion\rpeople\n'))).toBe('16.5\r\nmillion\rpeople\n')
  })

  it('drops one mark only: a second is text', () => {
    expect(decode(Buffer.from('\ufeff\ufeff5'))).toBe('\ufeff5')
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s by its mark', (encoding) => {
    expect(decode(iconv.encode(VIETNAMESE, encoding, { addBOM: true }))).toBe(VIETNAMESE)
  })

  it('reads UTF-16 that was cut inside a character', () => {
    const bytes = iconv.encode('37%', 'utf-16be', { addBOM: true })
    expect(decode(bytes.subarray(0, bytes.length - 1))).toBe('37')
  })

  it('puts U+FFFD for the few bytes that break UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(VIETNAMESE), Buffer.from([0xff]), Buffer.from(' 5%')])
    expect(decode(bytes)).toBe(`${VIETNAMESE}\ufffd 5%`)
  })

  it('reads the encoding that a page declares', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>ơ 5 đ</p>`
    expect(decode(iconv.encode(page, 'windows-1258'))).toBe(page)
  })

  it('finds out Vietnamese windows-1258, whose tone marks stand behind their letters', () => {
    const text = 'Năm 2021 số người tham gia bảo hiểm xã hội là 16,547 triệu người, đạt 33,2% lực lượng lao động.'
    // The encoding holds ă â ê ô ơ ư whole and the five tones apart.
    const tones = /[\u0300\u0301\u0303\u0309\u0323]/u
    const apart = (letter: string) => {
      const marks = letter.normalize('NFD')
      return marks.replace(tones, '').normalize('NFC') + (tones.exec(marks)?.[0] ?? '')
    }
    const written = [...text].map(apart).join('')
    const bytes = iconv.encode(written, 'windows-1258')
    expect(decode(bytes).normalize('NFC')).toBe(text)
  })

  it('takes ISO 8859-1 for windows-1252, as browsers do', () => {
    const page = '<meta charset="iso-8859-1"><p>“16.5 million” – up</p>'
    expect(decode(iconv.encode(page, 'windows-1252'))).toBe(page)
  })

  it('finds out windows-1252 where nothing declares it', () => {
    expect(decode(iconv.encode(FRENCH, 'windows-1252'))).toBe(FRENCH)
  })

  it('gives back every text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = Buffer.from(text)
          .toString('utf8')
          .replace(/^\ufeff/u, '')
        expect(decode(Buffer.from(text))).toBe(whole)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves no surrogate alone, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff]), fc.uint8Array(), (mark, bytes) => {
        expect(decode(Buffer.concat([Buffer.from(mark), bytes]))).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 200 },
    )
  })
})
