import { type CheckFact, endsOf, scopeOf } from './check-row.ts'
import { predictGap, predictGapInPercent } from './identities/gap.ts'
import { type Interval, intersect } from './interval.ts'
import { type KeyParts, keyOf, shortId } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import { type Ledger, levelKey, type Quantity } from './ledger.ts'
import type { Placed } from './placed.ts'
import { printInterval, said } from './print-interval.ts'
import { divide, multiply, parseDecimal, type Rational } from './rational.ts'
import { byFineness } from './value-set.ts'

type Unit = 'percentage_point' | 'percent'

/** What a gap or change of a share leads to, read as points and read as percent, and what speaks for either. */
interface Reading {
  readonly points: Interval
  readonly percent: Interval
  readonly unit: Unit
  readonly level: Placed
  readonly change: Placed
  /** The figures that decided: those of the goal or the base year; none where only roundness spoke. */
  readonly against: readonly Placed[]
}

/** Whether an interval holds a multiple of the step above zero. A goal is stipulated, and hence round. */
const holdsRound = ({ low, high, openLow, openHigh }: Interval, step: Rational): boolean => {
  if (high.n <= 0n) return false
  const first = divide(low, step)
  const n = first.n <= 0n ? 1n : openLow ? first.n / first.d + 1n : (first.n + first.d - 1n) / first.d
  const multiple = multiply({ n, d: 1n }, step)
  const [left, right] = [multiple.n * high.d, high.n * multiple.d]
  return left < right || (left === right && !openHigh)
}

const chosen = (points: boolean, percent: boolean): Unit | null =>
  points === percent ? null : points ? 'percentage_point' : 'percent'

const read = (
  level: Placed,
  change: Placed,
  against: readonly Placed[],
  isGap: boolean,
  step: Rational,
): Reading | null => {
  const known = (role: string): Interval | null =>
    role === 'level' ? level.writing!.meant : role === 'gap' ? change.writing!.meant : null
  const [points, percent] = [predictGap('target', known), predictGapInPercent('target', known)]
  if (points === null || percent === null) return null
  const fits = (a: Interval): boolean => against.some(({ writing }) => intersect(writing!.meant, a) !== null)
  const unit =
    against.length > 0
      ? chosen(fits(points), fits(percent))
      : isGap
        ? chosen(holdsRound(points, step), holdsRound(percent, step))
        : null
  return unit === null ? null : { points, percent, unit, level, change, against }
}

/** The levels of a share that a change or gap speaks of, in the same text. */
const levelsBeside = (change: Placed, ledger: Ledger): Placed[] =>
  ledger
    .keys({ indicator: change.parts!.indicator, measure: 'level', class: 'outcome' })
    .filter(
      (each) =>
        each.unit === 'percent' &&
        each.place === change.parts!.place &&
        each.facet === change.parts!.facet &&
        each.period === change.parts!.period,
    )
    .flatMap((each) => ledger.claimsOf(keyOf(each)))
    .filter(({ claim }) => claim.document === change.claim.document)

/** Figures of the goal that a gap is measured from, or of the base year of a change, in any text. */
const referencesOf = (parts: KeyParts, level: KeyParts, ledger: Ledger): readonly Placed[] =>
  ledger.claimsOf(
    parts.measure === 'gap'
      ? levelKey(level, { class: 'target', period: level.period.slice(-10) })
      : levelKey(level, { period: parts.baseline ?? '' }),
  )

const factOf = ({ points, percent, unit, level, change, against }: Reading, knowledge: Knowledge): CheckFact => {
  const { print, round_step: step } = knowledge.reconciliation
  const shown = (a: Interval): string => printInterval(a, 'percent', print)
  const why = against.length > 0 ? said(against.toSorted(byFineness)[0]!) : `a multiple of ${step}`
  const text = `${said(level)} and ${said(change)} lead to ${shown(points)} if read as points, to ${shown(percent)} if as percent; only ${unit === 'percentage_point' ? 'points' : 'percent'} fit ${why}`
  const claims = [level, change, ...against]
  const { scope, documents } = scopeOf(claims)
  const inputs = [
    `level:${level.claim.id}`,
    `change:${change.claim.id}`,
    ...against.map(({ claim }) => `reference:${claim.id}`),
  ]
  const ends = endsOf(unit === 'percentage_point' ? points : percent)
  return {
    row: {
      id: shortId('k', ['change_unit', ...inputs].join('\n')),
      relation: 'change_unit',
      scope,
      observation_id: null,
      force: 'soft',
      documents,
      inputs,
      predicted_low: ends.low,
      predicted_high: ends.high,
      observed_low: null,
      observed_high: null,
      outcome: 'compatible',
      margin: null,
      supports: [],
      refutes: [],
      text,
    },
    identity: null,
    role: null,
    operands: new Map(),
    predicted: null,
    quantity: null,
    rests: new Set(claims.map(({ claim }) => claim.id)),
  }
}

export interface SettledUnits {
  /** Key of a change or gap -> the unit in which it holds, proved by the figure of the goal or the base year. */
  readonly proved: ReadonlyMap<Quantity, Unit>
  /** The same, with those that only roundness or a neighbour speaks for: shown, and never used to check a figure. */
  readonly inferred: ReadonlyMap<Quantity, Unit>
  readonly facts: readonly CheckFact[]
}

/** The unit of each key, where all readings of it lead to one. */
const unanimous = (readings: readonly { change: Placed; unit: Unit }[]): Map<Quantity, Unit> => {
  const units = new Map<Quantity, Set<Unit>>()
  for (const { change, unit } of readings) units.set(change.key!, (units.get(change.key!) ?? new Set()).add(unit))
  return new Map(
    [...units].flatMap(([key, found]): [Quantity, Unit][] => (found.size === 1 ? [[key, [...found][0]!]] : [])),
  )
}

const isBeside = (a: Placed, b: Placed): boolean =>
  a.claim.document === b.claim.document &&
  a.claim.indicator === b.claim.indicator &&
  a.claim.sentence.start === b.claim.sentence.start

/**
 * Settles whether a change or gap of a share ("exceeding the target by 7%") is in points or in percent: by the figure of
 * the goal or the base year where a text states one; else (for a goal) by which reading leads to a round number. Where
 * texts settle one key both ways it stays open. A change without evidence of its own follows its neighbour in the sentence.
 */
export const settleUnits = (
  ledger: Ledger,
  documents: readonly (readonly Placed[])[],
  knowledge: Knowledge,
): SettledUnits => {
  const step = parseDecimal(knowledge.reconciliation.round_step)
  const open = documents
    .flat()
    .filter((each) => each.change_unit === 'ambiguous' && each.parts?.alone === null && each.claim.unit === 'percent')
  const readings = open.flatMap((change) =>
    levelsBeside(change, ledger).flatMap((level) => {
      const against = referencesOf(change.parts!, level.parts!, ledger)
      const found = read(level, change, against, change.claim.measure === 'gap', step)
      return found === null ? [] : [found]
    }),
  )
  const own = new Set(readings.map(({ change }) => change.key))
  const following = open
    .filter(({ key }) => !own.has(key))
    .flatMap((change) => {
      const neighbour = readings.find((each) => isBeside(each.change, change))
      return neighbour === undefined ? [] : [{ change, unit: neighbour.unit }]
    })
  return {
    proved: unanimous(readings.filter(({ against }) => against.length > 0)),
    inferred: unanimous([...readings, ...following]),
    facts: readings.map((reading) => factOf(reading, knowledge)),
  }
}
