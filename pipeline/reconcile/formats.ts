import { chooseReading } from '../../extractors/grammar/choose-reading.ts'
import { scaleDecimal } from '../../extractors/grammar/decimal.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Reading } from '../../schemas/mention.ts'
import type { Check } from '../../schemas/observation.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { endsFor } from './admissible.ts'
import { CorpusView } from './corpus-view.ts'
import { findingsOf } from './findings.ts'
import { bindIdentities } from './identities/bind.ts'
import type { Knowledge } from './knowledge.ts'
import { Ledger } from './ledger.ts'
import { placeTogether } from './place-document.ts'
import { type Placed, placeClaim } from './placed.ts'
import { compare, divide, parseDecimal, rational } from './rational.ts'
import { type Source, sourceOf } from './source.ts'

type Test = Reading['tests'][number]

/** Checks that tell nothing of the size of a figure: goals may be missed and passed. */
const tellsNothing = (check: Check): boolean =>
  check.relation === 'path' || check.outcome === 'uninformative' || check.outcome === 'untestable'

const names = ({ inputs, supports, refutes }: Check, id: string): boolean =>
  inputs.some((each) => each.endsWith(id)) || supports.includes(id) || refutes.includes(id)

/** What the declared relations say of the figures of one text, placed one by one. */
const checksOf = (claims: readonly Placed[], knowledge: Knowledge): Check[] => {
  const placed = placeTogether(claims, knowledge)
  const binding = { ledger: new Ledger(placed), knowledge, documents: [placed], settled: new Map() }
  const { facts } = findingsOf(new CorpusView(binding, bindIdentities(binding)), [])
  return facts.map(({ row }) => row).filter((check) => !tellsNothing(check))
}

/** Claims of one text whose other reading is put to its relations: each costs as much as the whole text does. */
const mostAsked = 200

/** The figures of one text put to its relations, as they are read and with one of them read otherwise. */
class Arithmetic {
  readonly usual: readonly Check[]
  readonly #placed: readonly Placed[]
  readonly #knowledge: Knowledge
  #asked = 0

  constructor({ claims }: DocumentResult, source: Source, knowledge: Knowledge) {
    this.#placed = claims.map((claim, order) => placeClaim(claim, order, source, knowledge))
    this.#knowledge = knowledge
    this.usual = checksOf(this.#placed, knowledge)
  }

  /** The checks with another claim in the place of one; none beyond the bound. */
  with(order: number, claim: Claim): readonly Check[] {
    this.#asked += 1
    if (this.#asked > mostAsked) return []
    const { source } = this.#placed[order]!
    return checksOf(this.#placed.with(order, placeClaim(claim, order, source, this.#knowledge)), this.#knowledge)
  }
}

/** Tests in order, a later one in the place of an earlier of its name. */
const merged = (tests: readonly Test[], more: readonly Test[]): Test[] =>
  [...tests.filter(({ test }) => !more.some((each) => each.test === test)), ...more].sort((a, b) =>
    a.test < b.test ? -1 : 1,
  )

/** The claim under another reading: value, steps and which reading is the chosen one. */
export const readAs = (claim: Claim, chosen: string | null, tests: readonly (readonly Test[])[] = []): Claim => {
  const readings = claim.readings.map((reading, at) => ({
    ...reading,
    chosen: reading.name === chosen,
    tests: merged(reading.tests, tests[at] ?? []),
  }))
  const value = readings.find((reading) => reading.chosen)?.value ?? null
  if (value === claim.value) return { ...claim, readings }
  const power = (rule: string): number => Number(/10\^(?<power>\d+)$/u.exec(rule)?.groups?.power ?? 0)
  const whole = claim.steps.reduce((sum, { op, rule }) => sum + (op === 'scale' ? power(rule) : 0), 0)
  let left = whole
  const steps = claim.steps.flatMap((step) => {
    if (step.op !== 'number' && step.op !== 'scale') return [step]
    if (value === null) return []
    if (step.op === 'number') return [{ ...step, out: scaleDecimal(value, -whole), rule: chosen ?? step.rule }]
    const before = scaleDecimal(value, -left)
    left -= power(step.rule)
    return [{ ...step, in: before, out: scaleDecimal(value, -left) }]
  })
  return { ...claim, value, readings, steps }
}

/**
 * F5: the relations of the catalog with other figures of the text, under each reading. A reading falls where it is refuted and the
 * other is not: 4,322 billion for 11.238 million people is 384,588 each, but 4.322 billion would be 385.
 */
const identityTests = (claim: Claim, order: number, arithmetic: Arithmetic): Test[][] | null => {
  const { usual } = arithmetic
  if (!usual.some((check) => names(check, claim.id))) return null
  const isOpen = isUndecided(claim)
  const under = claim.readings.map(({ name, chosen }) => {
    // One that fell already need not be asked again.
    const checks = chosen ? usual : isOpen ? arithmetic.with(order, readAs(claim, name)) : []
    const own = checks.filter((check) => names(check, claim.id))
    return { own, refuting: own.filter(({ outcome }) => outcome === 'refutes') }
  })
  return under.map(({ own, refuting }, at): Test[] => {
    // A reading that no relation takes up any more is not borne out by them: a part read a thousand times too small is no longer the total.
    const isOtherRefuted = under.some(
      (each, index) => index !== at && (each.refuting.length > 0 || each.own.length === 0),
    )
    const shown = (refuting.length > 0 ? refuting : own).map(({ text }) => text).sort()[0]
    if (shown === undefined) return []
    const outcome = refuting.length === 0 ? 'pass' : isOtherRefuted || !isOpen ? 'n/a' : 'fail'
    return [{ test: 'F5', outcome, text: shown }]
  })
}

/** Whether both readings are still possible. */
const isUndecided = ({ readings }: Claim): boolean =>
  readings.length > 1 &&
  readings.every(
    ({ tests }) => !tests.some(({ test, outcome }) => test !== 'F6' && test !== 'F4' && outcome === 'fail'),
  )

/** F3 again, now that the indicator is known: 395.4 percent of a share that ends at 100, more members than people. */
const boundTests = (claim: Claim, knowledge: Knowledge): Test[][] => {
  const { min, max } = endsFor(claim, knowledge)
  return claim.readings.map(({ value, tests }): Test[] => {
    if (claim.measure !== 'level' || max === null) return []
    if (tests.some(({ test, outcome }) => test === 'F3' && outcome === 'fail')) return []
    const [size, least, most] = [parseDecimal(value), parseDecimal(min ?? '0'), parseDecimal(max)]
    const isBeyond = compare(size, most) > 0 || compare(size, least) < 0
    return [
      {
        test: 'F3',
        outcome: isBeyond ? 'fail' : 'pass',
        text: `${value} against the bound of ${claim.indicator}, ${max}`,
      },
    ]
  })
}

const [half, twice] = [rational(1n, 2n), rational(2n)]
/** A figure of the same series is at most about twice as large; one that is a thousand times as large has another separator. */
const sizeOf = (value: string, other: string): 'alike' | 'thousandfold' | 'neither' => {
  const [a, b] = [parseDecimal(value), parseDecimal(other)]
  if (a.n <= 0n || b.n <= 0n) return 'neither'
  const ratio = divide(a, b)
  const isBetween = (factor: bigint, into: boolean): boolean => {
    const by = into ? divide(ratio, rational(factor)) : divide(rational(1n, factor), ratio)
    return compare(by, half) >= 0 && compare(by, twice) <= 0
  }
  if (isBetween(1n, true)) return 'alike'
  return isBetween(1000n, true) || isBetween(1000n, false) ? 'thousandfold' : 'neither'
}

const isOfSeries = (claim: Claim, other: Claim): boolean =>
  other !== claim &&
  other.readings.length === 0 &&
  other.value !== null &&
  other.indicator === claim.indicator &&
  other.measure === claim.measure &&
  other.kind === claim.kind &&
  other.unit === claim.unit &&
  other.place === claim.place &&
  other.of === claim.of

/** F7: a figure of the same series that leaves no doubt: 395,472 billion beside 395.472 trillion, or beside last year's 370 trillion. */
const seriesTests = (claim: Claim, result: DocumentResult): Test[][] => {
  const companions = claim.measure === 'level' ? result.claims.filter((other) => isOfSeries(claim, other)) : []
  return claim.readings.map(({ value }): Test[] => {
    const sizes = companions.map((other) => ({ other, size: sizeOf(value, other.value!) }))
    const of = (wanted: string) => sizes.find(({ size }) => size === wanted)?.other
    const [alike, thousandfold] = [of('alike'), of('thousandfold')]
    const shown = alike ?? thousandfold
    if (shown === undefined || (alike !== undefined && thousandfold !== undefined)) return []
    return [
      {
        test: 'F7',
        outcome: alike === undefined ? 'fail' : 'pass',
        text: `${value} beside ${shown.selector.exact.replace(/\s+/gu, ' ')}`,
      },
    ]
  })
}

const none = (test: 'F5' | 'F7', text: string): Test[][] => [
  [{ test, outcome: 'n/a', text }],
  [{ test, outcome: 'n/a', text }],
]

const filled = (found: readonly (readonly Test[])[] | null, test: 'F5' | 'F7', text: string): Test[][] =>
  none(test, text).map((usual, at) => [...((found?.[at] ?? []).length > 0 ? found![at]! : usual)])

/**
 * Puts both readings of every numeral with an ambiguous separator to the tests that need other figures of the text (F5, F7), and
 * decides with all tests together (method: section 5 of the reconciliation design). What resolving chose stands unless these tell
 * otherwise; where nothing is possible the value is null, flagged `format_impossible`.
 */
export const settleFormats = (result: DocumentResult, knowledge: Knowledge): DocumentResult => {
  const isOpen = ({ readings }: Claim): boolean => readings.length > 0
  if (!result.claims.some(isOpen)) return result
  const isRelated = result.claims.some((claim) => isUndecided(claim) && claim.indicator !== null)
  const arithmetic = isRelated ? new Arithmetic(result, sourceOf(result, {}, knowledge), knowledge) : null
  const claims = result.claims.map((claim, order): Claim => {
    if (!isOpen(claim)) return claim
    const series = claim.indicator === null ? null : seriesTests(claim, result)
    const identities = claim.indicator === null || arithmetic === null ? null : identityTests(claim, order, arithmetic)
    const F3 = claim.indicator === null ? [] : boundTests(claim, knowledge)
    const F5 = filled(identities, 'F5', 'no relation with another figure of the text')
    const F7 = filled(series, 'F7', 'no other figure of its series')
    const tests = F5.map((each, at) => [...(F3[at] ?? []), ...each, ...F7[at]!])
    const tested = readAs(claim, null, tests)
    const { chosen, flag } = chooseReading(tested.readings)
    const flags = claim.flags.filter((each) => !each.startsWith('format_'))
    return {
      ...readAs(claim, chosen?.name ?? null, tests),
      flags: flag === null ? flags : [...flags, flag].sort(),
    }
  })
  return { ...result, claims }
}
