import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A code block of a page: its language, what the words after it ask for, and where it stands (UTF-16 units of the page). */
export interface Block {
  readonly lang: string
  /** "file=a/b.ts" is ['file', 'a/b.ts'], "run" is ['run', '']. */
  readonly asks: ReadonlyMap<string, string>
  readonly text: string
  readonly start: number
  readonly end: number
  /** Line of the opening fence, from 1. */
  readonly line: number
}

interface Node {
  readonly type: string
  readonly lang?: string | null
  readonly meta?: string | null
  readonly value?: string
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { offset?: number; line: number }; readonly end: { offset?: number } }
}

const processor = unified().use(remarkParse).freeze()

const codeOf = (node: Node): readonly Node[] => (node.type === 'code' ? [node] : (node.children ?? []).flatMap(codeOf))

const asked = (meta: string): ReadonlyMap<string, string> =>
  new Map(
    meta
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const at = word.indexOf('=')
        return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
      }),
  )

/** The fenced code blocks of a page that ask for something, in order. */
export const blocksOf = (page: string): readonly Block[] =>
  codeOf(processor.parse(page) as Node)
    .filter(({ meta }) => typeof meta === 'string')
    .map(({ lang, meta, value, position }) => ({
      lang: lang ?? '',
      asks: asked(meta ?? ''),
      text: value ?? '',
      start: position?.start.offset ?? 0,
      end: position?.end.offset ?? 0,
      line: position?.start.line ?? 0,
    }))

/** The page with the texts of some blocks replaced; fences and everything else stay as they are. */
export const withTexts = (page: string, texts: ReadonlyMap<Block, string>): string => {
  let result = ''
  let at = 0
  for (const [block, text] of [...texts].sort(([a], [b]) => a.start - b.start)) {
    const lines = page.slice(block.start, block.end).split('\n')
    result += `${page.slice(at, block.start)}${lines[0]}\n${text.replace(/\n+$/u, '')}\n${lines.at(-1)}`
    at = block.end
  }
  return result + page.slice(at)
}
