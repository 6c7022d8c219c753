/**
 * One numeral as written, and the ways it can be read. A separator followed by exactly three digits has two readings
 * (thousands, decimal); every other shape is settled by grammar.
 */
export interface NumeralReading {
  readonly name: 'thousands' | 'decimal'
  /** Plain decimal digits. */
  readonly value: string
}

export interface Numeral {
  /** The readings that the grammar allows, one or two; the first is that of the locale. */
  readonly readings: readonly NumeralReading[]
  /** Whether the digits stand in groups: "16,547,000", "16 547 000". */
  readonly grouped: boolean
}

const whole = /^\d+$/u
const single = /^(?<head>\d+)(?<separator>[.,])(?<tail>\d+)$/u
const repeated = /^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)$/u
const indian = /^\d{1,2}(?:,\d{2})+,\d{3}$/u
const mixed =
  /^(?<head>\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)),(?<tail>\d+)$|^(?<head2>\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+))\.(?<tail2>\d+)$|^(?<head3>\d{1,2}(?:,\d{2})+,\d{3})\.(?<tail3>\d+)$/u

const unpad = (digits: string): string => digits.replace(/^0+(?=\d)/u, '')
const only = (name: NumeralReading['name'], value: string, grouped: boolean): Numeral => ({
  readings: [{ name, value }],
  grouped,
})

/**
 * Reads the normal form of a numeral (ASCII digits, separators as written).
 * Null where it is no one number: "1.2.3", "12,34.5".
 */
export const readNumeral = (norm: string, decimal: '.' | ','): Numeral | null => {
  if (whole.test(norm)) return only('thousands', unpad(norm), false)
  const one = single.exec(norm)?.groups
  if (one !== undefined) {
    const { head = '', separator = '', tail = '' } = one
    const fraction = `${unpad(head)}.${tail}`
    if (tail.length !== 3 || head.length > 3 || head.startsWith('0')) return only('decimal', fraction, false)
    const readings: NumeralReading[] = [
      { name: 'thousands', value: unpad(head + tail) },
      { name: 'decimal', value: fraction },
    ]
    return { readings: separator === decimal ? readings.reverse() : readings, grouped: separator !== decimal }
  }
  if (repeated.test(norm) || indian.test(norm)) return only('thousands', unpad(norm.replace(/[., ']/gu, '')), true)
  const both = mixed.exec(norm)?.groups
  if (both !== undefined) {
    const head = both.head ?? both.head2 ?? both.head3 ?? ''
    const tail = both.tail ?? both.tail2 ?? both.tail3 ?? ''
    return only('decimal', `${unpad(head.replace(/[., ']/gu, ''))}.${tail}`, true)
  }
  return null
}
