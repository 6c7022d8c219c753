import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../catalog/package-root.ts'

interface Node {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

const root = packageRoot()
const processor = unified().use(remarkParse).use(remarkGfm).freeze()

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
]

const treeOf = (page: string): Node => processor.parse(readFileSync(join(root, page), 'utf8')) as Node
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('')

/** The name by which a heading is linked to, as GitHub makes it. */
const anchorOf = (heading: Node): string =>
  textOf(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (page: string): string[] =>
  all(treeOf(page))
    .filter(({ type }) => type === 'heading')
    .map(anchorOf)

/** Links of a page that lead nowhere. */
const broken = (page: string): string[] =>
  all(treeOf(page))
    .filter(({ type, url }) => (type === 'link' || type === 'image') && url !== undefined && !/^[a-z]+:/u.test(url))
    .map(({ url }) => url!)
    .filter((url) => {
      const [path, anchor] = url.split('#') as [string, string | undefined]
      const target = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
    })

describe('links', () => {
  it.each(pages)('of %s lead to files and headings that are there', (page) => {
    expect(broken(page)).toEqual([])
  })

  it('are looked for on all pages', () => {
    expect(pages.length).toBeGreaterThan(12)
    const links = pages.flatMap((page) => all(treeOf(page)).filter(({ type }) => type === 'link'))
    expect(links.length).toBeGreaterThan(60)
  })

  it('lead from somewhere to every page', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        all(treeOf(page)).flatMap(({ url }) => (url === undefined ? [] : [join(dirname(page), url.split('#')[0]!)])),
      ),
    )
    const entries = ['README.md', 'docs/README.md']
    expect(pages.filter((page) => !entries.includes(page) && !linked.has(page))).toEqual([])
  })
})
