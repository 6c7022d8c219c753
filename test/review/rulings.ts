import type { Decision } from '../../schemas/decision.ts'

const common = { reason: 'Seen.', by: 'Reviewer', on: '2026-11-22', evidence: 'a'.repeat(64), expect: {} }
const quote = { prefix: '', exact: '91.05%', suffix: '' }

export const choice = (key: string, id = `d_${key}`): Decision => ({
  id,
  ...common,
  action: 'choose',
  key,
  choose: 'c_1',
  quote,
})

export const rejection = (claim: string): Decision => ({
  id: `d_${claim}`,
  ...common,
  action: 'reject_claim',
  claim,
  quote,
})
