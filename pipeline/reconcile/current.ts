import type { Placed } from './placed.ts'
import { agreement } from './relate.ts'
import { groupedBy, statementOf } from './restatement.ts'
import { standing } from './standing.ts'
import { actualOf } from './value-set.ts'

/** Beyond so many different statements of one key their vintages are not sorted out. */
const mostStatements = 100

/**
 * The claims of one key that nothing has superseded: without an estimate whose actual is known, without the older of two
 * goals, without what its own origin later replaced. Arithmetic is done with these alone, since an older vintage is
 * another figure and not an error.
 */
export const current = (claims: readonly Placed[]): readonly Placed[] => {
  const actual = actualOf(claims)
  const statements = [...groupedBy(actual, (each) => `${statementOf(each)} ${each.source.document}`).values()]
  if (statements.length < 2 || statements.length > mostStatements) return actual
  const isOld = ([figure]: readonly Placed[]): boolean =>
    statements.some(([other]) => {
      if (other === figure || agreement(figure!.writing!, other!.writing!) !== null) return false
      return standing(figure!, other!)?.later === 'b'
    })
  return statements.filter((statement) => !isOld(statement)).flat()
}
