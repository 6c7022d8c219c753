import { expect } from 'vitest'
import { axeFindings } from './axe.ts'
import { oneOfEachKind } from './report-pages.ts'
import { type Place, test } from './visit.ts'

const looks: Readonly<Record<string, Place>> = {
  light: { options: { colorScheme: 'light' } },
  dark: { options: { colorScheme: 'dark' } },
  'light and narrow': { options: { colorScheme: 'light', viewport: { width: 320, height: 640 } } },
}

/**
 * One page of each kind and language, the largest: the newsroom's are contested, those of the seeds are long. The looks are those of the
 * same style sheets, so the short pages stand for them; the long pages differ by language in nothing that the short ones do not.
 */
const cases = [
  ...Object.keys(looks).map((look) => ({ corpus: 'newsroom' as const, look })),
  { corpus: 'seeds' as const, look: 'light' },
]

test.for(cases)('axe finds nothing on pages of the $corpus, $look', async ({ corpus, look }, { visit }) => {
  const both = oneOfEachKind(corpus)
  // Overview, find, document, observation and method, in two languages.
  expect(both).toHaveLength(10)
  const paths = corpus === 'seeds' ? both.filter((path) => !path.startsWith('vi/')) : both
  for (const path of paths) {
    const page = await visit(path, { ...looks[look]!, corpus })
    expect(await axeFindings(page), path).toEqual([])
    await page.close()
  }
})

test('axe sees what is wrong', async ({ visit }) => {
  const page = await visit('index.html')
  await page.evaluate(() => document.body.append(document.createElement('button'), document.createElement('img')))
  expect((await axeFindings(page)).map((each) => each.split(':')[0])).toEqual(
    expect.arrayContaining(['button-name', 'image-alt']),
  )
})
