/**
 * A text with a change put in that is written like a diff without numbers: lines that begin with a space are there already, those with
 * "+" come in, those with "-" go. An empty line stands for an empty line that is there, "@@" for a jump to the next place.
 *
 * Throws an Error where the lines that should be there do not stand in the text exactly once.
 */
export const patched = (text: string, change: string, name: string): string =>
  change.split(/^@@.*\n/mu).reduce((before, hunk) => {
    const lines = hunk.replace(/\n$/u, '').split('\n')
    if (hunk.trim() === '') return before
    const old = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
    const next = lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1))
    const from = `\n${before}`.indexOf(`\n${old.join('\n')}\n`)
    if (from < 0) throw new Error(`${name} has no lines\n${old.join('\n')}`)
    if (`\n${before}`.indexOf(`\n${old.join('\n')}\n`, from + 1) >= 0)
      throw new Error(`${name} has more than once the lines\n${old.join('\n')}`)
    return `${before.slice(0, from)}${next.join('\n')}${before.slice(from + old.join('\n').length)}`
  }, text)
