import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from './catalog-error.ts'
import { issueText } from './issue-text.ts'

type Path = readonly PropertyKey[]

/** A path as people write it: `[3].cues[0]`. */
const written = (path: Path): string =>
  path.reduce<string>(
    (all, part) =>
      typeof part === 'number' ? `${all}[${part}]` : all === '' ? String(part) : `${all}.${String(part)}`,
    '',
  )

interface Parsed {
  readonly lines: LineCounter
  readonly document: Document
}

/** Files parsed last, by their text: catalogs that are loaded one after another share those of base. */
const parsed = new Map<string, Parsed>()
const mostParsed = 48

const parse = (text: string): Parsed => {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const lines = new LineCounter()
  const found = { lines, document: parseDocument(text, { lineCounter: lines }) }
  if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value!)
  parsed.set(text, found)
  return found
}

/**
 * A YAML file of the catalog that still knows where each value stands.
 * `problem(path, text)` says what is wrong with the value at a path.
 */
export class YamlFile {
  readonly name: string
  readonly #lines: LineCounter
  readonly #document: Document

  constructor(name: string, text: string) {
    this.name = name
    const { lines, document } = parse(text)
    this.#lines = lines
    this.#document = document
  }

  /** Errors of the YAML itself: a key given twice, a tab, an open quote. */
  syntaxProblems(): Problem[] {
    return this.#document.errors.map((error) => {
      const { line, col } = this.#lines.linePos(error.pos[0])
      return {
        file: this.name,
        line,
        column: col,
        path: '',
        text: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/u, ''),
      }
    })
  }

  /** Where the value at the path stands, or the nearest thing around it. */
  #offset(path: Path): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const parent = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length - 1), true)
      const key = path[length - 1]
      const pair =
        length > 0 && isMap(parent)
          ? parent.items.find((item) => isNode(item.key) && item.key.toJSON() === key)
          : undefined
      const node = pair?.key ?? (length === 0 ? parent : this.#document.getIn(path.slice(0, length), true))
      if (isNode(node) && node.range) return node.range[0]
    }
    return 0
  }

  problem(path: Path, text: string): Problem {
    const { line, col } = this.#lines.linePos(this.#offset(path))
    return { file: this.name, line: Math.max(line, 1), column: Math.max(col, 1), path: written(path), text }
  }

  /** The file's value by `schema`, or everything that is wrong with it. */
  read<Schema extends z.ZodType>(schema: Schema): { value: z.output<Schema> | null; problems: Problem[] } {
    const syntax = this.syntaxProblems()
    if (syntax.length > 0) return { value: null, problems: syntax }
    const raw: unknown = this.#document.toJS() ?? undefined
    const result = schema.safeParse(raw, { reportInput: true })
    if (result.success) return { value: result.data, problems: [] }
    return {
      value: null,
      problems: result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => this.problem([...issue.path, key], issueText(issue, schema, key)))
          : [this.problem(issue.path, issueText(issue, schema, null))],
      ),
    }
  }
}
