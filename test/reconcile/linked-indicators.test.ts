import { expect, test } from 'vitest'
import { linkedIndicators } from '../../pipeline/reconcile/linked-indicators.ts'
import { finerPartOf } from '../../pipeline/reconcile/partition.ts'
import type { Claim } from '../../schemas/claim.ts'
import { claim, knowledge } from './sample.ts'

const linked = linkedIndicators(knowledge)

test('what arithmetic joins, directly or through a whole, has one name', () => {
  const register = linked('register.members')
  expect(register).not.toBeNull()
  for (const other of ['register.coverage', 'private.members', 'public.coverage', 'labour_force', 'members'])
    expect(linked(other), other).toBe(register)
  expect(linked('support.amount')).toBe(linked('support.persons'))
  expect(linked('support.amount')).not.toBe(register)
})
test('what no relation names meets nothing else', () => {
  expect(linked('fund.debt')).toBeNull()
  expect(linked('office.time')).toBeNull()
})
const partOf = finerPartOf(knowledge)
const of = (fields: Partial<Claim>, facet: string | null = null): string =>
  partOf({ claim: claim(fields), facet, alone: null })

test('a claim of no indicator stays with its text, a share of what an indicator counts goes with that', () => {
  expect(of({ indicator: null, document: 'a' })).not.toBe(of({ indicator: null, document: 'b' }))
  expect(of({ indicator: null, document: 'a' })).toBe(of({ indicator: null, document: 'a', unit: 'percent' }))
  expect(of({ indicator: null, of: 'members' })).toBe(of({ indicator: 'private.coverage' }))
})
test('an indicator that nothing joins is parted by facet, one of several that are joined is not', () => {
  expect(of({ indicator: 'fund.debt' }, 'one')).not.toBe(of({ indicator: 'fund.debt' }, 'two'))
  expect(of({ indicator: 'support.amount' }, 'one')).toBe(of({ indicator: 'support.persons' }, 'two'))
})
