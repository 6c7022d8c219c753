import type { ClaimRow } from '../../schemas/claim.ts'

/** A part of a text fragment: as in an address, and with what the fragment's own signs are (-, & and ,) taken away. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\s+/gu, ' ').trim()).replaceAll('-', '%2D')

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)

/** A prefix or suffix of this length was cut from more, so that its outer word may be half a word. */
const cutFrom = 31

/** The words beside a claim on its line that stand whole: browsers match whole words, within one block of the page. */
const wordsBefore = (prefix: string): string => {
  const line = prefix.slice(Math.max(prefix.lastIndexOf('\n'), prefix.lastIndexOf('\r')) + 1)
  const isCut = line === prefix && prefix.length >= cutFrom
  if (isWordSign(line.at(-1))) return ''
  return isCut ? line.replace(/^[\p{L}\p{M}\p{N}]+/u, '') : line
}

const wordsAfter = (suffix: string): string => {
  const line = suffix.split(/[\n\r]/u)[0]!
  const isCut = line === suffix && suffix.length >= cutFrom
  if (isWordSign(line[0])) return ''
  return isCut ? line.replace(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+$/u, '') : line
}

/** Whether an address may be linked to: that of a web page. "javascript:..." from a list of sources is none. */
export const isWebAddress = (url: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

/**
 * The live page at the words of a claim: address with a text fragment (https://wicg.github.io/scroll-to-text-fragment), or null where the
 * address is none of a web page. A help and no proof: the page may have changed since.
 */
export const liveLink = (url: string | null, { selector }: ClaimRow): string | null => {
  if (url === null || !isWebAddress(url)) return null
  const { prefix, exact, suffix } = selector
  const [lead, tail] = [encoded(wordsBefore(prefix)), encoded(wordsAfter(suffix))]
  const text = [...(lead === '' ? [] : [`${lead}-`]), encoded(exact), ...(tail === '' ? [] : [`-${tail}`])].join(',')
  const [page, fragment] = new URL(url).href.split('#') as [string, string | undefined]
  return `${page}#${fragment ?? ''}:~:text=${text}`
}
