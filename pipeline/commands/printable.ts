/** Control characters (but for the line end), and those that turn the direction of text. */
const unsafe = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

const escaped = (character: string): string => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`

/** Text that a terminal shows and does not obey: "a\u001b[2J.txt" for a name that would clear the screen. Line ends are escaped too. */
export const printable = (text: string): string => text.replace(unsafe, escaped)

/** The same for text of several lines. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

/** JSON on one line, safe to show. */
export const printableJson = (value: unknown): string => printable(JSON.stringify(value))
