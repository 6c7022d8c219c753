/**
 * How text is cut into words: the same way for the phrases of the catalog and for the passages they are looked for in.
 * Spans count UTF-16 units of the text given.
 */
export interface Word {
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'sign'
  /** Letters in lower case and composed; a numeral with ASCII digits and one space for any grouping space; a sign as it is. */
  readonly norm: string
  /** True where no white space stands between this word and the one before. */
  readonly joined: boolean
}

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const IGNORABLE = 3
const OTHER = 4

const letter = /^[\p{L}\p{M}]$/u
const digit = /^\p{Nd}$/u
const space = /^[\s\p{Z}]$/u
// Zero width space, joiners, soft hyphen, word joiner: they may stand inside a numeral and mean nothing there.
const ignorable = /^[\u00AD\u200B-\u200D\u2060\uFEFF]$/u

const asciiClasses = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return SPACE
  if (code >= 48 && code <= 57) return DIGIT
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return LETTER
  return OTHER
})
const otherClasses = new Map<number, number>()

const classOf = (code: number): number => {
  if (code < 128) return asciiClasses[code]!
  let known = otherClasses.get(code)
  if (known === undefined) {
    const character = String.fromCodePoint(code)
    known = OTHER
    if (letter.test(character)) known = LETTER
    else if (digit.test(character)) known = DIGIT
    else if (ignorable.test(character)) known = IGNORABLE
    else if (space.test(character)) known = SPACE
    otherClasses.set(code, known)
  }
  return known
}

/** Value of a decimal digit of any script. The digits of a script stand in a run of ten that begins with its zero. */
export const digitValue = (code: number): number => {
  if (code < 58) return code - 48
  // The mathematical digits are five such runs one after the other.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let value = 0
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}

/** ASCII, and letters of Latin with their marks on (Vietnamese among them): such text is composed and holds nothing to take out. */
const plain = /^[\x20-\x7E\u00C0-\u024F\u1EA0-\u1EF9]*$/u

/** Words as they are compared: lower case, composed, without ignorable characters and with one kind of apostrophe. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase()
  return plain.test(lower)
    ? lower
    : lower
        .normalize('NFC')
        .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
        .replaceAll('’', "'")
}

const apostrophes = new Set([0x27, 0x2019])
/** Separators that may stand between the digits of one numeral, beside the spaces. */
const separators = new Map([
  [0x2e, '.'],
  [0x2c, ','],
  [0x66b, '.'],
  [0x66c, ','],
  [0xff0e, '.'],
  [0xff0c, ','],
  [0x27, "'"],
  [0x2019, "'"],
])

/** A group of exactly three digits that begins at `at`, or -1; the end of the group otherwise. */
const groupOfThree = (text: string, at: number): number => {
  let end = at
  for (let count = 0; count < 3; count += 1) {
    const code = text.codePointAt(end)
    if (code === undefined || classOf(code) !== DIGIT) return -1
    end += code > 0xffff ? 2 : 1
  }
  const after = text.codePointAt(end)
  return after !== undefined && classOf(after) === DIGIT ? -1 : end
}

/** Reads the numeral that begins at `start`; gives its end and its normal form. */
const numeralAt = (text: string, start: number): { end: number; norm: string } => {
  let end = start
  let norm = ''
  let digitsInGroup = 0
  let groups = 0
  let spaced: number | null = null
  for (let at = start; at < text.length; ) {
    const code = text.codePointAt(at)!
    const width = code > 0xffff ? 2 : 1
    const kind = classOf(code)
    if (kind === DIGIT) {
      norm += String(digitValue(code))
      digitsInGroup += 1
      at += width
      end = at
      continue
    }
    if (kind === IGNORABLE) {
      at += width
      continue
    }
    const separator = separators.get(code)
    const next = text.codePointAt(at + width)
    if (separator !== undefined && spaced === null) {
      if (next === undefined || classOf(next) !== DIGIT) break
      if (
        separator === "'" &&
        (groups === 0 ? digitsInGroup > 3 : digitsInGroup !== 3 || groupOfThree(text, at + width) < 0)
      )
        break
      norm += separator
      digitsInGroup = 0
      groups += 1
      at += width
      continue
    }
    // "16 547 000": grouping by spaces takes one to three digits, then groups of exactly three. A leading zero is no grouping ("028 393").
    if (kind === SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) {
      if (spaced !== null && spaced !== code) break
      if (digitsInGroup > 3 || (groups > 0 && (spaced === null || digitsInGroup !== 3)) || norm.startsWith('0')) break
      if (groupOfThree(text, at + width) < 0) break
      spaced = code
      norm += ' '
      digitsInGroup = 0
      groups += 1
      at += width
      continue
    }
    // "16 547,5": a decimal part after groups by spaces.
    if (
      separator !== undefined &&
      spaced !== null &&
      separator !== "'" &&
      next !== undefined &&
      classOf(next) === DIGIT
    ) {
      norm += separator
      digitsInGroup = 0
      groups += 1
      at += width
      spaced = -1
      continue
    }
    break
  }
  return { end, norm }
}

/** Cuts a text into words, numerals and signs. White space and ignorable characters are in none. */
export const words = (text: string): Word[] => {
  const found: Word[] = []
  let joined = false
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!
    const width = code > 0xffff ? 2 : 1
    const kind = classOf(code)
    if (kind === SPACE) {
      joined = false
      at += width
      continue
    }
    if (kind === IGNORABLE) {
      at += width
      continue
    }
    let end = at + width
    if (kind === DIGIT) {
      const numeral = numeralAt(text, at)
      found.push({ start: at, end: numeral.end, kind: 'number', norm: numeral.norm, joined })
      at = numeral.end
      joined = true
      continue
    }
    if (kind === LETTER) {
      while (end < text.length) {
        const next = text.codePointAt(end)!
        const nextClass = classOf(next)
        if (nextClass === LETTER || nextClass === IGNORABLE) {
          end += next > 0xffff ? 2 : 1
          continue
        }
        const after = apostrophes.has(next) ? text.codePointAt(end + 1) : undefined
        if (after === undefined || classOf(after) !== LETTER) break
        end += 1
      }
      found.push({ start: at, end, kind: 'word', norm: fold(text.slice(at, end)), joined })
    } else {
      found.push({ start: at, end, kind: 'sign', norm: text.slice(at, end), joined })
    }
    at = end
    joined = true
  }
  return found
}
