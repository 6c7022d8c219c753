import type { SourceList } from '../../schemas/document.ts'
import { SourceFacts } from '../../schemas/document.ts'

const vss = { origin: 'vietnam_social_security' }

/** What is known of the seeds beside their texts: who says the figures, and when the texts can have been written. */
export const seedSources: SourceList = Object.fromEntries(
  Object.entries({
    '000_b6f1e8ee0c029d53': vss,
    '001_aebc8ee95de67087': vss,
    '002_a02182255bf7edcf': { ...vss, asserted_not_before: '2022-01-10', event: 'VSS conference 2022-01-10' },
    '003_15d702f6ee3aa006': vss,
    '004_33ecabb5e05457e2': { ...vss, asserted_not_before: '2021-12-08' },
  }).map(([document, facts]) => [document, SourceFacts.parse(facts)]),
)
