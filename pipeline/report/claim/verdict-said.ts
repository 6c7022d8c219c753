import type { ClaimRow } from '../../../schemas/claim.ts'
import type { ObservationRow } from '../../../schemas/observation.ts'
import { exactOf, type View } from '../view.ts'

/** Claims that a sentence names; the rest are counted. */
const mostNamed = 3

const named = (claims: readonly ClaimRow[], view: View): string => {
  const texts = [
    ...new Set(claims.map((each) => `${exactOf(each, view).replace(/\s+/gu, ' ').trim()} (${each.document})`)),
  ]
  const rest = texts.length - mostNamed
  return `${texts.slice(0, mostNamed).join(', ')}${rest > 0 ? ` ${view.words.say('more', { n: rest })}` : ''}`
}

/** The value of a claim as the values on offer are written. */
const candidateOf = ({ value, low, high }: ClaimRow): string => value ?? `${low}-${high}`

/**
 * The verdict on an observation as sentences of the page's language. The tables have theirs in one language alone; in another one they
 * are made from the row and its claims: "2,96% (văn bản a) được giữ thay vì 2,94% (văn bản b). Phép tính với các số liệu khác bác bỏ ...".
 */
export const verdictSaid = (row: ObservationRow, view: View): { readonly lang: string; readonly text: string } => {
  const { site, words } = view
  if (words.isOfTables) return { lang: words.language, text: row.explanation }
  const told = (text: string): { readonly lang: string; readonly text: string } => ({ lang: words.language, text })
  const claims = site.claimsOn(row.id)
  const best = row.preferred_claim === null ? undefined : site.claims.get(row.preferred_claim)
  if (best === undefined) {
    const first = row.candidates.flatMap((value) => claims.find((each) => candidateOf(each) === value) ?? [])
    return told(`${words.say('verdict_unresolved', { rivals: named(first, view) })} ${words.say('no_rule')}`)
  }
  const others = claims.filter(({ id }) => id !== best.id)
  if (row.decided_by === null)
    return told(
      others.length === 0
        ? words.say('verdict_alone', { claim: named([best], view) })
        : words.say('verdict_also', { claim: named([best], view), others: named(others, view) }),
    )
  const own = candidateOf(best)
  const rivals = row.candidates
    .filter((value) => value !== own)
    .flatMap((value) => others.find((each) => candidateOf(each) === value) ?? [])
  const preferred = words.say('verdict_preferred', {
    claim: named([best], view),
    rivals: named(rivals.length > 0 ? rivals : others, view),
  })
  const why = words.say(`verdict_by_${row.decided_by.toLowerCase()}`, { decision: row.decision_id ?? '' })
  return told(`${preferred} ${why}`)
}
