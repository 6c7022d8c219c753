import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { packageRoot } from '../../catalog/package-root.ts'
import { groups, type Scored } from './evaluation.ts'
import { detection, rowScore } from './tally.ts'

/** Scores below which no set may fall: F1 of finding mentions, and of finding them with the whole row right. */
export const Floor = z.record(z.string(), z.strictObject({ detection: z.number(), row: z.number() }))
export type Floor = z.infer<typeof Floor>

const path = join(packageRoot(), 'test', 'gold', 'floor.yaml')
const head = '# Scores below which no set of gold may fall (F1). They only rise: npm run evaluate -- --raise-floor\n'

export const readFloor = async (): Promise<Floor> => Floor.parse(parse(await readFile(path, 'utf8')))

/** Scores of each set, cut (not rounded) to three digits, so that they can be a floor. */
export const scoresOf = (scored: readonly Scored[]): Floor => {
  const cut = (score: number): number => Math.floor(score * 1000) / 1000
  const sets = [...groups(scored).set!]
  return Object.fromEntries(
    sets.map(([name, counts]) => [name, { detection: cut(detection(counts).f1), row: cut(rowScore(counts).f1) }]),
  )
}

/** The floor with every score that has risen; those that have not stay. */
export const raised = (floor: Floor, scores: Floor): Floor => {
  const names = [...new Set([...Object.keys(floor), ...Object.keys(scores)])]
  const higher = (name: string, which: 'detection' | 'row'): number =>
    Math.max(floor[name]?.[which] ?? 0, scores[name]?.[which] ?? 0)
  return Object.fromEntries(
    names.map((name) => [name, { detection: higher(name, 'detection'), row: higher(name, 'row') }]),
  )
}

export const writeFloor = (floor: Floor): Promise<void> => writeFile(path, head + stringify(floor))
