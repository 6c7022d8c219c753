import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../../catalog/compile.ts'
import { loadCatalog } from '../../../catalog/load.ts'
import { type DateOutcome, dateOutcomes, dateScore } from '../../../pipeline/evaluate/dates.ts'

describe('the dates of the own sentences', () => {
  let outcomes: readonly DateOutcome[]
  beforeAll(async () => {
    outcomes = dateOutcomes(compile(await loadCatalog()))
  })

  it('are sixty sentences and more, in both languages', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(60)
    expect(outcomes.filter(({ say }) => /[ăâđêôơư]/iu.test(say)).length).toBeGreaterThanOrEqual(20)
  })

  it('are read right, nineteen of twenty', () => {
    const { right, n } = dateScore(outcomes)
    expect(right / n).toBeGreaterThanOrEqual(0.95)
  })

  it('counts what is missing, what is wrong and what is read besides', () => {
    expect(dateScore([{ say: '', gold: ['2021'], read: [] }])).toEqual({ right: 0, n: 1 })
    expect(dateScore([{ say: '', gold: ['2021'], read: ['2022'] }])).toEqual({ right: 0, n: 1 })
    expect(dateScore([{ say: '', gold: ['2021'], read: ['2021', '2022'] }])).toEqual({ right: 1, n: 2 })
    expect(dateScore([{ say: '', gold: [null], read: [null] }])).toEqual({ right: 1, n: 1 })
  })
})
