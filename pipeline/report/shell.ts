import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Child, h } from 'hastscript'
import type { Asset, PageKind } from './assets.ts'
import type { View } from './view.ts'

/** What a page gives to the shell. */
export interface PageParts {
  readonly kind: PageKind
  readonly title: string
  readonly main: Child
  /** Ways up: [path, words], the overview first. */
  readonly trail: readonly (readonly [string, string])[]
  /** What the scripts of the page read; it becomes <script type="application/json" id="data">. */
  readonly data: unknown
  /** Rules of this page alone, put after its style. */
  readonly style?: string
  /** JSON-LD for search engines. */
  readonly about?: unknown
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** JSON that no parser of HTML mistakes for an end of the script, or for a comment. */
const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const json = (type: string, value: unknown, id?: string): Element =>
  h('script', { type, ...(id === undefined ? {} : { id }) }, [{ type: 'text', value: jsonText(value) }])

/**
 * The find page alone loads scripts: its data, which is too much for a page. They are loaded by the script that is trusted by its hash, and a hash of
 * their own does not do, since browsers check none of a file on a disk; the script checks what they say.
 */
const policy = (kind: PageKind, script: string, style: string): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${hashOf(script)}${kind === 'find' ? " 'strict-dynamic'" : ''}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
  ].join('; ')

const raw = (tag: 'script' | 'style', text: string): Element => h(tag, [{ type: 'text', value: text }])

const navigation = (view: View, languages: readonly string[], parts: PageParts): Element => {
  const { words } = view
  const here = (path: string): Record<string, string> => (path === view.path ? { ariaCurrent: 'page' } : {})
  return h('header', { className: 'top' }, [
    h('a', { className: 'skip', href: '#main' }, words.say('skip')),
    h('nav', { ariaLabel: words.say('site') }, [
      h('a', { className: 'brand', href: view.link('index.html'), ...here('index.html') }, 'Provenum'),
      h('ul', [
        h('li', h('a', { href: view.link('index.html'), ...here('index.html') }, words.say('overview'))),
        h('li', h('a', { href: view.link('find.html'), ...here('find.html') }, words.say('find'))),
      ]),
      h(
        'ul',
        { className: 'languages', ariaLabel: words.say('language') },
        languages.map((language) =>
          h(
            'li',
            language === words.language
              ? h('span', { ariaCurrent: 'true', lang: language }, language.toUpperCase())
              : h('a', { href: view.inLanguage(language), hrefLang: language, lang: language }, language.toUpperCase()),
          ),
        ),
      ),
    ]),
    parts.trail.length === 0
      ? null
      : h('nav', { className: 'trail', ariaLabel: words.say('trail') }, [
          h('ol', [
            ...parts.trail.map(([path, text]) => h('li', h('a', { href: view.link(path) }, text))),
            h('li', h('span', { ariaCurrent: 'page' }, parts.title)),
          ]),
        ]),
  ])
}

/** A page as HTML: everything it needs is in it, and nothing else is let in by its policy. */
export const pageHtml = (view: View, languages: readonly string[], asset: Asset, parts: PageParts): string => {
  const { words, site } = view
  const style = `${asset.style}${parts.style ?? ''}`
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: words.language }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(parts.kind, asset.script, style) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('meta', { name: 'generator', content: `Provenum ${site.version}` }),
          h(
            'title',
            parts.title === words.say('overview') ? words.say('report') : `${parts.title} · ${words.say('report')}`,
          ),
          h('link', { rel: ['icon'], href: 'data:,' }),
          raw('style', style),
          parts.about === undefined ? null : json('application/ld+json', parts.about),
        ]),
        h('body', { className: `is-${parts.kind}` }, [
          navigation(view, languages, parts),
          h('main', { id: 'main', tabIndex: -1 }, parts.main),
          h('footer', [
            h('p', words.say('made', { version: site.version, catalog: site.catalog.id })),
            h('p', h('a', { href: view.file('datapackage.json') }, words.say('data_package'))),
          ]),
          json('application/json', parts.data, 'data'),
          raw('script', asset.script),
        ]),
      ]),
    ],
  }
  return `${toHtml(tree, { upperDoctype: true })}\n`
}
