import { UserError } from '../user-error.ts'
import { printable } from './printable.ts'

interface Row {
  readonly id: string
}

/** Ids that a message names before it only counts the rest. */
const mostNamed = 5

const listed = (rows: readonly Row[]): string => {
  const names = rows.slice(0, mostNamed).map(({ id }) => id)
  return `${names.join(', ')}${rows.length > mostNamed ? `, and ${rows.length - mostNamed} more` : ''}`
}

/** Letter, underscore and as many of the twelve digits as were typed. */
const idShape = /^[co]_[0-9a-f]+$/u

/**
 * The row of an id, or of a beginning that no other id has: "c_2ce6" for "c_2ce6a5ef3b7d". Throws UserError (2) with what to give instead;
 * `tables` are the names of the tables that the rows are from.
 */
export const rowOf = <Found extends Row>(
  rows: readonly Found[],
  id: string,
  tables: string,
  dataset: string,
): Found => {
  const exact = rows.find((row) => row.id === id)
  if (exact !== undefined) return exact
  const found = idShape.test(id) ? rows.filter((row) => row.id.startsWith(id)) : []
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new UserError(`${id} begins ${found.length} ids of ${dataset}: ${listed(found)}; give more of it.`, 2)
  if (idShape.test(id)) throw new UserError(`${id} is no id in ${tables} of ${dataset}; look it up there.`, 2)
  throw new UserError(
    `"${printable(id)}" is no id; those of claims are c_ and twelve of 0-9 and a-f, those of observations o_ and twelve. Look it up in ${tables} of ${dataset}.`,
    2,
  )
}
