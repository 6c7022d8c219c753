import { localStages } from '../../pipeline/local-stages.ts'
import { runCounted } from '../../pipeline/run.ts'
import type { Claim, Evidence } from '../../schemas/claim.ts'
import { millions } from '../reconcile/sample.ts'
import { stages } from './doubles.ts'

/*
 * A run over documents with as many claims as a large corpus has, each of a place of its own, nothing of it written: `large-run.ts 100 150`.
 * Started by memory.test.ts with little memory; prints how many claims it counted.
 */

const [documents, claims] = process.argv.slice(2).map(Number) as [number, number]

const claimOf = (document: string, at: number): Claim => ({
  ...millions('16.547'),
  id: `c_${document}_${at}`,
  document,
  place: `XX-${document}`,
  sentence: { start: 0, end: 20, exact: `${document}x${at} was said` },
  // Words that a claim rests on. What JSON gives is held by itself, where repeated strings share their parts.
  evidence: {
    subject: JSON.parse(
      JSON.stringify({
        start: 0,
        end: 1,
        exact: `${document} ${at} ${'said again. '.repeat(500)}`,
        rule: 'x',
        stated: true,
      }),
    ) as Evidence,
  },
})

const { rows } = await runCounted(
  {
    ...stages,
    load: () => localStages.load(),
    find: async () => ({
      sources: Array.from({ length: documents }, (_, at) => ({ name: `d${at}`, path: `d${at}`, absolute: `/d${at}` })),
      problems: [],
      datasets: [],
    }),
    read: async ({ name, path }) => ({ name, path, sha256: '0'.repeat(64), bytes: 1, text: 'x' }),
    extract: (file, catalog) => {
      const own = Array.from({ length: claims }, (_, at) => claimOf(file.name, at))
      return { ...(stages.extract(file, catalog) as Awaited<ReturnType<typeof stages.extract>>), claims: own }
    },
  },
  { inputs: [] },
)
console.log(rows.claims)
