import type { Placed } from './placed.ts'
import { absolute, compare, multiply } from './rational.ts'
import { agreement } from './relate.ts'
import { groupedBy } from './restatement.ts'

/** Digits enough that an estimate is not met again by chance: a step of at most a thousandth of the figure. */
const isFine = ({ writing }: Placed): boolean =>
  writing?.value != null && compare(multiply(writing.granule, { n: 1000n, d: 1n }), absolute(writing.value)) <= 0

const isSame = (a: Placed, b: Placed): boolean => agreement(a.writing!, b.writing!)?.relation === 'identical'

/**
 * Figures that a text gives as actual, though they repeat an estimate of another text to the last digit while a third
 * text has another actual figure: "626,397" is the old estimate, printed again later as a fact. They stand as what they
 * are. A coarse figure may meet its estimate by being right, so it is left alone.
 */
export const withRepeatedEstimates = (placed: readonly Placed[]): Placed[] => {
  const repeated = new Set<Placed>()
  for (const group of groupedBy(
    placed.filter(({ key }) => key !== null),
    ({ key }) => key!,
  ).values()) {
    const estimates = group.filter((each) => each.is_estimate && isFine(each))
    if (estimates.length === 0) continue
    const actual = group.filter((each) => !each.is_estimate && each.claim.status !== 'target')
    const repeats = actual.filter((each) =>
      estimates.some((estimate) => estimate.claim.document !== each.claim.document && isSame(each, estimate)),
    )
    const others = actual.filter((each) => !repeats.includes(each))
    for (const each of repeats)
      if (others.some((other) => agreement(each.writing!, other.writing!) === null)) repeated.add(each)
  }
  return placed.map((each) =>
    repeated.has(each) ? { ...each, is_estimate: true, flags: [...each.flags, 'repeats_estimate'] } : each,
  )
}
