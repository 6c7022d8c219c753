import type { z } from 'zod'
import { ClaimRow, UnclaimedRow } from '../../schemas/claim.ts'
import type { Dataset } from '../../schemas/dataset.ts'
import { DocumentRow } from '../../schemas/document.ts'
import {
  Calibration,
  Check,
  Conflict,
  Hedge,
  LegalDocumentRow,
  ObservationRow,
  Relation,
} from '../../schemas/observation.ts'

/** Values of `field` (nulls apart) must stand in the primary key of `table`. */
export interface ForeignKey {
  readonly field: string
  readonly table: keyof Dataset
}

/** A table of the dataset. This list drives every writer, the data package and the README. */
export interface Table {
  readonly name: keyof Dataset
  readonly description: string
  /** One row; refuses fields it does not know. */
  readonly row: z.ZodObject
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Name in CSV of a nested value: ['selector', 'start'] is `start` of claims. */
  readonly csvName: (path: readonly string[]) => string
  /** Fields whose columns stand last in CSV, since there are many of them. */
  readonly tail: readonly string[]
}

const plainName = (path: readonly string[]): string => path.join('_')

/**
 * `evidence.place.exact` is `place_evidence`, `evidence.place.rule` is `place_evidence_rule`; `selector.start` is `start`;
 * `sentence.exact` is `sentence`. `source_path` keeps its whole name, since `path` alone would not say of what.
 */
const claimName = (path: readonly string[]): string => {
  const [first, second, third] = path
  if (first === 'evidence') return third === 'exact' ? `${second}_evidence` : `${second}_evidence_${third}`
  if (first === 'selector' || path.join('.') === 'source.sha256') return second!
  if (path.join('.') === 'sentence.exact') return 'sentence'
  return plainName(path)
}

const table = (
  name: keyof Dataset,
  row: z.ZodObject,
  primaryKey: readonly string[],
  foreignKeys: Readonly<Record<string, keyof Dataset>>,
  description: string,
  csv: Partial<Pick<Table, 'csvName' | 'tail'>> = {},
): Table => ({
  name,
  description,
  row: row.strict(),
  primaryKey,
  foreignKeys: Object.entries(foreignKeys).map(([field, to]) => ({ field, table: to })),
  csvName: plainName,
  tail: [],
  ...csv,
})

const pair = { claim_a: 'claims', claim_b: 'claims', observation_id: 'observations' } as const

/** All tables, in the order in which they are written and listed. */
export const tables: readonly Table[] = [
  table(
    'claims',
    ClaimRow,
    ['id'],
    { document: 'documents', observation_id: 'observations' },
    'One row a number or legal document that a text states, with the characters where it stands and the words that say what it is.',
    { csvName: claimName, tail: ['readings', 'evidence', 'steps'] },
  ),
  table(
    'observations',
    ObservationRow,
    ['id'],
    { preferred_claim: 'claims' },
    'One row a figure: all claims on the same indicator, place, period and so on, with the value that stands and why.',
  ),
  table(
    'relations',
    Relation,
    ['claim_a', 'claim_b'],
    pair,
    'One row a pair of claims that speak of the same thing or nearly so: how they stand to each other.',
  ),
  table(
    'conflicts',
    Conflict,
    ['claim_a', 'claim_b'],
    pair,
    'The relations that a reviewer must see, with the likely cause and what was done.',
  ),
  table(
    'checks',
    Check,
    ['id'],
    {},
    'One row a test by arithmetic: what some claims predict, and how another stands to it.',
  ),
  table('documents', DocumentRow, ['document'], {}, 'One row a file that was read, with what is known of its source.'),
  table(
    'legal_documents',
    LegalDocumentRow,
    ['number'],
    {},
    'One row a decision, decree, resolution ... that the texts name, and what it implements, amends or replaces.',
  ),
  table(
    'unclaimed',
    UnclaimedRow,
    ['document', 'start'],
    { document: 'documents' },
    'One row a run of characters with digits that is no claim, and why. With claims it accounts for every digit of every text.',
  ),
  table(
    'hedges',
    Hedge,
    ['claim', 'against'],
    { claim: 'claims', against: 'claims' },
    'How far "about", "more than" and the like were from the finer figure on the same key.',
  ),
  table('calibration', Calibration, ['subject'], {}, 'How often a grade or a rule was right, where that is known.'),
]
