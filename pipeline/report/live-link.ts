import type { ClaimRow } from '../../schemas/claim.ts'

/** A part of a text fragment: as in an address, and with what the fragment's own signs are (-, & and ,) taken away. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\s+/gu, ' ').trim()).replaceAll('-', '%2D')

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)

/** The words of `text` that stand whole: browsers match whole words alone. */
const wholeWords = (text: string, side: 'before' | 'after'): string =>
  side === 'before' ? text.replace(/^[\p{L}\p{M}\p{N}]+/u, '') : text.replace(/[\p{L}\p{M}\p{N}]+$/u, '')

const oneBlock = (text: string, side: 'before' | 'after'): string =>
  (side === 'before' ? text.split(/[\n\r]/u).at(-1) : text.split(/[\n\r]/u)[0]) ?? ''

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
  const before = oneBlock(prefix, 'before')
  const after = oneBlock(suffix, 'after')
  const lead = encoded(isWordSign(before.at(-1)) ? '' : wholeWords(before, 'before'))
  const tail = encoded(isWordSign(after[0]) ? '' : wholeWords(after, 'after'))
  const text = [...(lead === '' ? [] : [`${lead}-`]), encoded(exact), ...(tail === '' ? [] : [`-${tail}`])].join(',')
  const [page, fragment] = new URL(url).href.split('#') as [string, string | undefined]
  return `${page}#${fragment ?? ''}:~:text=${text}`
}
