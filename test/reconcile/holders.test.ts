import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Holders } from '../../pipeline/reconcile/holders.ts'

it('holders of runs are those that were added, in order, whatever the runs', () => {
  const entry = fc.tuple(fc.oneof(fc.nat(9), fc.maxSafeNat()), fc.nat(5))
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3_000, size: 'max' }), (entries) => {
      const [holders, known] = [new Holders(), new Map<number, number[]>()]
      for (const [run, text] of entries) {
        holders.add(run, text)
        known.set(run, [...(known.get(run) ?? []), text])
      }
      for (const [run, texts] of known) expect([...holders.of(run)]).toEqual(texts)
      expect([...holders.of(10.5)]).toEqual([])
    }),
    { numRuns: 20 },
  )
})
