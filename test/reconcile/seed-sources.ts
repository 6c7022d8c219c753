import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { SourceList } from '../../schemas/document.ts'

const facts = SourceList.parse(parse(readFileSync(new URL('../../seeds/sources.yaml', import.meta.url), 'utf8')))

/** What is known of the seeds beside their texts, by name of document. */
export const seedSources: SourceList = Object.fromEntries(
  Object.entries(facts).map(([file, known]) => [file.slice(0, -'.txt'.length), known]),
)
