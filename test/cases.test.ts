import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../catalog/compile.ts'
import { loadCatalog } from '../catalog/load.ts'
import { rules } from '../extractors/index.ts'
import { caseFiles } from './cases/case-file.ts'
import { judge, unmark } from './cases/judge.ts'

const catalog = compile(await loadCatalog())
const files = caseFiles()
const ruleNames = new Set(rules.map(({ name }) => name))

for (const { topic, takes, leaves } of files) {
  describe(topic, () => {
    for (const [group, cases] of Object.entries({ takes, leaves })) {
      for (const [index, each] of cases.entries()) {
        const { text } = unmark(each.say)
        const title = text.trim().split('\n').at(-1)!
        it(`${group} ${index + 1}: ${title.slice(0, 90)}`, (context) => {
          if (each.todo !== undefined) context.skip(`todo: ${each.todo}`)
          const rule = ruleNames.has(topic) ? { name: topic, takes: group === 'takes' } : null
          const wrong = judge(each, catalog, rule)
          expect.soft(wrong, `${topic}, ${group} ${index + 1}: ${each.say.trim()}\n${wrong.join('\n')}`).toEqual([])
        })
      }
    }
  })
}

/** Files of pipeline/resolve that hold no rule of their own: what the rules share, and the order in which they are asked. */
const parts = new Set([
  'carried-period',
  'dateline',
  'document-period',
  'implied-period',
  'carried-indicator',
  'indicator-cues',
  'indicator-unit',
  'indicator-words',
  'law-period',
  'lead-period',
  'measure-edges',
  'nature',
  'sentence-period',
  'speaker',
  'take-date',
  'usable-date',
  'comparative',
  'context',
  'dates',
  'document-context',
  'draft',
  'drafts',
  'legal-links',
  'legal-statements',
  'periods',
  'places',
  'resolve',
  'status-words',
  'terms',
  'tense',
  'windows',
])

describe('every rule has its sentences', () => {
  const resolvers = readdirSync(new URL('../pipeline/resolve', import.meta.url))
    .map((name) => name.replace(/\.ts$/u, ''))
    .filter((name) => !parts.has(name))
  const named = [...ruleNames, ...resolvers]

  it.each(named)('%s: at least one that it takes and one that it leaves', (name) => {
    const file = files.find(({ topic }) => topic === name)
    expect(file, `write test/cases/${name}.yaml with "takes" and "leaves"`).toBeDefined()
    const held = (cases: readonly { todo?: string | undefined }[] = []): number =>
      cases.filter(({ todo }) => todo === undefined).length
    expect(held(file?.takes), `${name} takes`).toBeGreaterThan(0)
    expect(held(file?.leaves), `${name} leaves`).toBeGreaterThan(0)
  })

  it.each(files.map(({ topic, takes, leaves }) => [topic, takes.length + leaves.length] as const))(
    '%s: six cases or more',
    (_, count) => {
      expect(count).toBeGreaterThanOrEqual(6)
    },
  )

  it('counts the rules and resolvers', () => {
    expect(rules.length).toBeGreaterThanOrEqual(25)
    expect(resolvers.length).toBeGreaterThanOrEqual(14)
  })

  it('says no sentence twice', () => {
    const said = files.flatMap(({ takes, leaves }) => [...takes, ...leaves].map(({ say }) => say.trim()))
    expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([])
  })
})
