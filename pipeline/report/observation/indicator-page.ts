import { h } from 'hastscript'
import type { IndicatorPart } from '../pages.ts'
import { reviewData } from '../review-data.ts'
import type { PageParts } from '../shell.ts'
import type { View } from '../view.ts'
import { sectionOf } from './section.ts'

/** A page of an indicator: its observations, each with its claims, checks and verdict. */
export const indicatorPage = (indicator: string, part: IndicatorPart, view: View): PageParts => {
  const { site, words } = view
  const rows = part.observations.map((id) => site.observations.get(id)!)
  return {
    kind: 'observation',
    title: words.indicator(indicator),
    trail: [['index.html', words.say('overview')]],
    data: reviewData(
      rows.flatMap(({ id }) => site.claimsOn(id)),
      view,
    ),
    main: [h('h1', words.indicator(indicator)), ...rows.map((row) => sectionOf(row, view))],
  }
}
