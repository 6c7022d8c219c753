import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../catalog/package-root.ts'
import { nodes, placeOf, rooms, type Source, sources } from './sources.ts'

interface Import {
  readonly from: Source
  /** Path from the root, or the name of a package. */
  readonly to: string
  readonly at: string
  readonly isOwn: boolean
}

const specifierOf = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isCall ? node.arguments[0] : undefined
}

const imports: readonly Import[] = sources.flatMap((from) =>
  [...nodes(from.tree)].flatMap((node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return []
    const name = ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText()
    const isOwn = name.startsWith('.')
    const to = isOwn ? posix.join(posix.dirname(from.path), name) : name
    return [{ from, to, at: placeOf(from, node), isOwn }]
  }),
)
const own = imports.filter(({ isOwn }) => isOwn)
const shown = ({ at, to }: Import): string => `${at} imports ${to}`

/** Files that can be reached from each other, as lists in order of paths. */
const circles = (edges: readonly Import[]): string[][] => {
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) targets.set(from.path, [...(targets.get(from.path) ?? []), to])
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>()
    const open = [...(targets.get(start) ?? [])]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      open.push(...(targets.get(path) ?? []))
    }
    return seen
  }
  const reach = new Map([...targets.keys()].map((path) => [path, reached(path)]))
  const found = new Set<string>()
  for (const [path, all] of reach) {
    if (all.has(path))
      found.add(
        [...all]
          .filter((other) => reach.get(other)?.has(path))
          .sort()
          .join(' '),
      )
  }
  return [...found].map((files) => files.split(' '))
}

describe('imports', () => {
  it('were collected', () => {
    expect(sources.length).toBeGreaterThan(120)
    expect(imports.length).toBeGreaterThan(500)
  })

  it('run one way: schemas <- catalog <- extractors <- pipeline', () => {
    const rank = (path: string): number => rooms.indexOf(path.split('/')[0] as (typeof rooms)[number])
    const wrong = own.filter(({ from, to }) => rank(to) < 0 || rank(to) > rank(from.path))
    expect(wrong.map(shown)).toEqual([])
  })

  it('name files that are there, with their ending', () => {
    const paths = new Set(sources.map(({ path }) => path))
    expect(own.filter(({ to }) => !paths.has(to)).map(shown)).toEqual([])
  })

  it('make no circle, by their types either', () => {
    expect(circles(own)).toEqual([])
  })
})

/** The stages in the order that data takes, and what stands around them. */
const stages = ['read', 'parse', 'extract', 'resolve', 'reconcile', 'write', 'report', 'review', 'commands', 'evaluate']

/** What one stage may take of another: the shape of what that one hands on, never how it is made. */
const seams = new Set([
  'extract -> pipeline/parse/code-points.ts',
  'resolve -> pipeline/extract/language.ts',
  'resolve -> pipeline/extract/read-passage.ts',
  'resolve -> pipeline/extract/sentences.ts',
  'report -> pipeline/parse/code-points.ts',
  'report -> pipeline/write/tables.ts',
  'commands -> pipeline/reconcile/compare-rows.ts',
  'commands -> pipeline/reconcile/draft-decision.ts',
  'commands -> pipeline/reconcile/trail.ts',
  'commands -> pipeline/read/decisions-file.ts',
  'commands -> pipeline/review/rulings-file.ts',
  'commands -> pipeline/review/server.ts',
  'commands -> pipeline/write/read-table.ts',
  'review -> pipeline/read/decisions-file.ts',
  'commands -> pipeline/write/tables.ts',
  'evaluate -> pipeline/commands/counted.ts',
  'evaluate -> pipeline/write/readme-tables.ts',
  'evaluate -> pipeline/write/tables.ts',
])

describe('stages', () => {
  const stageOf = (path: string): string | null => /^pipeline\/(?<stage>[^/]+)\//u.exec(path)?.groups?.stage ?? null
  const across = own.filter(({ from, to }) => {
    const [one, other] = [stageOf(from.path), stageOf(to)]
    return one !== null && other !== null && one !== other
  })

  it('are known', () => {
    expect(
      [...new Set(sources.flatMap(({ path }) => stageOf(path) ?? []))].filter((each) => !stages.includes(each)),
    ).toEqual([])
  })

  it('do not import what is inside another', () => {
    const wrong = across.filter(({ from, to }) => !seams.has(`${stageOf(from.path)} -> ${to}`))
    expect(wrong.map(shown)).toEqual([])
  })

  it('take from those before them alone', () => {
    const wrong = across.filter(({ from, to }) => stages.indexOf(stageOf(to)!) > stages.indexOf(stageOf(from.path)!))
    expect(wrong.map(shown)).toEqual([])
  })

  it('are wired by few: nothing else at the top of the pipeline knows a stage', () => {
    const wiring = new Set([
      'command-line',
      'extract-document',
      'read-dates',
      'extract-sources',
      'index',
      'local-stages',
      'reconcile-by-parts',
      'reconcile-spilled',
      'report-dataset',
      'run',
      'source-texts',
      'stages',
    ])
    const wrong = own.filter(
      ({ from, to }) =>
        /^pipeline\/[^/]+\.ts$/u.test(from.path) &&
        stageOf(to) !== null &&
        !wiring.has(posix.basename(from.path, '.ts')),
    )
    expect(wrong.map(shown)).toEqual([])
  })
})

/** Everything between read and write: the same values in, the same values out. */
const isPure = ({ path }: Source): boolean =>
  /^(?:schemas|extractors)\/|^pipeline\/(?:parse|extract|resolve|reconcile)\/|^pipeline\/(?:extract-document|stages|group-by)\.ts$/u.test(
    path,
  )

/** Names by which code asks the machine, its clock or its language. */
const machine = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.env',
  'process.cwd',
  'process.hrtime',
  'process.platform',
  'crypto.randomUUID',
])
const local = /^(?:toLocale\w*|localeCompare|getTimezoneOffset|getDate|getMonth|getFullYear|getDay|getHours)$/u
const allowedModules = new Set(['node:crypto'])

describe('pure rooms', () => {
  const pure = sources.filter(isPure)

  it('are most of the house', () => {
    expect(pure.length).toBeGreaterThan(100)
  })

  it('ask no clock, no chance, no language of the machine and no environment', () => {
    const wrong = pure.flatMap((source) =>
      [...nodes(source.tree)].flatMap((node) => {
        const isNewDate = ts.isNewExpression(node) && node.expression.getText() === 'Date'
        const isMachine =
          ts.isPropertyAccessExpression(node) && (machine.has(node.getText()) || local.test(node.name.text))
        const isIntl = ts.isIdentifier(node) && node.text === 'Intl'
        return isNewDate || isMachine || isIntl ? [`${placeOf(source, node)} ${node.getText()}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('read no file, no network and no process', () => {
    const wrong = imports.filter(
      ({ from, to, isOwn }) => !isOwn && isPure(from) && to.startsWith('node:') && !allowedModules.has(to),
    )
    expect(wrong.map(shown)).toEqual([])
    const global = pure.flatMap((source) =>
      [...nodes(source.tree)]
        .filter(
          (node) =>
            ts.isCallExpression(node) && /^(?:fetch|setTimeout|setInterval|require)$/u.test(node.expression.getText()),
        )
        .map((node) => placeOf(source, node)),
    )
    expect(global).toEqual([])
  })

  it('bring no number through a float: no parseFloat, no Number.parseFloat, no toFixed', () => {
    const wrong = sources
      .filter(({ path }) => /^(?:extractors|pipeline\/(?:parse|extract|resolve))\//u.test(path))
      .flatMap((source) =>
        [...nodes(source.tree)]
          .filter(
            (node) => ts.isIdentifier(node) && /^(?:parseFloat|toFixed|toPrecision|toExponential)$/u.test(node.text),
          )
          .map((node) => placeOf(source, node)),
      )
    expect(wrong).toEqual([])
  })
})

const comments = /\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|^[ \t]*\/\/[^\n]*$|^[ \t]*#[^\n]*$/gmu

describe('the house knows no seed', () => {
  const folder = join(packageRoot(), 'seeds')
  const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  /** Code and data by which texts are read. */
  const files = rooms.flatMap((room) =>
    readdirSync(join(packageRoot(), room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|js|yaml|json)$/u.test(name))
      .map((name) => ({ path: `${room}/${name}`, text: readFileSync(join(packageRoot(), room, name), 'utf8') })),
  )
  /** What is matched on: a comment may quote an example, code and data may not. */
  const matched = files.map(({ path, text }) => ({ path, text: text.replace(comments, ' ') }))

  it('has seeds and files to look at', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(5)
    expect(files.length).toBeGreaterThan(120)
  })

  it('by name', () => {
    const parts = seeds.flatMap((name) => [name, name.replace('.txt', ''), name.replace('.txt', '').slice(4)])
    const wrong = files.flatMap(({ path, text }) =>
      parts.filter((part) => text.includes(part)).map((part) => `${path}: ${part}`),
    )
    expect(wrong).toEqual([])
  })

  it('by its sentences: no run of their words', () => {
    // A name may have nine: "National Population Database of the Ministry of Public Security".
    const run = 10
    const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []
    const runsOf = (text: string): string[] => {
      const words = wordsOf(text)
      return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' '))
    }
    const seen = new Set(seeds.flatMap((name) => runsOf(readFileSync(join(folder, name), 'utf8'))))
    expect(seen.size).toBeGreaterThan(3_000)
    const wrong = matched.flatMap(({ path, text }) =>
      runsOf(text)
        .filter((each) => seen.has(each))
        .map((each) => `${path}: ${each}`),
    )
    expect(wrong).toEqual([])
  })

  it('by its figures: no numeral with a separator and four digits or more', () => {
    const figures = (text: string): Set<string> =>
      new Set(
        (text.match(/(?<![\d.,])\d+[.,]\d[\d.,]*(?<![.,])(?!\d)/gu) ?? []).filter(
          (each) => each.replace(/\D/gu, '').length >= 4,
        ),
      )
    const said = new Set(seeds.flatMap((name) => [...figures(readFileSync(join(folder, name), 'utf8'))]))
    expect(said.size).toBeGreaterThan(30)
    // The schemas' descriptions may give an example.
    const reading = matched.filter(({ path }) => !path.startsWith('schemas/'))
    const wrong = reading.flatMap(({ path, text }) =>
      [...figures(text)].filter((each) => said.has(each)).map((each) => `${path}: ${each}`),
    )
    expect(wrong).toEqual([])
  })
})
