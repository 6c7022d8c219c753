import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate, type Scored, summary } from '../../../pipeline/evaluate/evaluation.ts'
import { type Floor, raised, readFloor, scoresOf } from '../../../pipeline/evaluate/floor.ts'
import { goldSets, projectSets } from '../../../pipeline/evaluate/sets.ts'

describe('the floor', () => {
  it('rises with every score and falls with none', () => {
    const floor = { a: { detection: 0.9, row: 0.5 }, b: { detection: 1, row: 1 } }
    expect(raised(floor, { a: { detection: 0.8, row: 0.6 }, c: { detection: 0.1, row: 0 } })).toEqual({
      a: { detection: 0.9, row: 0.6 },
      b: { detection: 1, row: 1 },
      c: { detection: 0.1, row: 0 },
    })
  })
})

describe('what is extracted from the gold texts', () => {
  let scored: Scored[]
  let floor: Floor
  beforeAll(async () => {
    scored = evaluate(await goldSets(await projectSets(), null))
    floor = await readFloor()
  })

  it('has every set scored and held to a floor', () => {
    expect(Object.keys(scoresOf(scored))).toEqual(expect.arrayContaining(['seeds', 'work']))
    expect(Object.keys(floor).sort()).toEqual(Object.keys(scoresOf(scored)).sort())
  })

  it('falls below no score that was reached before', () => {
    expect(raised(floor, scoresOf(scored))).toEqual(scoresOf(scored))
  })

  it('has no wrong offset', () => {
    expect(summary(scored)).toMatchObject({ wrongOffsets: 0 })
  })
})
