import type { ClaimRow } from '../../schemas/claim.ts'
import type { View } from './view.ts'

/** What a script of a page needs to cite a claim or to rule on it. */
export interface PageData {
  /** Path of the dataset's folder from the page. */
  readonly root: string
  readonly language: string
  readonly claims: readonly {
    readonly id: string
    readonly document: string
    readonly exact: string
    readonly prefix: string
    readonly suffix: string
    readonly observation: string | null
  }[]
  readonly observations: readonly {
    readonly id: string
    readonly claims: readonly string[]
    readonly candidates: readonly string[]
  }[]
}

/** The data of a page that shows these claims, with the observations that they are of. */
export const reviewData = (claims: readonly ClaimRow[], view: View): PageData => {
  const { site, words } = view
  const ids = [...new Set(claims.flatMap(({ observation_id }) => observation_id ?? []))]
  return {
    root: view.file('.'),
    language: words.language,
    claims: claims.map(({ id, document, selector, observation_id }) => ({
      id,
      document,
      exact: selector.exact,
      prefix: selector.prefix,
      suffix: selector.suffix,
      observation: observation_id,
    })),
    observations: ids.map((id) => ({
      id,
      claims: site.claimsOn(id).map((claim) => claim.id),
      candidates: site.observations.get(id)!.candidates,
    })),
  }
}
