/** How a language writes numbers, as a writer of it would: independent of the code that reads them. */
export interface Writing {
  readonly decimal: string
  readonly groups: readonly string[]
  /** Scale words with their powers of ten. */
  readonly scales: readonly (readonly [string, number])[]
  /** A sentence with an amount of money in it: before, after. */
  readonly frame: readonly [string, string]
}

export const english: Writing = {
  decimal: '.',
  groups: [',', '\u00A0', '\u202F', ' '],
  scales: [
    ['thousand', 3],
    ['million', 6],
    ['billion', 9],
    ['trillion', 12],
    ['quadrillion', 15],
  ],
  frame: ['The fund of the province paid out ', ' dong to its members.'],
}

export const vietnamese: Writing = {
  decimal: ',',
  groups: ['.', '\u00A0', '\u202F', ' '],
  scales: [
    ['nghìn', 3],
    ['ngàn', 3],
    ['triệu', 6],
    ['tỷ', 9],
    ['tỉ', 9],
    ['nghìn tỷ', 12],
    ['triệu tỷ', 15],
  ],
  frame: ['Cơ quan của tỉnh đã chi ', ' đồng cho các hộ và những người được nhận.'],
}

/** Digits in groups of three from the right. */
export const grouped = (digits: string, separator: string): string => {
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(separator)
}

/** `digits` of which the last `places` are a fraction, without zeros at its end: ("16547", 3) is "16.547". */
export const pointed = (digits: string, places: number): string => {
  const padded = digits.padStart(places + 1, '0')
  const fraction = padded.slice(padded.length - places).replace(/0+$/u, '')
  const whole = padded.slice(0, padded.length - places)
  return places === 0 || fraction === '' ? whole : `${whole}.${fraction}`
}

const ones = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

/** 1 to 999 in English words: "one hundred and five", "forty-two". */
export const englishWords = (value: number): string => {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const small =
    rest < 20 ? ones[rest]! : [tens[Math.floor(rest / 10)]!, ones[rest % 10]!].filter((each) => each !== '').join('-')
  return [hundreds === 0 ? '' : `${ones[hundreds]} hundred`, small].filter((each) => each !== '').join(' and ')
}

const số = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/** 1 to 999 in Vietnamese words: "một trăm linh năm", "bốn mươi hai", "hai mươi mốt". */
export const vietnameseWords = (value: number): string => {
  const hundred = Math.floor(value / 100)
  const ten = Math.floor((value % 100) / 10)
  const one = value % 10
  const last = one === 5 && ten > 0 ? 'lăm' : one === 1 && ten > 1 ? 'mốt' : số[one]!
  const middle = ten > 1 ? `${số[ten]} mươi` : ten === 1 ? 'mười' : hundred > 0 && one > 0 ? 'linh' : ''
  return [hundred === 0 ? '' : `${số[hundred]} trăm`, middle, last].filter((each) => each !== '').join(' ')
}
