import type { Scan } from '../grammar/scan.ts'
import type { Rule } from '../rule.ts'

/** "| N95 | masks", where "N4.2 trillion" and "N70,000" are naira: a letter that is a currency's sign too, before a digit or two. */
const isLetterOfName = (scan: Scan, at: number): boolean =>
  at > 0 &&
  /^\p{Lu}$/u.test(scan.slice(at - 1, at - 1)) &&
  /^\d{1,2}$/u.test(scan.norm(at)) &&
  scan.from('scale', at + 1) === undefined &&
  scan.from('scale_sign', at + 1) === undefined

/**
 * Digits that are part of a name or code: letters stand right before them ("F0", "G20", "H5N1", "COVID-19", "A380"), or letters
 * that are no unit right after them ("4G", "702A", "3D").
 */
export const name: Rule = {
  name: 'name',
  inWords: false,
  read: ({ scan, from }, at) => {
    const word = scan.words[at]!
    const before = scan.words[at - 1]
    const after = scan.words[at + 1]
    const sign = scan.to('sign_before', at - 1)
    const currency = isLetterOfName(scan, at) ? undefined : sign
    if (word.joined && before?.kind === 'word' && currency === undefined && at - 1 >= from) {
      // "reached16.5 million" is a lost space; a name's letters are a capital or two, or its digits are few.
      const written = scan.slice(at - 1, at - 1)
      const isCode = written === written.toUpperCase() || (scan.isCapital(at - 1) && word.norm.length <= 2)
      if (isCode && scan.from('percent', at + 1) === undefined)
        return { first: at - 1, last: nameEnd(at), rule: 'name', reason: 'name' }
    }
    if (
      word.joined &&
      before?.kind === 'sign' &&
      (before.norm === '-' || before.norm === '_' || before.norm === '–') &&
      before.joined &&
      at - 2 >= from
    ) {
      const stem = scan.words[at - 2]
      const range =
        stem?.kind === 'number' ||
        scan.from('percent', at - 2) !== undefined ||
        scan.to('percent', at - 2) !== undefined
      if (
        stem?.kind === 'word' &&
        !range &&
        scan.to('sign_before', at - 2) === undefined &&
        scan.to('unit', at - 2) === undefined &&
        scan.to('modifier', at - 2) === undefined
      ) {
        return { first: at - 2, last: nameEnd(at), rule: 'name', reason: 'name' }
      }
    }
    if (after?.kind === 'word' && after.joined) {
      const isUnit =
        scan.from('scale_sign', at + 1) !== undefined ||
        scan.from('sign_after', at + 1) !== undefined ||
        scan.from('unit', at + 1) !== undefined ||
        scan.from('percent', at + 1) !== undefined ||
        scan.from('times', at + 1) !== undefined ||
        scan.from('scale', at + 1) !== undefined ||
        scan.from('ordinal_sign', at + 1) !== undefined ||
        scan.from('aside_after', at + 1) !== undefined
      const written = scan.slice(at + 1, at + 1)
      if (scan.from('aside_after', at + 1)?.value === 'standard_level')
        return { first: at, last: at + 1, rule: 'name', reason: 'name' }
      if (!isUnit && written.length <= 3 && written === written.toUpperCase())
        return { first: at, last: nameEnd(at + 1), rule: 'name', reason: 'name' }
    }
    return null
    function nameEnd(last: number): number {
      let end = last
      while (scan.words[end + 1]?.joined && scan.words[end + 1]!.kind !== 'sign') end += 1
      return end
    }
  },
}
