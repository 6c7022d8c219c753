import type { Rule } from '../rule.ts'

const scheme = /^\p{L}[\p{L}\d+.-]{0,20}:\/\//u
const domain = /\.(?:com|vn|org|net|gov|edu|info|ph|id|in|uk|eu)(?:[?#:]|$)/iu
const file = /\.(?:html?|aspx?|php|pdf|jpe?g|png|docx?|xlsx?|epi|chn)(?:$|[?#])/iu

/** Whether a run of characters without space is an address of the web, of mail or of a file. */
const isAddress = (chunk: string): boolean => {
  if (scheme.test(chunk) || chunk.toLowerCase().startsWith('www.')) return true
  const at = chunk.indexOf('@')
  if (at > 0) return chunk.includes('.', at + 2)
  return domain.test(chunk.split('/')[0]!) || file.test(chunk)
}

const trailing = new Set(')].,;:!?}"\'”’')

/** Addresses of the web, of mail and of files: "www.vss.gov.vn/2022/03", "info2@lawnet.vn", "nghi-dinh-107.html". */
export const url: Rule = {
  name: 'url',
  inWords: false,
  read: ({ scan, from }, at) => {
    let first = at
    while (first > from && scan.words[first]!.joined) first -= 1
    let last = at
    while (last + 1 < scan.words.length && scan.words[last + 1]!.joined) last += 1
    if (first === last) return null
    while (last > first && trailing.has(scan.norm(last))) last -= 1
    const chunk = scan.slice(first, last)
    if (!isAddress(chunk)) return null
    return { first, last, rule: 'url', reason: chunk.includes('@') ? 'email' : 'url' }
  },
}
