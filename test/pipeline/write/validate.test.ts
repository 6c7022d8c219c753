import { describe, expect, it } from 'vitest'
import { validate } from '../../../pipeline/write/validate.ts'
import { claimRow, dataset, documentRow, emptyDataset, relationRow } from './sample.ts'

describe('a dataset before it is written', () => {
  it('is let through where all holds', () => {
    expect(() => validate(dataset())).not.toThrow()
    expect(() => validate(emptyDataset)).not.toThrow()
  })

  it('is refused for a field of the wrong form, naming table, row, key and field', () => {
    expect(() =>
      validate(dataset({ documents: [documentRow(), documentRow({ document: 'b', sha256: 'x' })] })),
    ).toThrow(/documents row 1 \(b\): sha256: .*fault of Provenum/u)
    expect(() => validate(dataset({ claims: [claimRow({ value: '1e3' }), claimRow({ id: 'c_2' })] }))).toThrow(
      /claims row 0 \(c_1\): value/u,
    )
  })

  it('is refused for a field that no schema knows', () => {
    const extra = { ...documentRow(), colour: 'red' }
    expect(() => validate(dataset({ documents: [extra] }))).toThrow(/colour/u)
  })

  it('is refused where a key stands twice', () => {
    expect(() => validate(dataset({ claims: [claimRow(), claimRow()], relations: [] }))).toThrow(
      /claims row 1: the key \["c_1"\] stands there twice/u,
    )
  })

  it('is refused where a foreign key leads nowhere', () => {
    expect(() => validate(dataset({ relations: [relationRow({ claim_b: 'c_9' })] }))).toThrow(
      /relations row 0: claim_b "c_9" is not in claims/u,
    )
    expect(() => validate(dataset({ documents: [] }))).toThrow(/claims row 0: document "news\/a" is not in documents/u)
  })

  it('lets a foreign key be null', () => {
    expect(() => validate(dataset({ relations: [relationRow({ observation_id: null })] }))).not.toThrow()
  })
})
