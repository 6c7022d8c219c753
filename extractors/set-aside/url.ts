import type { Rule } from '../rule.ts'

const address =
  /^(?:\p{L}[\p{L}\d+.-]*:\/\/|www\.|[^\s@]+@[^\s@]+\.\p{L})|^[^\s/]+\.(?:com|vn|org|net|gov|edu|info|ph|id|in|uk|eu)(?:[/?#:]|$)|\.(?:html?|aspx?|php|pdf|jpe?g|png|docx?|xlsx?|epi|chn)(?:$|[?#])/iu
const trailing = /[).,;:!?\]}"'”’]+$/u

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
    const chunk = scan.slice(first, last).replace(trailing, '')
    if (!address.test(chunk)) return null
    while (last > at && scan.words[last]!.start >= scan.words[first]!.start + chunk.length) last -= 1
    return { first, last, rule: 'url', reason: chunk.includes('@') ? 'email' : 'url' }
  },
}
