import { expect, test } from 'vitest'
import { reconcile } from '../../pipeline/reconcile/reconcile.ts'
import type { Claim, ClaimRow } from '../../schemas/claim.ts'
import { SourceFacts } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { documentOf, knowledge, percent, plain } from './sample.ts'

const sentence = { start: 0, end: 60, exact: 'the agency said in words of its own that it was so last year' }

/** A text of these claims, and the same text once more under another name. */
const twice = (claims: readonly Claim[]): { text: DocumentResult; copy: DocumentResult } => {
  const text = documentOf(
    'text_0',
    claims.map((each) => ({ ...each, sentence })),
  )
  const again = text.claims.map((each) => ({ ...each, id: `${each.id}_again`, document: 'text_9' }))
  return { text, copy: { ...text, document: 'text_9', claims: again as ClaimRow[] } }
}

const facts = { text_0: SourceFacts.parse({}), text_9: SourceFacts.parse({}) }

const told = (results: readonly DocumentResult[]) =>
  reconcile(results, facts, knowledge).observations.map(({ id, grade, obs_status }) => ({ id, grade, obs_status }))

test('two wholes of one text are two in its copy too', () => {
  const { text, copy } = twice([percent('33.0', { of: 'adults' }), percent('33.5', { of: 'labour_force' })])
  expect(told([text]).map(({ obs_status }) => obs_status)).toEqual(['A', 'A'])
  expect(told([text, copy])).toEqual(told([text]))
})

test('a text and its copy check each other no more than the text checks itself', () => {
  const growth = { indicator: 'register.members', of: null, measure: 'change', direction: 'increase' } as const
  const { text, copy } = twice([
    plain('160,000', { period: '2020-12-31' }),
    plain('162,000', { period: '2021' }),
    plain('163,000', { period: '2021' }),
    percent('1.0', { ...growth, baseline: '2020-12-31', period: '2021' }),
  ])
  expect(told([text]).map(({ grade }) => grade)).toContain('B')
  expect(told([text, copy])).toEqual(told([text]))
})
