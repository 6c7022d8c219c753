import { type CheckFact, checkOf, type Operand } from './check-row.ts'
import type { CorpusView } from './corpus-view.ts'
import type { DocumentView } from './document-view.ts'
import type { Identity } from './identities/identity.ts'
import { inOneText, operandOf } from './operand.ts'
import type { Placed } from './placed.ts'

const settingsOf = (view: CorpusView) => view.binding.knowledge.reconciliation

/** A text checked against itself: the first role that it states is predicted from all else that it says. */
const withinDocument = (view: DocumentView, corpus: CorpusView): CheckFact[] =>
  view.identities.flatMap((identity) => {
    if (identity.use === 'solve' || (identity.within !== null && identity.within !== view.document)) return []
    for (const [role, quantity] of identity.roles) {
      const candidates = view.claims.get(quantity)
      if (candidates === undefined) continue
      const domains = view.domains(quantity, identity)
      const operands = new Map<string, Operand>()
      for (const [other, each] of identity.roles) {
        if (other === role) continue
        const claims = view.claims.get(each) ?? []
        const operand = operandOf(each, claims, domains.get(each) ?? null, corpus.unitOf(each), settingsOf(corpus))
        if (operand !== null) operands.set(other, operand)
      }
      if (identity.predict(role, (each) => operands.get(each)?.interval ?? null) === null) continue
      const fact = checkOf({
        identity,
        role,
        operands,
        candidates,
        claimOf: (id) => corpus.claim(id),
        unit: corpus.unitOf(quantity),
        settings: settingsOf(corpus),
      })
      return [fact]
    }
    return []
  })

/** Every way to take one of each list. */
const combinations = <Item>(lists: readonly (readonly Item[])[]): Item[][] =>
  lists.reduce<Item[][]>((all, list) => all.flatMap((taken) => list.map((item) => [...taken, item])), [[]])

/** Rival figures are put together only as one text has them: a share of one vintage goes with a gap of the same. */
const isOneVintage = (operands: readonly Operand[], rivals: readonly boolean[], corpus: CorpusView): boolean => {
  const documents = operands
    .filter((_, at) => rivals[at])
    .map(({ claims }) => new Set(claims.map((id) => corpus.claim(id).claim.document)))
  return documents.length < 2 || [...documents[0]!].some((document) => documents.every((each) => each.has(document)))
}

/** A text and its copies are one: what they say together the text has said alone. */
const isAcross = ({ rests }: CheckFact, candidates: readonly Placed[], corpus: CorpusView): boolean =>
  new Set([...[...rests].map((id) => corpus.claim(id)), ...candidates].map(({ source }) => source.report)).size > 1

type Role = readonly [role: string, quantity: string]

/**
 * The checks of one identity across texts. Where texts state all of it and one figure has rivals, of which one fits, an
 * equation solved for another role says nothing new: 16.03 + 1.46 = 17.49 against a stated 17.94 is the same as
 * 17.94 - 1.46 = 16.48 against 16.03, and would blame the part. Else each role is weighed: where no rival fits, the
 * fault may lie in another figure; where several rival (a share and its gap, in two vintages), what they share tells
 * which belong together; where something is solved for, each role leaves out other figures.
 */
const acrossDocuments = (identity: Identity, corpus: CorpusView): CheckFact[] => {
  if (identity.use === 'solve' || identity.within !== null) return []
  const roles = [...identity.roles]
  const isRival = new Map(roles.map(([role, quantity]) => [role, corpus.candidatesOf(quantity).length > 1]))
  const stated = roles.filter(([, quantity]) => corpus.claimsOf(quantity).length > 0)
  const factsOf = ([role, quantity]: Role): CheckFact[] => {
    const others = roles.filter(([other]) => other !== role)
    const ways = others.map(([, each]) => corpus.operands(each, quantity, identity))
    const count = ways.reduce((product, { length }) => product * length, 1)
    if (count === 0 || count > settingsOf(corpus).most_combinations) return []
    const rivals = others.map(([other]) => isRival.get(other)!)
    return combinations(ways)
      .filter((taken) => isOneVintage(taken, rivals, corpus))
      .map((taken) => inOneText(taken))
      .map((taken) =>
        checkOf({
          identity,
          role,
          operands: new Map(taken.map((operand, at) => [others[at]![0], operand])),
          candidates: corpus.claimsOf(quantity),
          claimOf: (id) => corpus.claim(id),
          unit: corpus.unitOf(quantity),
          settings: settingsOf(corpus),
        }),
      )
      .filter((fact) => fact.predicted !== null && isAcross(fact, corpus.claimsOf(quantity), corpus))
  }
  const rivals = stated.filter(([role]) => isRival.get(role))
  if (rivals.length === 0) return stated.slice(0, 1).flatMap(factsOf)
  const [only] = rivals
  const own = rivals.length === 1 && stated.length === roles.length ? factsOf(only!) : []
  const fits = own.some(({ row }) => row.refutes.length < corpus.claimsOf(only![1]).length)
  return fits ? own : stated.flatMap(factsOf)
}

/**
 * The checks of all identities: within each document first (one vintage, one denominator), then across documents.
 * Where figures rival, each is weighed against what does not rest on it.
 */
export const identityChecks = (corpus: CorpusView): CheckFact[] => [
  ...[...corpus.views.values()].flatMap((view) => withinDocument(view, corpus)),
  ...(corpus.views.size < 2 ? [] : corpus.identities.flatMap((identity) => acrossDocuments(identity, corpus))),
]
