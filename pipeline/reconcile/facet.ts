import { legalClaims, nearestInstrument } from './instrument.ts'
import type { KeyParts } from './key.ts'
import type { Knowledge } from './knowledge.ts'
import { facetText, type Placed, rekeyed } from './placed.ts'
import { compare } from './rational.ts'
import { groupedBy, type Restatement, restatements } from './restatement.ts'

/** A document as facets see it: all its claims in reading order, and those that name a legal document. */
interface Text {
  readonly claims: readonly Placed[]
  readonly legals: readonly Placed[]
  readonly longest: number
}

/** One way to tell figures apart: the words it finds for a figure, or null. */
type FacetRule = (placed: Placed, text: Text) => string | null

/** Words that can name a thing, in small letters; a lone "in" or "of" cannot. */
const telling = (words: string): string | null => (/\p{L}{4}/u.test(words) ? facetText(words.toLowerCase()) : null)

const boundary = /[.,;:!?()[\]…–—]/u

/** The words of the sentence on one side of a number, up to the next mark or the next claim. */
const wordsBeside =
  (side: 'before' | 'after'): FacetRule =>
  ({ claim, order }, { claims }) => {
    const sentence = Array.from(claim.sentence.exact)
    const from = claims[order - 1]?.claim.selector.end ?? 0
    const to = claims[order + 1]?.claim.selector.start ?? Number.POSITIVE_INFINITY
    const step = side === 'before' ? -1 : 1
    const taken: string[] = []
    for (
      let at = side === 'before' ? claim.selector.start - 1 : claim.selector.end;
      at >= from && at < to;
      at += step
    ) {
      const character = sentence[at - claim.sentence.start]
      if (character === undefined || boundary.test(character)) break
      taken.push(character)
    }
    return telling((side === 'before' ? taken.reverse() : taken).join(''))
  }

const instrument: FacetRule = (placed, { legals }) => facetText(nearestInstrument(placed, legals)?.claim.number ?? null)
const subject: FacetRule = ({ claim }) => telling(claim.subject ?? '')

/** Of an indicator that texts split (its instrument is asked first of all), and of any other. */
const rulesWhereSplit: readonly FacetRule[] = [subject, wordsBeside('after'), wordsBeside('before')]
const rulesElsewhere: readonly FacetRule[] = [instrument, subject]

const shortened = (words: string, length: number): string => {
  if (words.length <= length) return words
  const cut = words.lastIndexOf(' ', length)
  return words.slice(0, cut > 0 ? cut : length)
}

/** Puts a set on a key of its own: by what was said of it, or alone where nothing was. */
const setApart = (set: Restatement, said: readonly string[]): Placed[] => {
  const [first] = set
  const facet = [...(first!.parts!.facet === null ? [] : [first!.parts!.facet]), ...said].join('; ')
  const place = first!.parts!.place === null ? first!.claim.document : null
  const change: Partial<KeyParts> =
    said.length > 0 ? { facet, alone: place } : { alone: `${first!.claim.document}#${first!.claim.id}` }
  return set.map((placed) => rekeyed(placed, change, said.length > 0 ? 'facet_by_context' : 'facet_unknown'))
}

/** Hands facets to sets of one key, rule after rule, until no two have the same; `whole` keeps the key as it is. */
const tellApart = (
  sets: readonly Restatement[],
  whole: Restatement | null,
  rules: readonly FacetRule[],
  text: Text,
  said: readonly string[] = [],
): Placed[] => {
  const [rule, ...rest] = rules
  if (sets.length === 1 && said.length === 0 && whole === null) return [...sets[0]!] // all others have words
  if ((sets.length === 1 && said.length > 0) || rule === undefined) {
    return sets.flatMap((set) => setApart(set, sets.length === 1 ? said : []))
  }
  const wordsOf = (set: Restatement): string => shortened(rule(set[0]!, text) ?? '', text.longest)
  const ofWhole = whole === null ? '' : wordsOf(whole)
  return [...groupedBy(sets, wordsOf)].flatMap(([words, same]) =>
    tellApart(same, whole, rest, text, words === ofWhole ? said : [...said, words]),
  )
}

/** The whole among parts: of counts and sums the largest (a part is not above its whole), else what was said first. */
const wholeOf = (sets: readonly Restatement[]): Restatement => {
  const isSize = ({ claim }: Placed): boolean => claim.measure === 'level' && ['count', 'money'].includes(claim.kind)
  const sized = sets.every((set) => set.every(isSize))
  return sized
    ? sets.reduce((most, set) => (compare(set[0]!.writing!.high, most[0]!.writing!.high) > 0 ? set : most))
    : sets[0]!
}

/** A claim of an indicator that texts split stands under the legal document named beside it, if one is. */
const underInstrument = (each: Placed, text: Text, isSplit: (placed: Placed) => boolean): Placed => {
  if (each.parts === null || each.parts.facet !== null || !isSplit(each)) return each
  const facet = instrument(each, text)
  const alone = each.parts.place === null ? each.claim.document : null
  return facet === null ? each : rekeyed(each, { facet, alone }, 'facet_by_instrument')
}

/** The claims whose key changes, so that no two on one key cannot be the same; by order in the text. */
const split = (
  claims: readonly Placed[],
  text: Text,
  isSplit: (placed: Placed) => boolean,
  isLastPass: boolean,
): Map<number, Placed> => {
  const changed = new Map<number, Placed>()
  const keyed = claims.filter((each) => each.key !== null)
  for (const group of groupedBy(keyed, (each) => each.key!).values()) {
    const sets = restatements(group)
    if (sets.length === 1) continue
    const whole = isSplit(group[0]!) ? null : wholeOf(sets)
    const told = tellApart(
      sets.filter((set) => set !== whole),
      whole,
      isLastPass ? [] : whole === null ? rulesWhereSplit : rulesElsewhere,
      text,
    )
    for (const each of told) changed.set(each.order, each)
  }
  return changed
}

/**
 * A facet that is handed out may be one that stands there already; then those two are told apart in their turn, and in
 * the last pass set alone.
 */
const mostPasses = 4

/**
 * The same-document rule (method: section 1). Figures of one text on one key that cannot be the same are of different
 * things (a writer seldom contradicts himself), and get different facets: the legal document named beside them, the
 * subject, and for an indicator that texts usually split the words beside the number. Elsewhere one of them, the whole,
 * keeps its key. What nothing tells apart is set alone, flagged `facet_unknown`. Figures that agree are restatements.
 */
export const withFacets = (placed: readonly Placed[], knowledge: Knowledge): Placed[] => {
  const text: Text = { claims: placed, legals: legalClaims(placed), longest: knowledge.reconciliation.facet_length }
  const isSplit = ({ claim }: Placed): boolean => knowledge.indicators.get(claim.indicator ?? '')?.partitioned ?? false
  let claims = placed.map((each) => underInstrument(each, text, isSplit))
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const changed = split(claims, text, isSplit, pass === mostPasses - 1)
    if (changed.size === 0) break
    claims = claims.map((each) => changed.get(each.order) ?? each)
  }
  return claims
}
