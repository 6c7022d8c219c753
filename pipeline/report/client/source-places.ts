/** A text node of the article, and the code points of the source that it shows; `isWhole` where it stands for them as one ("&nbsp;"). */
interface Shown {
  readonly node: Text
  readonly start: number
  readonly end: number
  readonly isWhole: boolean
}

const pointsOf = (text: string): number => {
  let n = 0
  for (const _ of text) n += 1
  return n
}

/** UTF-16 units of the first so many code points. */
const unitsOf = (text: string, points: number): number => {
  let units = 0
  let left = points
  for (const sign of text) {
    if (left === 0) break
    units += sign.length
    left -= 1
  }
  return units
}

/** Every text of the article with its place in the source, as the attributes `data-at` and `data-width` tell it. */
const shownTexts = (article: Element): readonly Shown[] => {
  const found: Shown[] = []
  const seen = new Set<Element>()
  let at = 0
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text
    const told = text.parentElement?.closest<HTMLElement>('[data-at]') ?? null
    if (told === null) continue
    if (!seen.has(told)) {
      seen.add(told)
      at = Number(told.dataset.at)
    }
    const width = told.dataset.width
    const end = at + (width === undefined ? pointsOf(text.data) : Number(width))
    found.push({ node: text, start: at, end, isWhole: width !== undefined })
    at = end
  }
  return found
}

/** Finds any stretch of the source in an article; the article is read once, when it is first asked. */
export const placesOf = (article: Element): ((start: number, end: number) => Range[]) => {
  let shown: readonly Shown[] | null = null
  return (start, end) => {
    shown ??= shownTexts(article)
    return shown
      .filter((each) => each.start < end && each.end > start)
      .map((each) => {
        const range = document.createRange()
        const cut = (point: number): number => unitsOf(each.node.data, point - each.start)
        range.setStart(each.node, each.isWhole || start <= each.start ? 0 : cut(start))
        range.setEnd(each.node, each.isWhole || end >= each.end ? each.node.length : cut(end))
        return range
      })
  }
}
