import type { Check } from '../../schemas/observation.ts'
import { namedDocuments } from './by-document.ts'
import { type CheckFact, endsOf, scopeOf } from './check-row.ts'
import type { CorpusView } from './corpus-view.ts'
import type { DocumentView } from './document-view.ts'
import type { Identity } from './identities/identity.ts'
import { distance, type Interval, intersect, width } from './interval.ts'
import { shortId } from './key.ts'
import type { Quantity } from './ledger.ts'
import { predicted } from './narrow.ts'
import { printInterval } from './print-interval.ts'
import { printSignificant } from './print-rational.ts'
import { compare, greater, multiply } from './rational.ts'
import { groupedBy } from './restatement.ts'

/** One way in which a text lets a quantity be solved that no text states. */
interface Route {
  readonly identity: Identity
  readonly interval: Interval
  readonly claims: readonly string[]
}

/** Every route from what the text itself states. Two of one relation from the same claims are one. */
const routesIn = (view: DocumentView, quantity: Quantity): Route[] => {
  const found = new Map<string, Route>()
  for (const identity of view.solversOf(quantity)) {
    if (!identity.confirms) continue
    for (const [role, each] of identity.roles) {
      if (each !== quantity) continue
      const domain = predicted(identity, role, view.stated)
      if (domain === null) continue
      const claims = [...new Set([...domain.low, ...domain.high])].sort()
      found.set(claims.join(), { identity, interval: domain.interval, claims })
    }
  }
  return [...found.values()]
}

const common = (intervals: readonly Interval[]): Interval | null =>
  intervals.reduce<Interval | null>((all, each, at) => (at === 0 ? each : all && intersect(all, each)), null)

/** A route says something where its interval is narrower than a tenth of the quantity. */
const isTight = ({ low, high }: Interval): boolean =>
  compare(multiply(width({ low, high, openLow: false, openHigh: false }), { n: 10n, d: 1n }), low) <= 0

const widestGap = (intervals: readonly Interval[]): string =>
  printSignificant(intervals.flatMap((a) => intervals.map((b) => distance(a, b))).reduce(greater), 2)

/** A latent quantity taken apart: what, where, and the day it is of. */
export const latentParts = (quantity: Quantity): { what: string; place: string; day: string } => {
  const parts = quantity.split('|')
  return quantity.startsWith('latent|')
    ? { what: parts[1]!, place: parts[2]!, day: parts[3]! }
    : { what: parts[0]!, place: parts[3]!, day: parts[9]!.slice(-10) }
}

/** A latent quantity as an input of a check: "labour force VN 2021-12-31". */
const titleOf = (quantity: Quantity, name?: string): string => {
  const { what, place, day } = latentParts(quantity)
  return [name ?? what.replaceAll('_', ' '), place, day].filter((each) => each !== '').join(' ')
}

/** What it is called in a sentence, an indicator by its label: "Social insurance participants VN 2020-12-31". */
const saidOf = (quantity: Quantity, { binding }: CorpusView): string =>
  titleOf(quantity, binding.knowledge.indicators.get(latentParts(quantity).what)?.label.en)

/** What texts lead to, each interval once and with the texts that do: "97.6–97.7 million (a, b); 97.566–97.687 million (c)". */
const shownByText = (printed: readonly string[], texts: readonly string[]): string =>
  [...groupedBy(texts.keys(), (at) => printed[at]!)]
    .map(([interval, each]) => `${interval} (${namedDocuments(each.map((at) => texts[at]!)).join(', ')})`)
    .join('; ')

/** The row for several intervals of one quantity: they agree where something is left of them all. */
const rowOf = (
  corpus: CorpusView,
  quantity: Quantity,
  intervals: readonly Interval[],
  claims: readonly string[],
  unit: string | null,
  subject: string,
  texts: readonly string[] = [],
): CheckFact => {
  const left = common(intervals)
  const { print } = corpus.binding.knowledge.reconciliation
  const { scope, documents } = scopeOf(claims.map((id) => corpus.claim(id)))
  const printed = intervals.map((each) => printInterval(each, unit, print))
  const shown = texts.length === 0 ? printed.join('; ') : shownByText(printed, texts)
  const outcome: Check['outcome'] =
    intervals.length < 2
      ? 'uninformative'
      : left === null
        ? 'refutes'
        : intervals.filter(isTight).length > 1
          ? 'supports'
          : 'compatible'
  const end =
    left === null
      ? 'nothing fits all'
      : intervals.length < 2
        ? 'derived only'
        : `all fit ${printInterval(left, unit, print)}`
  const inputs = claims.map((claim) => `from:${claim}`)
  const ends = endsOf(left)
  return {
    row: {
      id: shortId('k', ['latent', quantity, scope, documents.join(';'), inputs.join(';')].join('\n')),
      relation: 'latent',
      scope,
      observation_id: null,
      force: 'hard',
      documents,
      inputs: [`whole:${titleOf(quantity)}`, ...inputs],
      predicted_low: ends.low,
      predicted_high: ends.high,
      observed_low: null,
      observed_high: null,
      outcome,
      margin: left === null ? widestGap(intervals) : null,
      supports: outcome === 'supports' ? [...claims] : [],
      refutes: [],
      text: `${saidOf(quantity, corpus)} ${subject}: ${shown}; ${end}`,
    },
    identity: null,
    role: null,
    operands: new Map(),
    predicted: left,
    quantity,
    rests: new Set(claims),
  }
}

const unitOfRoutes = (routes: readonly Route[], quantity: Quantity): string | null =>
  quantity.startsWith('latent|') || routes.length === 0 ? null : (quantity.split('|')[5] ?? null)

export interface LatentChecks {
  readonly facts: readonly CheckFact[]
  /** What all texts together say of each quantity that none states; null where they contradict one another. */
  readonly found: ReadonlyMap<Quantity, Interval | null>
  /** What each text says of it: quantity -> document -> interval. */
  readonly perText: ReadonlyMap<Quantity, ReadonlyMap<string, Interval>>
}

const claimsOf = (routes: readonly Route[]): string[] => [...new Set(routes.flatMap(({ claims }) => claims))].sort()

/** Wholes that the catalog declares are shown even where a single route leads to them. */
const isDeclared = (corpus: CorpusView, quantity: Quantity): boolean =>
  quantity.startsWith('latent|') &&
  corpus.binding.knowledge.relations.some((each) => each.type === 'latent' && each.of === quantity.split('|')[1])

/**
 * Quantities that no text states (a labour force, a base year, a rate of exchange): whether the routes within a text
 * agree on one, and whether the texts do. Where texts do not, they speak of different wholes.
 */
export const latentChecks = (corpus: CorpusView): LatentChecks => {
  const facts: CheckFact[] = []
  const found = new Map<Quantity, Interval | null>()
  const byText = new Map<Quantity, Map<string, Interval>>()
  const latents = new Set(corpus.identities.flatMap(({ roles }) => [...roles.values()]))
  for (const quantity of latents) {
    if (corpus.claimsOf(quantity).length > 0) continue
    const perText: { document: string; interval: Interval; claims: string[] }[] = []
    let unit: string | null = null
    for (const view of corpus.viewsOn(quantity)) {
      const routes = routesIn(view, quantity)
      if (routes.length === 0) continue
      unit = unitOfRoutes(routes, quantity)
      const intervals = routes.map(({ interval }) => interval)
      if (routes.length > 1 || isDeclared(corpus, quantity)) {
        facts.push(
          rowOf(
            corpus,
            quantity,
            intervals,
            claimsOf(routes),
            unit,
            `by ${routes.map(({ identity }) => identity.relation).join(', ')}`,
          ),
        )
      }
      const left = common(intervals)
      if (left !== null) perText.push({ document: view.document, interval: left, claims: claimsOf(routes) })
    }
    if (perText.length === 0) continue
    const intervals = perText.map(({ interval }) => interval)
    // The same figures said again lead to the same interval, and confirm nothing.
    if (
      new Set(intervals.map((each) => printInterval(each, unit, corpus.binding.knowledge.reconciliation.print))).size >
      1
    ) {
      const claims = [...new Set(perText.flatMap((each) => each.claims))].sort()
      const texts = perText.map(({ document }) => document)
      facts.push(rowOf(corpus, quantity, intervals, claims, unit, 'in the texts', texts))
    }
    found.set(quantity, common(intervals))
    byText.set(quantity, new Map(perText.map(({ document, interval }) => [document, interval])))
  }
  return { facts, found, perText: byText }
}
