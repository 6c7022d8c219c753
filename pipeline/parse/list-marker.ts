/** The mark that opens a list item. Two marks of one `kind` can be of one list. */
export interface Marker {
  /** The sign itself ("-"), or the shape of the numbering with 1, a, A, i or I in the number's place: "(1)", "1.1.", "a)". */
  readonly kind: string
  /** Place in the sequence, from 1; null for a sign. */
  readonly order: number | null
  /** Length with the white space after it. */
  readonly length: number
}

const SIGNS = /^(?:[-–—*+·](?=[ \t\u00a0])|[•‣◦▪▫●○■□◆◇➢➤✓✔❖\uf000-\uf0ff])[ \t\u00a0]*(?=\S)/u
const NUMBER =
  /^(?<open>\(?)(?<number>\d{1,3}(?:\.\d{1,2}){0,4}|[a-zđ]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})(?<close>[.)/]|\.\))[ \t\u00a0]+(?=\S)/u
const LETTERS = 'abcdđefghijklmnopqrstuvwxyz'

/**
 * The marks with which a line can be read as a list item: none, one, or two where a letter is also a roman number
 * ("i)"). A number is a mark only with its bracket or stop and a space, and up to three digits: "2021. The number" and
 * "16.5 million" are prose.
 */
export function markersOf(line: string): readonly Marker[] {
  if (isPlainWord(line)) return []
  const sign = SIGNS.exec(line)?.[0]
  if (sign !== undefined) {
    const mark = { kind: sign[0]!, order: null, length: sign.length }
    // "- 1. Replace" is numbered, if the numbers go on.
    const inner = numbersOf(line.slice(sign.length))
    return [...inner.map(({ kind, order, length }) => ({ kind, order, length: length + sign.length })), mark]
  }
  return numbersOf(line)
}

/** The numbering with which a line begins. */
function numbersOf(line: string): Marker[] {
  const match = NUMBER.exec(line)
  if (!match?.groups) return []
  const { open = '', number = '', close = '' } = match.groups
  if (open !== '' && close === '.') return []
  const kind = (sample: string) => `${open}${sample}${close}`
  const length = match[0].length
  if (/^\d/u.test(number)) {
    const parts = number.split('.')
    const order = Number.parseInt(parts.at(-1)!, 10)
    return [{ kind: kind([...parts.slice(0, -1), '1'].join('.')), order, length }]
  }
  const lower = number.toLowerCase()
  const marks: Marker[] = []
  const isCapital = lower !== number
  const roman = romanValue(lower)
  if (roman !== null) marks.push({ kind: kind(isCapital ? 'I' : 'i'), order: roman, length })
  if (number.length === 1) marks.push({ kind: kind(isCapital ? 'A' : 'a'), order: LETTERS.indexOf(lower) + 1, length })
  return marks
}

/** Most lines begin with a letter, and no stop or bracket follows soon. */
function isPlainWord(line: string): boolean {
  const code = line.charCodeAt(0)
  if (code < 0x41 || code > 0x7a) return false
  for (let i = 1; i < 6; i++) {
    const next = line.charCodeAt(i)
    if (next === 0x2e || next === 0x29 || next === 0x2f) return false
  }
  return true
}

function romanValue(letters: string): number | null {
  const place = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(letters.replace(/^x(?=.)/u, ''))
  if (place < 0) return null
  return place + 1 + (letters.length > 1 && letters.startsWith('x') ? 10 : 0)
}

/**
 * Leaves the marks that number something: a sign, a first of its kind, or one with a neighbour in the document.
 * "31. " alone at the start of a line is the end of a sentence ("on 12 |31. The"), "P. 702" is an address.
 */
export function numberedMarkers(candidates: readonly (readonly Marker[])[]): (readonly Marker[])[] {
  const seen = new Map<string, Set<number>>()
  for (const { kind, order } of candidates.flat()) {
    if (order === null) continue
    const orders = seen.get(kind)
    if (orders) orders.add(order)
    else seen.set(kind, new Set([order]))
  }
  return candidates.map((marks) =>
    marks.length === 0
      ? marks
      : marks.filter(({ kind, order }) => {
          if (order === null) return true
          const orders = seen.get(kind)!
          const isNumbered = orders.has(order - 1) || orders.has(order + 1)
          return isNumbered || (order === 1 && /\d|\(/u.test(kind))
        }),
  )
}
