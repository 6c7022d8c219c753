import { isInadmissible } from './admissible.ts'
import type { CorpusView } from './corpus-view.ts'
import { type Drift, drift } from './drift.ts'
import type { Placed } from './placed.ts'
import type { Contest } from './rules/rule.ts'
import { type Homes, homesOf, type Triangulation, triangulate } from './triangulation.ts'
import type { Candidate } from './value-set.ts'

/** Answers of the rules' questions, each found once. */
export class Court {
  readonly corpus: CorpusView
  readonly #homes: Homes
  readonly #documents: ReadonlyMap<string, readonly Placed[]>
  readonly #drifts = new Map<string, Drift | null>()
  readonly #inadmissible = new Map<Placed, boolean>()
  readonly #triangulations = new Map<string, Triangulation>()

  constructor(corpus: CorpusView) {
    this.corpus = corpus
    this.#homes = homesOf(corpus.identities)
    this.#documents = new Map(
      corpus.binding.documents.flatMap((claims): [string, readonly Placed[]][] =>
        claims[0] === undefined ? [] : [[claims[0].claim.document, claims]],
      ),
    )
  }

  triangulation(key: string): Triangulation {
    const known = this.#triangulations.get(key)
    if (known !== undefined) return known
    const found = triangulate(this.corpus, this.#homes, key)
    this.#triangulations.set(key, found)
    return found
  }

  driftBetween(document: string, other: string): Drift | null {
    const [a, b] = [document, other].sort() as [string, string]
    const name = `${a}\n${b}`
    const known = this.#drifts.get(name)
    if (known !== undefined) return known
    const found = drift(this.#documents.get(a) ?? [], this.#documents.get(b) ?? [], this.corpus.binding.knowledge)
    this.#drifts.set(name, found)
    return found
  }

  isInadmissible(claim: Placed): boolean {
    const known = this.#inadmissible.get(claim)
    if (known !== undefined) return known
    const found = isInadmissible(claim, this.corpus)
    this.#inadmissible.set(claim, found)
    return found
  }

  contest(key: string, candidates: readonly Candidate[], chosen: string | null): Contest {
    return {
      key,
      candidates,
      corpus: this.corpus,
      chosen,
      isInadmissible: (claim) => this.isInadmissible(claim),
      triangulation: () => this.triangulation(key),
      driftBetween: (document, other) => this.driftBetween(document, other),
    }
  }
}
