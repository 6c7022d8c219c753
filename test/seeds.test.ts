import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../catalog/package-root.ts'
import { evaluate, misses, outcomesOf } from '../pipeline/evaluate/evaluation.ts'
import { goldSets } from '../pipeline/evaluate/sets.ts'
import { detection, rowScore, tally } from '../pipeline/evaluate/tally.ts'
import { localStages } from '../pipeline/local-stages.ts'
import { runWith } from '../pipeline/run.ts'
import type { ClaimRow } from '../schemas/claim.ts'

const seeds = join(packageRoot(), 'seeds')
const gold = join(packageRoot(), 'test', 'gold', 'seeds')

describe('the seeds against their gold', async () => {
  const scored = evaluate(await goldSets([{ name: 'seeds', gold, texts: seeds, catalog: null }], null))
  const counts = tally(outcomesOf(scored))
  const missed = misses(scored).join('\n')

  it('has the five of them, and all their mentions', () => {
    expect(scored.length).toBe(readdirSync(seeds).filter((name) => name.endsWith('.txt')).length)
    expect(counts.core).toBeGreaterThanOrEqual(150)
  })

  it('finds the core mentions: F1 of 0.99 or more', () => {
    expect(detection(counts).f1, missed).toBeGreaterThanOrEqual(0.99)
  })

  it('reads whole rows right: 0.95 or more', () => {
    expect(rowScore(counts).f1, missed).toBeGreaterThanOrEqual(0.95)
  })

  it('reads every legal document right, and invents none', () => {
    const wrong = outcomesOf(scored).filter((outcome) =>
      outcome.is === 'extra'
        ? outcome.claim.kind === 'legal_document'
        : outcome.mention.kind === 'legal_document' && !(outcome.is === 'met' && outcome.wrong.length === 0),
    )
    expect(wrong, missed).toEqual([])
    expect(
      outcomesOf(scored).filter((outcome) => outcome.is === 'met' && outcome.mention.kind === 'legal_document').length,
    ).toBeGreaterThan(0)
  })

  it('quotes every claim where it stands', () => {
    expect(scored.flatMap(({ wrongOffsets }) => wrongOffsets)).toEqual([])
  })
})

describe('what is known of the seeds beside their texts', () => {
  const bare = mkdtempSync(join(tmpdir(), 'provenum-seeds-'))
  afterAll(() => rmSync(bare, { recursive: true, force: true }))

  it('changes no claim: without sources.yaml they are the same', async () => {
    cpSync(seeds, bare, { recursive: true, filter: (path) => !/\.(?:yaml|jsonl)$/u.test(path) })
    expect(readdirSync(bare)).not.toContain('sources.yaml')
    // What reconciling adds to a claim may rest on who says it: the extracted fields may not.
    const read = (claim: ClaimRow): Partial<ClaimRow> => {
      const { observation_id, ...own } = claim
      return own
    }
    const [known, unknown] = await Promise.all(
      [seeds, bare].map((folder) => runWith(localStages, { inputs: [folder] })),
    )
    expect(known!.dataset.claims.length).toBeGreaterThan(150)
    expect(unknown!.dataset.claims.map(read)).toEqual(known!.dataset.claims.map(read))
    expect(known!.dataset.documents).not.toEqual(unknown!.dataset.documents)
  })
})
