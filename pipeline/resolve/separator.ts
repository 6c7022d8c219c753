import { chooseReading, type TestedReading } from '../../extractors/grammar/choose-reading.ts'
import { compareDecimal, scaleDecimal } from '../../extractors/grammar/decimal.ts'
import type { NumeralReading } from '../../extractors/grammar/numeral.ts'
import type { FormatTest } from '../../schemas/mention.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { populationOf } from './indicator.ts'
import { votesFor } from './separator-profile.ts'

type Outcome = TestedReading['tests'][number]
type Test = (reading: NumeralReading, draft: Draft, context: DocumentContext) => Omit<Outcome, 'test'>

const verdict = (holds: boolean, text: string): Omit<Outcome, 'test'> => ({ outcome: holds ? 'pass' : 'fail', text })
const silent = (text: string): Omit<Outcome, 'test'> => ({ outcome: 'n/a', text })

/** People in the world: more than that is no count of people anywhere. */
const world = '10000000000'
/** A level of so many percent is none. */
const mostPercent = '1000'
/** From this power of ten on people are counted in units of the scale word and parts of it: nobody has "11,238 million" members. */
const largeScale = 6

const isPeople = ({ kind, unit }: Draft, { people }: DocumentContext): boolean =>
  kind === 'count' && unit !== null && people.has(unit.split(' ').at(-1)!)

const powerOf = ({ mention, headerScale }: Draft): number => (mention.scale ?? 0) + (headerScale ?? 0)

/** "16,547" may be grouped or have three decimals; any other shape has one reading and does not come here. */
const grammar: Test = ({ name }) =>
  verdict(
    true,
    name === 'thousands' ? 'a group of three digits after one separator' : 'three decimals after one separator',
  )

/** "1.250 people" are 1250, and "23.450 dong": what is counted or paid without a scale word is whole. */
const integrality: Test = ({ name, value }, draft, { language }) => {
  if (powerOf(draft) > 0) return silent('it has a scale word')
  const shown = `${value} ${draft.unit ?? ''}`.trimEnd()
  if (draft.kind === 'count') return verdict(name === 'thousands', shown)
  // "$1.459" is what a litre costs; "500.000" is no price with three decimals, since nobody writes the last zero.
  const isWhole = language.units.get(draft.unit ?? '')?.whole === true || draft.mention.digits.endsWith('0')
  return draft.kind === 'money' && isWhole
    ? verdict(name === 'thousands', shown)
    : silent(`a ${draft.kind.replaceAll('_', ' ')} need not be whole`)
}

/** "11,238 million employees" of a country of 100 million; "37,125%" of all workers. */
const bound: Test = ({ value }, draft, context) => {
  if (isPeople(draft, context)) {
    const population = populationOf(draft, context)
    const most = population ?? world
    const where = population === null ? 'the world' : draft.place
    return verdict(compareDecimal(value, most) <= 0, `${value} against the population of ${where}, ${most}`)
  }
  if (draft.kind === 'percentage' && draft.measure === 'level')
    return verdict(compareDecimal(value, mostPercent) < 0, `${value}% against a level of ${mostPercent}%`)
  return silent('no bound is known')
}

/** "3,238 million employees" is no way to count people by the thousand million, and "1,400 million people" none to write 1.4 million. */
const scaleWord: Test = ({ name }, draft, context) => {
  if (powerOf(draft) < largeScale) return silent('no scale word that rules one out')
  if (!isPeople(draft, context)) return silent('thousands of this scale are usual')
  const endsInZeros = draft.mention.digits.endsWith('00')
  return name === 'thousands'
    ? verdict(false, 'people are not counted in thousands of millions')
    : verdict(!endsInZeros, endsInZeros ? 'decimals that end in 00' : 'three decimals of a million')
}

const plural = (count: number): string => `${count} ${count === 1 ? 'numeral' : 'numerals'}`

/** What the numerals of the text that leave no doubt look like; where they tell nothing, what is usual in its language. */
const profile: Test = ({ name }, { mention, reading }, context) => {
  const separator = mention.digits.includes(',') ? ',' : '.'
  const votes = votesFor(separator, context.separators)
  const [own, against] = [votes[name], votes[name === 'decimal' ? 'thousands' : 'decimal']]
  const usual = reading.scan.language.locale.numbers.decimal === separator ? 'decimal' : 'thousands'
  return own === against
    ? verdict(name === usual, `usual in this language is ${usual}; ${plural(own)} of the text for it, as many against`)
    : verdict(own > against, `${plural(own)} of the text for it, ${against} against`)
}

/** In the order in which they stand in `readings`; F5 and F7 need other figures, and come when claims are compared. */
const tests: readonly (readonly [FormatTest, Test])[] = [
  ['F1', grammar],
  ['F2', integrality],
  ['F3', bound],
  ['F4', scaleWord],
  ['F6', profile],
]

/**
 * Puts both readings of a numeral with one separator and three digits after it to the tests that need no other figure, and takes
 * the one that stands (method: section 5 of the reconciliation design). Both are kept, with every test and what it compared.
 */
export const resolveSeparator = (draft: Draft, context: DocumentContext): void => {
  const { readings, kind } = draft.mention
  if (readings.length < 2 || kind === 'legal_document') return
  draft.readings = readings.map(({ name, value }) => {
    const reading = { name, value: draft.headerScale === null ? value : scaleDecimal(value, draft.headerScale) }
    return { ...reading, tests: tests.map(([test, put]) => ({ test, ...put(reading, draft, context) })) }
  })
  const { chosen, flag } = chooseReading(draft.readings)
  draft.value = chosen?.value ?? null
  if (flag !== null) draft.flags.add(flag)
}
