import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** What a reviewer said of a claim on the page, with what was seen then. It becomes a line of decisions.jsonl. */
export interface Gathered {
  readonly action: 'choose' | 'flag' | 'reject_claim'
  readonly claim: string
  readonly observation: string | null
  readonly flag: string | null
  readonly quote: {
    readonly document: string
    readonly prefix: string
    readonly exact: string
    readonly suffix: string
  }
  /** The hash of the claims of the observation; of the claim alone where it has none. */
  readonly evidence: string
  /** Those claims, or null where they are too many for a page. */
  readonly seen: readonly string[] | null
  readonly candidates: readonly string[]
  /** Ruling that the observation had already. */
  readonly earlier: string | null
  readonly about: string
  readonly reason: string
  readonly by: string
  /** ISO 8601. */
  readonly on: string
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The hash by which a ruling knows the claims that its reviewer saw. */
export const evidenceOf = (claims: readonly string[]): string => hash([...claims].sort().join('\n'))

const idOf = (...parts: readonly string[]): string => `d_${hash(parts.join('\n')).slice(0, 8)}`

/** What a ruling rules on: a second one on the same takes the place of the first. */
export const targetOf = ({ action, observation, claim, flag }: Gathered): string =>
  action === 'choose'
    ? `choose ${observation}`
    : action === 'flag'
      ? `flag ${observation} ${flag}`
      : `reject_claim ${claim}`

/** Whether two rulings cannot both stand: one thing ruled twice, or a claim that is chosen and rejected. */
const excludes = (a: Gathered, b: Gathered): boolean =>
  targetOf(a) === targetOf(b) ||
  (a.claim === b.claim && a.action !== b.action && a.action !== 'flag' && b.action !== 'flag')

/** The rulings with another one, which takes the place of those that it excludes. */
export const withRuling = (rulings: readonly Gathered[], added: Gathered): readonly Gathered[] => [
  ...rulings.filter((each) => !excludes(each, added)),
  added,
]

/**
 * Rulings as lines of decisions.jsonl, in order. Rejections are applied before anything else, so that a choice beside one on the same observation is
 * of the claims that are left; the values on offer are then no guard, since they are not known before the next run. Where
 * the claims are too many for a page, that run finds the evidence of the choice changed and asks to look again, which is so.
 */
export const decisionsOf = (rulings: readonly Gathered[]): readonly object[] => {
  const rejected = new Set(rulings.filter(({ action }) => action === 'reject_claim').map(({ claim }) => claim))
  return rulings.flatMap((ruling): object[] => {
    const { action, claim, observation, flag, quote, seen, candidates, reason, by, on } = ruling
    const ruler = { reason, by, on }
    if (action === 'reject_claim')
      return [
        { id: idOf(action, claim, by, on), ...ruler, action, claim, quote, evidence: ruling.evidence, expect: {} },
      ]
    const left = seen?.filter((each) => !rejected.has(each)) ?? null
    // With its last claim the observation goes, and nothing can be ruled on it.
    if (observation === null || left?.length === 0) return []
    const isWhole = left === null || left.length === seen!.length
    const evidence = isWhole ? ruling.evidence : evidenceOf(left)
    if (action === 'flag')
      return [{ id: idOf(observation, flag!, by, on), ...ruler, action, key: observation, flag, evidence, expect: {} }]
    const expect = isWhole ? { candidates } : {}
    return [
      {
        id: idOf(observation, claim, by, on),
        ...ruler,
        action,
        key: observation,
        choose: claim,
        quote,
        evidence,
        expect,
      },
    ]
  })
}

export const linesOf = (decisions: readonly object[]): string =>
  decisions.map((each) => `${JSON.stringify(each)}\n`).join('')
