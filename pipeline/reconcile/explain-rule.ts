import type { CheckFact } from './check-row.ts'
import type { Court } from './contest.ts'
import { refutationText } from './explain-figures.ts'
import type { Keyed } from './keyed.ts'
import { losersOf } from './keyed.ts'
import type { Placed } from './placed.ts'
import { said } from './print-interval.ts'
import { countOrigins, countReports } from './rules/r7-corroboration.ts'
import { evidenceOf } from './rules/rule.ts'

/** What a sentence is filled from: a decided key, what arithmetic says of it, and who can answer more. */
export interface Told {
  readonly keyed: Keyed
  readonly winner: Placed
  readonly rivals: readonly Placed[]
  readonly facts: readonly CheckFact[]
  readonly court: Court
}

const list = (items: readonly string[]): string => [...new Set(items)].join(', ')

/** Facts that refute a rival and rest on nothing that the cheapest repair sets aside, those of a text or share first. */
export const refutations = ({ keyed, facts, court }: Told, rival: Placed): CheckFact[] => {
  const [cheapest] = court.triangulation(keyed.key).repair.cheapest
  const aside = new Set(cheapest?.flatMap((figure) => figure.claims.map(({ claim }) => claim.id)))
  const order = ['share', 'sum', 'growth', 'delta', 'gap']
  return facts
    .filter(
      ({ row, rests }) =>
        row.force === 'hard' && row.refutes.includes(rival.claim.id) && ![...rests].some((id) => aside.has(id)),
    )
    .sort((a, b) => order.indexOf(a.row.relation) - order.indexOf(b.row.relation))
}

const byInstrument = ({ winner, rivals }: Told): string =>
  winner.claim.status === 'target'
    ? `it was set later, by ${winner.instrument} of ${winner.adopted}, than ${list(rivals.map((rival) => `${said(rival)} by ${rival.instrument} of ${rival.adopted}`))}`
    : `${list(rivals.map(said))} ${rivals.length > 1 ? 'are estimates' : 'is an estimate'}`

const byClass = ({ winner, rivals }: Told): string =>
  `it is said by ${winner.source.origin ?? 'an unknown origin'} (class ${winner.source.origin_class}), the other${rivals.length > 1 ? 's' : ''} by ${list(rivals.map(({ source }) => `${source.origin ?? 'an unknown origin'} (class ${source.origin_class})`))}`

const byArithmetic = (told: Told): string => {
  const texts = told.rivals.flatMap((rival) => {
    const [fact] = refutations(told, rival)
    return fact === undefined ? [] : [refutationText(fact, rival, told.court.corpus)]
  })
  return texts.length > 0
    ? texts.join('. ')
    : `without ${list(told.rivals.map(said))} all other figures of its place and day agree`
}

const number = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const counted = (claims: readonly Placed[]): string =>
  `${number(countOrigins(claims), 'origin')} and ${number(countReports(claims), 'report')}`

/** "37.35% breaks", "37.35%, 38.35% break". */
const verb = (subjects: readonly unknown[], one: string, many: string): string => (subjects.length > 1 ? many : one)

const because: Readonly<Record<string, (told: Told) => string>> = {
  R0: ({ keyed }) => `a reviewer chose it (${keyed.decision?.id})`,
  R1: ({ rivals }) =>
    `${list(rivals.map(said))} ${verb(rivals, 'breaks a bound, or is refuted by the other figures of its own text', 'break a bound, or are refuted by the other figures of their own texts')}`,
  R2: byInstrument,
  R3: byClass,
  R4: ({ winner, rivals }) => `${winner.source.origin} said it after the other${verb(rivals, '', 's')}`,
  R5: byArithmetic,
  R7: ({ keyed }) =>
    `it is said by ${counted(evidenceOf(keyed.winner!))}, the other${verb(losersOf(keyed), '', 's')} by ${losersOf(
      keyed,
    )
      .map((each) => counted(evidenceOf(each)))
      .join('; ')}`,
  R8: () => 'it is written to a finer step, and nothing else separates them',
}

/** Why the rule that decided chose as it did, in words; empty where there was nothing to decide. */
export const ruleText = (told: Told): string => {
  const rule = told.keyed.verdict?.decidedBy ?? null
  return rule === null ? '' : (because[rule]?.(told) ?? rule)
}

/** Rules that would have chosen otherwise: "R5 and R6 stand against it". */
export const againstText = ({ keyed }: Told): string => {
  const against = keyed.verdict?.against ?? []
  const last = against.at(-1)
  if (last === undefined) return ''
  const names = against.length === 1 ? last : `${against.slice(0, -1).join(', ')} and ${last}`
  return `${names} ${verb(against, 'stands', 'stand')} against it`
}
