import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ClaimRow } from '../../schemas/claim.ts'
import { Decision } from '../../schemas/decision.ts'
import { foundDocument } from './find/search-index.ts'
import type { PageData } from './page-data.ts'
import { mostClaims } from './pages.ts'
import { scriptWords } from './script-words.ts'
import { about, type View } from './view.ts'

/** The schema of a ruling as JSON Schema, so that a page holds what it gathers against the same rules as the run that reads it. */
const decisionSchema = z.toJSONSchema(Decision, { io: 'input' })

/** Most claims of an observation whose ids stand in a page: 60,000 claims may be of few observations, and a page shows many of those. */
const mostIds = 50

/** The hash by which a ruling knows the claims that its reviewer saw, as the run that applies it makes it. */
const evidenceOf = (claims: readonly string[]): string =>
  createHash('sha256')
    .update([...claims].sort().join('\n'))
    .digest('hex')

/** Numbers things in the order in which they are met. */
const numbered = <Item>(): { readonly items: Item[]; readonly at: (key: string, item: Item) => number } => {
  const items: Item[] = []
  const known = new Map<string, number>()
  return {
    items,
    at: (key, item) => {
      if (!known.has(key)) known.set(key, items.push(item) - 1)
      return known.get(key)!
    },
  }
}

/** The data of a page that shows these claims, with the observations that they are of. */
export const reviewData = (claims: readonly ClaimRow[], view: View): PageData => {
  const { site, words } = view
  const documents = numbered<PageData['documents'][number]>()
  const sentences = numbered<string>()
  const listed = new Map<string, number>()
  const shown = claims.filter(({ observation_id }) => {
    // An observation of a large corpus may have thousands; its section lists the first.
    const before = listed.get(observation_id ?? '') ?? 0
    listed.set(observation_id ?? '', before + 1)
    return observation_id === null || before < mostClaims
  })
  const ids = [...new Set(claims.flatMap(({ observation_id }) => observation_id ?? []))]
  return {
    root: view.file('.'),
    language: words.language,
    words: scriptWords('page', words),
    claims: shown.map((claim) => ({
      id: claim.id,
      about: about(claim, view),
      document: documents.at(claim.document, foundDocument(site.documents.get(claim.document)!)),
      exact: claim.selector.exact,
      prefix: claim.selector.prefix,
      suffix: claim.selector.suffix,
      start: claim.selector.start,
      end: claim.selector.end,
      sentence: sentences.at(`${claim.document}\n${claim.sentence.start}`, claim.sentence.exact),
      link: view.claimLink(claim.id),
      observation: claim.observation_id,
    })),
    documents: documents.items,
    sentences: sentences.items,
    observations: ids.map((id) => {
      const { candidates, decision_id } = site.observations.get(id)!
      const own = site.claimsOn(id).map((claim) => claim.id)
      return {
        id,
        evidence: evidenceOf(own),
        claims: own.length > mostIds ? null : own,
        candidates,
        decision: decision_id,
      }
    }),
    decision: decisionSchema,
  }
}
