import { agrees, type Field, fieldsOf } from './agree.ts'
import type { ScoredClaim } from './claims.ts'
import type { GoldDocument, GoldMention } from './gold.ts'

/** What became of a core mention, or of a claim that met none. Claims on incidental mentions count neither way. */
export type Outcome =
  | { readonly is: 'met'; readonly mention: GoldMention; readonly claim: ScoredClaim; readonly wrong: readonly Field[] }
  | { readonly is: 'missed'; readonly mention: GoldMention }
  | { readonly is: 'incidental'; readonly mention: GoldMention; readonly claim: ScoredClaim }
  | { readonly is: 'extra'; readonly claim: ScoredClaim }

export interface DocumentScore {
  readonly document: string
  /** Those of mentions in reading order, then the extra claims. */
  readonly outcomes: readonly Outcome[]
  /** Claims whose offsets do not give their quote. */
  readonly wrongOffsets: readonly ScoredClaim[]
}

/** A claim covers a mention by all its digits; a mention in words by any part of it. */
const covers = (claim: ScoredClaim, mention: GoldMention): boolean =>
  mention.digits.length > 0
    ? mention.digits.every((digit) => claim.start <= digit && digit < claim.end)
    : claim.start < mention.end && mention.start < claim.end

/** Of the claims that cover a mention: the shortest, and among those of one length first one of the mention's kind. */
const choose = (claims: readonly ScoredClaim[], mention: GoldMention): ScoredClaim | undefined => {
  let best: ScoredClaim | undefined
  const rank = (claim: ScoredClaim): number => 2 * (claim.end - claim.start) + (claim.kind === mention.kind ? 0 : 1)
  for (const claim of claims) if (covers(claim, mention) && (!best || rank(claim) < rank(best))) best = claim
  return best
}

/**
 * Meets the claims of a document with its gold. Each claim meets one mention at most; a claim on a negative mention, on none, or a
 * second one on a mention that is met, is extra.
 */
export const matchDocument = (gold: GoldDocument, claims: readonly ScoredClaim[]): DocumentScore => {
  const free = new Set(claims)
  const outcomes: Outcome[] = []
  for (const mention of gold.mentions) {
    if (mention.importance === 'negative') continue
    const claim = choose([...free], mention)
    if (claim) free.delete(claim)
    if (mention.importance === 'incidental') {
      if (claim) outcomes.push({ is: 'incidental', mention, claim })
    } else if (!claim) outcomes.push({ is: 'missed', mention })
    else {
      const wrong = fieldsOf(mention).filter((field) => !agrees(field, claim, mention))
      outcomes.push({ is: 'met', mention, claim, wrong })
    }
  }
  for (const claim of free) outcomes.push({ is: 'extra', claim })
  const wrongOffsets = claims.filter((claim) => gold.points.slice(claim.start, claim.end).join('') !== claim.exact)
  return { document: gold.document, outcomes, wrongOffsets }
}
