import { createHash } from 'node:crypto'
import { compile } from '../../catalog/compile.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { extractDocument } from '../../pipeline/extract-document.ts'
import { seeds } from './texts.ts'

/** SHA-256 of everything that is read in the seeds. Run as a program of its own it prints that, and what the machine is set to. */
export const digest = async (): Promise<string> => {
  const catalog = compile(await loadCatalog())
  const results = seeds.map((file) => extractDocument(file, catalog))
  return createHash('sha256').update(JSON.stringify(results)).digest('hex')
}

if (process.argv[2] === '--print') {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  process.stdout.write(JSON.stringify({ digest: await digest(), timeZone, locale }))
}
