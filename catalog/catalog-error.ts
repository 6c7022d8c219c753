/** One thing wrong in a catalog: where it stands and how to mend it. Line and column count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The field: `indicators[3].cues[0]`; empty for the whole file. */
  readonly path: string
  readonly text: string
}

/** "indicators.yaml:12:5 [3].cues[0]: no term "pensionn" ...". */
export const problemLine = (problem: Problem): string => {
  const path = problem.path === '' ? '' : ` ${problem.path}`
  return `${problem.file}:${problem.line}:${problem.column}${path}: ${problem.text}`
}

/** A catalog that cannot be used. `problems` holds everything that is wrong, in order of file and place; the message lists it. */
export class CatalogError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const ordered = [...problems].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    )
    const lines = ordered.map(problemLine)
    super(`the catalog has ${lines.length} error${lines.length === 1 ? '' : 's'}\n${lines.join('\n')}`)
    this.name = 'CatalogError'
    this.problems = ordered
  }
}
