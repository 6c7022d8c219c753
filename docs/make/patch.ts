/** Where the lines stand in the text, as numbers of its lines. */
const places = (text: readonly string[], lines: readonly string[]): number[] =>
  text.flatMap((_, at) => (lines.every((line, index) => text[at + index] === line) ? [at] : []))

/**
 * A text with a change put in that is written like a diff without numbers: lines that begin with a space are there already, those with
 * "+" come in, those with "-" go. "@@" stands between two places.
 *
 * Throws an Error where the lines that should be there do not stand in the text exactly once.
 */
export const patched = (text: string, change: string, name: string): string =>
  change
    .split(/^@@.*\n/mu)
    .reduce((before: readonly string[], hunk) => {
      const lines = hunk.replace(/\n$/u, '').split('\n')
      const old = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
      const next = lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1))
      const found = places(before, old)
      if (found.length !== 1)
        throw new Error(`${name} has ${found.length === 0 ? 'no' : 'more than once the'} lines\n${old.join('\n')}`)
      return [...before.slice(0, found[0]), ...next, ...before.slice(found[0]! + old.length)]
    }, text.split('\n'))
    .join('\n')
