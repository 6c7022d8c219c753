import type { Problem } from './catalog-error.ts'
import { baseProblems } from './checks/base.ts'
import { denominatorProblems } from './checks/denominators.ts'
import { idProblems } from './checks/ids.ts'
import { indicatorProblems } from './checks/indicators.ts'
import { placeProblems } from './checks/places.ts'
import { relationProblems } from './checks/relations.ts'
import type { Contents } from './read-files.ts'

/** The checks of what one entry says of another, one a file. */
const checks: readonly ((contents: Contents) => Problem[])[] = [
  idProblems,
  indicatorProblems,
  relationProblems,
  denominatorProblems,
  placeProblems,
  baseProblems,
]

/** Everything that does not fit together in files that are right by themselves. */
export const crossCheck = (contents: Contents): Problem[] => checks.flatMap((check) => check(contents))
