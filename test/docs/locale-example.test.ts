import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { blocksOf } from '../../docs/make/example-page.ts'
import { docsFile } from '../../docs/make/pages.ts'
import { Locale } from '../../schemas/locale.ts'

const page = readFileSync(docsFile('add-a-locale.md'), 'utf8')
const block = blocksOf(page).find(({ asks }) => asks.get('file')?.startsWith('catalog/base/locales/'))

describe('the locale of the worked example', () => {
  it('is one by the schema, and leaves out no field that there is', () => {
    const locale = parse(block?.text ?? '')
    expect(Locale.safeParse(locale).error?.issues ?? []).toEqual([])
    expect(Object.keys(Locale.shape).filter((field) => !(field in locale))).toEqual([])
  })
})
