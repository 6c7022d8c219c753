import { UserError } from '../user-error.ts'

/**
 * The text with what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->` replaced by `content` on lines of its own.
 * Throws UserError where the markers are not there, once each and in order.
 */
export const withSection = (text: string, name: string, content: string): string => {
  const start = `<!-- ${name}:start -->`
  const end = `<!-- ${name}:end -->`
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from || text.indexOf(start, from + 1) >= 0 || text.indexOf(end, to + 1) >= 0)
    throw new UserError(`the markers ${start} and ${end} must stand there once and in this order`)
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n${text.slice(to)}`
}
