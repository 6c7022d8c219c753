import { describe, expect, it } from 'vitest'
import { localStages } from '../../pipeline/local-stages.ts'
import { historyOf } from '../../pipeline/report/observation/history.ts'
import { siteOf } from '../../pipeline/report/site.ts'
import { viewOf } from '../../pipeline/report/view.ts'
import { wordsOf } from '../../pipeline/report/words.ts'
import type { Decision } from '../../schemas/decision.ts'
import type { ObservationRow } from '../../schemas/observation.ts'
import { claimRow, emptyDataset, observationRow } from '../pipeline/write/sample.ts'
import { textOf } from './hast-text.ts'

const { catalog } = await localStages.load()

const ruling = (fields: object): Decision =>
  ({
    id: 'd_1',
    reason: 'Seen in the report.',
    by: 'Reviewer',
    on: '2026-11-22',
    action: 'choose',
    key: 'o_1',
    choose: 'c_1',
    quote: { prefix: '', exact: '16.547 million', suffix: '' },
    evidence: 'e',
    expect: {},
    ...fields,
  }) as unknown as Decision

const historyText = (row: ObservationRow, decisions: readonly Decision[]): string[] => {
  const dataset = { ...emptyDataset, claims: [claimRow({ id: 'c_1', observation_id: row.id })], observations: [row] }
  const site = siteOf({
    dataset,
    catalog,
    version: '1',
    decisions,
    method: { rules: new Map(), translated: new Map(), scores: null },
  })
  const [, list] = historyOf(row, viewOf(site, wordsOf(catalog, 'en'), ['en'], 'observations/x.html'))
  return list === undefined ? [] : list.children.map((each) => textOf(each))
}

describe('the history of an observation', () => {
  const row = observationRow({ id: 'o_1', decision_id: 'd_2', flags: ['decision_stale'] })

  it('has its rulings by their days: who, what, why', () => {
    const said = historyText(row, [
      ruling({ id: 'd_2', on: '2026-11-23', by: 'Second', reason: 'Later.' }),
      ruling({ id: 'd_1', by: 'First', action: 'flag', flag: 'needs_source' }),
      ruling({ id: 'd_3', on: '2026-11-24', by: 'Third', action: 'reject_claim', claim: 'c_1', reason: 'Misread.' }),
      ruling({ id: 'd_4', key: 'o_other' }),
    ])
    // A rejected claim is on no observation: its own sheet says who rejected it.
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^2026-11-22 First: .*needs source\. Seen in the report\. d_1$/u)
    expect(said[1]).toMatch(/^2026-11-23 Second: .*16\.547 million\. Later\. d_2/u)
  })

  it('says which ruling rests on evidence that has changed', () => {
    const words = wordsOf(catalog, 'en')
    const said = historyText(row, [ruling({ id: 'd_2' }), ruling({ id: 'd_1' })])
    expect(said.map((each) => each.includes(words.term('flag', 'decision_stale')))).toEqual([true, false])
  })

  it('is not there where nobody ruled', () => {
    expect(historyText(row, [])).toEqual([])
  })
})
