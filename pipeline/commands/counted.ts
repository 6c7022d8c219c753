import type { Dataset } from '../../schemas/dataset.ts'

const nouns: readonly (readonly [keyof Dataset, string])[] = [
  ['documents', 'document'],
  ['claims', 'claim'],
  ['observations', 'observation'],
  ['conflicts', 'conflict'],
  ['checks', 'check'],
  ['legal_documents', 'legal document'],
]

/** "5 documents, 1 claim, ...": what a dataset holds, by the number of rows of each table. */
export const counted = (rows: (table: keyof Dataset) => number): string =>
  nouns.map(([table, noun]) => `${rows(table)} ${noun}${rows(table) === 1 ? '' : 's'}`).join(', ')
