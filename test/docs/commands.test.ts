import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'
import { commandLine } from '../../pipeline/command-line.ts'
import { localStages } from '../../pipeline/local-stages.ts'

const root = packageRoot()
const pages = [
  'README.md',
  'docs/how-it-works.md',
  'docs/add-an-extractor.md',
  'docs/add-a-locale.md',
  'docs/add-an-indicator.md',
]
const texts = new Map(pages.map((page) => [page, readFileSync(join(root, page), 'utf8')]))
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts

const helpOf = async (...argv: string[]): Promise<string> => {
  let printed = ''
  const io = {
    out: (text: string) => {
      printed += text
    },
    error: () => {},
    isTerminal: false,
    untilStopped: () => Promise.resolve(),
    stages: localStages,
    exitCode: 0,
  }
  expect(await commandLine([...argv, '--help'], io)).toBe(0)
  return printed
}

describe.each(pages)('the commands in %s', (page) => {
  const text = texts.get(page)!

  it('name scripts that package.json has', () => {
    const named = [...text.matchAll(/npm run (?:-s )?(?<script>[a-z]+)/gu)].map(({ groups }) => groups!.script!)
    if (/npm test/u.test(text)) named.push('test')
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  it('name commands and options that provenum has', async () => {
    for (const { groups } of text.matchAll(/(?:npx |`)provenum (?<command>[a-z]+)(?<rest>[^\n`]*)/gu)) {
      expect(await helpOf(), `provenum ${groups!.command}`).toContain(`\n  ${groups!.command} `)
      const help = await helpOf(groups!.command!)
      for (const [option] of groups!.rest!.matchAll(/--[a-z]+/gu)) expect(help).toContain(`${option} `)
    }
  })
})

describe('the README', () => {
  const readme = texts.get('README.md')!

  it('shows each command and each option of extract', async () => {
    const help = await helpOf('extract')
    const options = [...help.matchAll(/^ {2}(?:-h, )?(?<option>--[a-z]+)/gmu)].map(({ groups }) => groups!.option!)
    expect(options).toContain('--out')
    for (const option of ['--out', '--catalog', '--json', '--quiet']) {
      expect(options).toContain(option)
      expect(readme).toContain(option)
    }
  })

  it('has the line that makes the datasets and leads to the docs', () => {
    expect(readme).toContain('npm ci && npm run extract')
    expect(readme).toContain('docs/')
  })
})
