import { readFileSync, writeFileSync } from 'node:fs'
import { withSection } from '../pipeline/evaluate/marked-section.ts'
import { measure } from '../test/reconcile/accuracy.ts'
import { accuracyTable } from '../test/reconcile/accuracy-table.ts'
import { plantCorpus } from '../test/reconcile/corpus.ts'

/* How often the published value holds the truth, on a drawn corpus: prints the table, with --write into the docs. */
const page = new URL('../docs/method/reconciliation.md', import.meta.url)
const table = accuracyTable(measure(plantCorpus(2000, 20240229)))
if (process.argv.includes('--write')) writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'accuracy', table))
else console.log(table)
