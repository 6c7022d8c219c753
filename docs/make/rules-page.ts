import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { packageRoot } from '../../catalog/package-root.ts'
import { rules } from '../../extractors/index.ts'
import { RelationName } from '../../schemas/observation.ts'
import { type Exported, exportsOf, literalsOf } from './docstrings.ts'
import { cell, code, tableOf } from './markdown.ts'

const folder = (path: string): string => join(packageRoot(), path)

/** TypeScript files of a folder by code unit, without those that hold no rule of their own. */
const filesOf = (path: string, without: readonly string[] = []): string[] =>
  readdirSync(folder(path))
    .filter((name) => name.endsWith('.ts') && !without.includes(name))
    .sort()
    .map((name) => `${path}/${name}`)

const linked = (path: string): string => `[${basename(path)}](../../${path})`

interface Described extends Exported {
  readonly path: string
}

const described = (path: string): Described[] => exportsOf(folder(path)).map((each) => ({ ...each, path }))

/** Rules at a number, in the order in which they are asked. Throws where one of the list has no comment to show. */
const numberRules = (): string => {
  const all = [...filesOf('extractors/claims'), ...filesOf('extractors/set-aside')].flatMap(described)
  const rows = rules.map(({ name }, at) => {
    const found = all.find(({ rule }) => rule === name)
    if (found === undefined || found.text === '')
      throw new Error(`extractors: write a comment above the rule "${name}" that says what it reads, with an example`)
    const gives = found.path.includes('/claims/') ? 'a claim' : 'a reason'
    return [String(at + 1), code(name), gives, cell(found.text), linked(found.path)]
  })
  return tableOf(['', 'rule', 'gives', 'what it reads', 'file'], rows)
}

/** What fills a field of a claim: the exported functions `resolve...`, `find...` and `share...`. */
const fieldRules = (): string => {
  const rows = filesOf('pipeline/resolve')
    .flatMap(described)
    .filter(({ name, text }) => /^(?:resolve[A-Z]|find[A-Z]|share[A-Z])/u.test(name) && text !== '')
    .map(({ name, text, path }) => [code(name), cell(text), linked(path)])
  return tableOf(['function', 'what it does', 'file'], rows)
}

const evidenceNames = (): string => {
  const said: Record<string, string> = parse(readFileSync(folder('docs/method/evidence-rules.yaml'), 'utf8'))
  return tableOf(
    ['rule', 'where the words stand'],
    Object.entries(said).map(([name, text]) => [code(name), cell(text)]),
  )
}

/** The rules that choose between values: R0, R1 ... in their order. */
const verdictRules = (): string => {
  const rows = filesOf('pipeline/reconcile/rules', ['rule.ts'])
    .flatMap(described)
    .filter(({ rule }) => rule !== null)
    .map(({ rule, text, path }) => [code(rule ?? ''), cell(text), linked(path)])
  return tableOf(['rule', 'which value it chooses', 'file'], rows)
}

const pairRelations: readonly string[] = RelationName.options

interface CheckText {
  readonly relation: string
  readonly text: string
  readonly path: string
}

/** The checks by the relation that they write, each with the comment of the function that its file is for: the last it exports. */
const checks = (): CheckText[] => {
  const files = readdirSync(folder('pipeline/reconcile'), { recursive: true, encoding: 'utf8' })
    .map((name) => `pipeline/reconcile/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
  return files.flatMap((path) => {
    const relations = literalsOf(folder(path), 'relation').filter((name) => !pairRelations.includes(name))
    const text = relations.length === 0 ? '' : (described(path).findLast((each) => each.text !== '')?.text ?? '')
    return relations.map((relation) => ({ relation, text, path }))
  })
}

const checkTexts = (): [string, string][] => checks().map(({ relation, text }) => [relation, text])

const checkRules = (): string =>
  tableOf(
    ['check', 'what it compares', 'file'],
    checks().map(({ relation, text, path }) => [code(relation), cell(text), linked(path)]),
  )

/** docs/method/rules.md, whole. */
export const rulesPage = (): string => `# Rules

<!-- Made by "npm run docs" from the comments above the rules. Change those, not this page. -->

What a rule decided carries the rule's name. Names are public and stable: you can count by them, filter by them, and look them up here.

## Rules at a number

At each number of a passage the rules are asked in this order, and the first that answers has it. It gives a claim (column \`rule\` of
\`claims\`) or the reason why the number is none (columns \`rule\` and \`reason\` of \`unclaimed\`). Two names come from elsewhere:
\`year\` is a bare year that the rule \`date\` set aside, and \`parse\` stands for what is no text of the article: list markers, tags, front matter.

${numberRules()}

## Rules of the fields

After a number is read, its fields are filled one by one. How the words that say a field were found is told by a name in the column
\`<field>_evidence_rule\`; \`<field>_evidence_stated\` is false where the field is implied.

${evidenceNames()}

The functions that do it, each in a file of its own:

${fieldRules()}

## Checks by arithmetic

What figures say of one another (table \`checks\`).

${checkRules()}

## Rules of the verdict

Where claims on one key give different values, these are asked in this order. The first that separates the values decides (column
\`decided_by\` of \`observations\`); those after it are noted under \`agree\` or \`against\`.

${verdictRules()}
`

/** docs/method/rules.json: what each rule does by its name, as the report tells it. Where two lists have a name, the first has it. */
export const rulesData = (): string => {
  const evidence: Record<string, string> = parse(readFileSync(folder('docs/method/evidence-rules.yaml'), 'utf8'))
  const numbers = [...filesOf('extractors/claims'), ...filesOf('extractors/set-aside')].flatMap(described)
  const verdicts = filesOf('pipeline/reconcile/rules', ['rule.ts']).flatMap(described)
  const named = (rule: string | null, text: string): [string, string][] =>
    rule === null || text === '' ? [] : [[rule, text]]
  const said = [
    ...Object.entries(evidence),
    ...numbers.flatMap(({ rule, text }) => named(rule, text)),
    ...verdicts.flatMap(({ rule, text }) => named(rule, text)),
    ...checkTexts(),
  ]
  const byName = new Map<string, string>()
  for (const [name, text] of said) if (!byName.has(name)) byName.set(name, text)
  return `${JSON.stringify(Object.fromEntries([...byName].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`
}
