import type { Passage, Segment } from '../../schemas/passage.ts'
import type { Span } from '../../schemas/span.ts'

/**
 * Where a run of a passage's text stands in the source, in UTF-16 units of the decoded source, end exclusive.
 * A cut into a decoded stretch ("&nbsp;") gives the whole of it; an empty run gives an empty span at its place.
 *
 * @throws RangeError when the run is not inside the passage.
 */
export function sourceSpan(passage: Pick<Passage, 'index' | 'text' | 'segments'>, start: number, end: number): Span {
  const { index, text, segments } = passage
  if (start < 0 || end < start || end > text.length) {
    throw new RangeError(`Passage ${index} has ${text.length} characters: ${start} to ${end} is not inside it.`)
  }
  if (segments.length === 0) return { start: 0, end: 0 }
  const first = segmentAt(segments, start)
  const from = isVerbatim(first) || start === first.at + first.length ? atStart(first, start) : first.source
  if (start === end) return { start: from, end: from }
  const last = segmentAt(segments, end - 1)
  const to = isVerbatim(last) ? last.source + (end - last.at) : last.source + last.width
  return { start: from, end: to }
}

/** Whether a segment is the source character by character. */
export function isVerbatim(segment: Segment): boolean {
  return segment.length === segment.width
}

function atStart(segment: Segment, start: number): number {
  return isVerbatim(segment) ? segment.source + (start - segment.at) : segment.source + segment.width
}

/** The segment that holds the text offset; the last one for the end of the text. */
function segmentAt(segments: readonly Segment[], offset: number): Segment {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (segments[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  return segments[low]!
}
