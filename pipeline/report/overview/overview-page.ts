import type { Element } from 'hast'
import { h } from 'hastscript'
import { reviewData } from '../review-data.ts'
import type { PageParts } from '../shell.ts'
import type { View } from '../view.ts'
import { documentsSection, filesSection, indicatorsSection, legalSection } from './contents.ts'
import { datasetAbout } from './dataset-about.ts'
import { chartKey, headlineChart } from './headline-chart.ts'
import { headlineSeries } from './headlines.ts'
import { queueSection, reviewQueue } from './queue.ts'
import { trustSection } from './trust.ts'

const tile = (n: string, text: string, href: string, isWarning = false): Element =>
  h(
    'li',
    { className: isWarning && n !== '0' ? 'warns' : 'plain' },
    h('a', { href }, [h('b', n), ' ', h('span', text)]),
  )

/** The page that the report opens with: what was read, what waits for a reviewer, the main figures, and how far to trust them. */
export const overviewPage = (view: View): PageParts => {
  const { site, words } = view
  const { documents, claims, observations, conflicts, checks } = site.dataset
  const queue = reviewQueue(site)
  const series = headlineSeries(site)
  let failed = 0
  for (const { outcome, force } of checks) if (outcome === 'refutes' && force === 'hard') failed += 1
  const grouped = (n: number): string => words.figure(String(n))
  const tiles = [
    tile(grouped(documents.length), words.say('tile_documents', { n: documents.length }), '#documents'),
    tile(grouped(claims.length), words.say('tile_claims', { n: claims.length }), view.link('find.html')),
    tile(grouped(observations.length), words.say('tile_observations', { n: observations.length }), '#indicators'),
    tile(grouped(conflicts.length), words.say('tile_conflicts', { n: conflicts.length }), '#review', true),
    tile(grouped(failed), words.say('tile_failed', { n: failed }), '#review', true),
    tile(grouped(queue.length), words.say('tile_queue', { n: queue.length }), '#review', true),
  ]
  return {
    kind: 'overview',
    title: words.say('overview'),
    trail: [],
    data: reviewData([], view),
    about: datasetAbout(view),
    main: [
      h('header', { className: 'about' }, [
        h('h1', words.say('report')),
        h('p', { className: 'intro' }, words.say('intro')),
        h('ul', { className: 'tiles' }, tiles),
      ]),
      queueSection(queue, view),
      ...(series.length === 0
        ? []
        : [
            h('section', { id: 'headlines', ariaLabelledBy: 'title-headlines' }, [
              h('h2', { id: 'title-headlines' }, words.say('headlines')),
              h('p', { className: 'how' }, words.say('headlines_intro')),
              chartKey(view),
              h(
                'div',
                { className: 'headlines' },
                series.map((each) => headlineChart(each, view)),
              ),
            ]),
          ]),
      indicatorsSection(view),
      documentsSection(queue, view),
      legalSection(view),
      trustSection(view),
      filesSection(view),
    ],
  }
}
