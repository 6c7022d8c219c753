import chardet from 'chardet'
import iconv from 'iconv-lite'

/** How much of a file is looked at where its encoding must be found out. */
const SAMPLE = 65_536
/** A guess of chardet below this (of 100) is worth less than U+FFFD at the places that are no UTF-8. */
const LEAST_CONFIDENCE = 20

/**
 * Bytes to text. A byte-order mark decides and is dropped; then UTF-8; then, where more bytes break UTF-8 than keep it,
 * the encoding that the page declares (`charset=`) or that chardet finds. What still cannot be read is U+FFFD.
 * Line ends stay as they are. No surrogate stands alone.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
    return new TextDecoder('utf-16le').decode(Buffer.from(even).swap16())
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd') || isMostlyUtf8(text)) return text
  const encoding = declaredEncoding(bytes) ?? foundEncoding(bytes)
  return encoding === null ? text : iconv.decode(Buffer.from(bytes), encoding)
}

/** Whether the broken places are the exception: a text cut inside a character, a pasted byte. */
function isMostlyUtf8(text: string): boolean {
  let broken = 0
  let whole = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) whole++
  }
  return whole >= broken
}

/** The encoding that HTML or XML names at its start, where we know it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const name = /(?:charset|encoding)\s?=\s?["']?(?<name>[\w-]{2,40})/iu.exec(head)?.groups?.name?.toLowerCase()
  if (name === undefined || name.startsWith('utf') || !iconv.encodingExists(name)) return null
  // Pages that say ISO 8859-1 mean windows-1252, as browsers read them.
  return /^(?:iso-?8859-1|latin1)$/u.test(name) ? 'windows-1252' : name
}

function foundEncoding(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const sample = bytes.subarray(Math.max(0, first - 1024), first + SAMPLE)
  const guess = chardet.analyse(sample).find(({ name }) => !name.startsWith('UTF') && name !== 'ASCII')
  if (guess === undefined || guess.confidence < LEAST_CONFIDENCE || !iconv.encodingExists(guess.name)) return null
  return guess.name === 'ISO-8859-1' ? 'windows-1252' : guess.name
}
