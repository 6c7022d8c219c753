import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { rulingsOf } from '../rulings.ts'
import type { View } from '../view.ts'

/** What reviewers ruled on an observation. */
export const historyOf = (row: ObservationRow, view: View): Element[] => {
  const stale = row.flags.includes('decision_stale') ? row.decision_id : null
  const rulings = rulingsOf(view.site.decisionsOn(row.id), stale, view)
  return rulings.length === 0 ? [] : [h('h3', view.words.say('history')), ...rulings]
}
