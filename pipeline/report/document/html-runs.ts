import { decodeHTML } from 'entities'
import type { Run } from './runs.ts'

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/uy

/** A stretch of the source of a page as it reads: tags left out, entities taken for what they mean. "33.<i>75</i>&nbsp;%" reads "33.75 %". */
export const htmlRuns = (source: string): Run[] => {
  const runs: Run[] = []
  const lastTagEnd = source.lastIndexOf('>')
  let start = 0
  const endText = (end: number): void => {
    if (start < end) runs.push({ text: source.slice(start, end), start, end, isDecoded: false })
  }
  let at = 0
  while (at < source.length) {
    entity.lastIndex = at
    const isTag = source[at] === '<' && at < lastTagEnd
    const found = source[at] === '&' ? (entity.exec(source)?.[0] ?? null) : null
    if (!isTag && found === null) {
      at += 1
      continue
    }
    endText(at)
    const end = found === null ? source.indexOf('>', at) + 1 : at + found.length
    if (found !== null) runs.push({ text: decodeHTML(found), start: at, end, isDecoded: true })
    at = end
    start = end
  }
  endText(source.length)
  return runs
}

/** The same as text alone. */
export const htmlText = (source: string): string =>
  htmlRuns(source)
    .map(({ text }) => text)
    .join('')
