import { csvRecords } from './csv.ts'
import { tables } from './tables.ts'

/** Claims as the records of claims.csv. */
export const claimRecords = csvRecords(tables.find(({ name }) => name === 'claims')!)
