import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CatalogError } from '../../catalog/catalog-error.ts'
import { loadCatalog } from '../../catalog/load.ts'
import { packageRoot } from '../../catalog/package-root.ts'

/** A small catalog that is right, which each test breaks in one place. */
const small: Readonly<Record<string, string>> = {
  'catalog.yaml': 'id: forest\ntitle: Forests\ndescription: Trees.\nlanguages: [en, vi]\n',
  'indicators.yaml': `- id: forest.area
  label: { en: Forest area }
  definition: { en: Area under forest. }
  unit: hectare
  nature: stock
  cues: [[forest], [area]]
- id: forest.coverage
  label: { en: Forest coverage }
  definition: { en: Share of the land under forest. }
  unit: percent
  nature: share
  of: land
  cues: [[forest], [area]]
`,
  'denominators.yaml': '- { id: land, terms: { en: [land area] } }\n',
  'relations.yaml': '- { type: share, share: forest.coverage, part: forest.area, whole: land }\n',
  'terms/en.yaml': 'forest: [forest*]\narea: [area, covering]\n',
  'terms/vi.yaml': 'forest: [rừng]\narea: [diện tích]\n',
}

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'catalog-'))
  await mkdir(join(dir, 'terms'))
  for (const [name, text] of Object.entries(small)) await writeFile(join(dir, name), text)
})
afterEach(() => rm(dir, { recursive: true }))

/** Replaces text in one file and gives the problems that loading then has, a line each. */
const broken = async (name: string, from: string, to: string): Promise<string[]> => {
  const text = small[name]!
  expect(text).toContain(from)
  await writeFile(join(dir, name), text.replace(from, to))
  const error = await loadCatalog(dir).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CatalogError)
  return (error as CatalogError).message.split('\n').slice(1)
}

test('the default catalog loads without errors or warnings', async () => {
  const catalog = await loadCatalog()
  expect(catalog.id).toBe('social-security')
  expect(catalog.languages).toEqual(['en', 'vi'])
  expect([...catalog.locales.keys()]).toEqual(['en', 'vi'])
  expect(catalog.sha256).toMatch(/^[\da-f]{64}$/u)
  expect(catalog.warnings).toEqual([])
})

test('a catalog of a user takes units, places and locales from base', async () => {
  const catalog = await loadCatalog(dir)
  expect([...catalog.indicators.keys()]).toEqual(['forest.area', 'forest.coverage'])
  expect(catalog.units.get('hectare')?.base).toBe('square metre')
  expect(catalog.terms.get('vi')?.get('forest')).toEqual(['rừng'])
  expect(catalog.places.some(({ code }) => code === 'VN')).toBe(true)
  expect(catalog.locales.has('en')).toBe(true)
})

test('entries of a list join those of base, and stand in for those of the same name', async () => {
  await writeFile(
    join(dir, 'units.yaml'),
    '- { id: seedling, kind: count, terms: { en: [seedlings] } }\n- { id: tree, kind: count, terms: { en: [trunks] } }\n',
  )
  await writeFile(
    join(dir, 'places.yaml'),
    '- { code: XX, names: { en: [Arden] } }\n- { code: VN, names: { en: [Annam] } }\n',
  )
  const { units, places } = await loadCatalog(dir)
  expect(units.get('seedling')?.kind).toBe('count')
  expect(units.get('tree')?.terms).toEqual({ en: ['trunks'] })
  expect(units.get('hectare')?.base).toBe('square metre')
  expect(places.filter(({ code }) => code === 'VN').map(({ names }) => names)).toEqual([{ en: ['Annam'] }])
  expect(places.filter(({ code }) => ['XX', 'TH'].includes(code)).length).toBe(2)
})

test('what is wrong in an entry that joins those of base is told with its place in its own file', async () => {
  await writeFile(join(dir, 'units.yaml'), '- { id: grove, kind: count, base: tre }\n')
  await expect(loadCatalog(dir)).rejects.toThrow(
    'units.yaml:1:29 [0].base: unit "tre" is in no units.yaml; did you mean "tree"?',
  )
})

test('any other file of the name of one of base stands in for it', async () => {
  await mkdir(join(dir, 'locales'))
  const english = await readFile(join(packageRoot(), 'catalog', 'base', 'locales', 'en.yaml'), 'utf8')
  await writeFile(join(dir, 'locales', 'en.yaml'), english.replace('name: English', 'name: Plain English'))
  expect((await loadCatalog(dir)).locales.get('en')?.name).toBe('Plain English')
})

test('denominators and relations may be left out', async () => {
  await rm(join(dir, 'denominators.yaml'))
  await rm(join(dir, 'relations.yaml'))
  await writeFile(join(dir, 'indicators.yaml'), small['indicators.yaml']!.replace('  of: land\n', ''))
  const catalog = await loadCatalog(dir)
  expect(catalog.relations).toEqual([])
  expect(catalog.denominators.size).toBe(0)
})

test('the version changes with any byte of any file, and with nothing else', async () => {
  const first = await loadCatalog(dir)
  expect((await loadCatalog(dir)).sha256).toBe(first.sha256)
  const copy = await mkdtemp(join(tmpdir(), 'catalog-'))
  await cp(dir, copy, { recursive: true })
  expect((await loadCatalog(copy)).sha256).toBe(first.sha256)
  await writeFile(join(copy, 'terms/vi.yaml'), `${small['terms/vi.yaml']}# \n`)
  expect((await loadCatalog(copy)).sha256).not.toBe(first.sha256)
  await rm(copy, { recursive: true })
})

test('a term that one language lacks is a warning', async () => {
  await writeFile(join(dir, 'terms/vi.yaml'), 'forest: [rừng]\n')
  expect((await loadCatalog(dir)).warnings).toEqual(['terms/vi.yaml does not say: area'])
})

const cases: [what: string, file: string, from: string, to: string, problems: string[]][] = [
  [
    'a term that no file says',
    'indicators.yaml',
    'cues: [[forest], [area]]',
    'cues: [[forestt], [area]]',
    ['indicators.yaml:6:11 [0].cues[0][0]: term "forestt" is in no terms/*.yaml; did you mean "forest"?'],
  ],
  [
    'a unit that is not known',
    'indicators.yaml',
    'unit: hectare',
    'unit: hectar',
    ['indicators.yaml:4:3 [0].unit: unit "hectar" is in no units.yaml; did you mean "hectare"?'],
  ],
  [
    'a whole that is not known',
    'indicators.yaml',
    'of: land',
    'of: lnd',
    ['indicators.yaml:12:3 [1].of: denominator "lnd" is in no denominators.yaml; did you mean "land"?'],
  ],
  [
    'a whole that is the total of no known indicator',
    'denominators.yaml',
    '{ id: land,',
    '{ id: land, total_of: [any, forest.ara],',
    [
      'denominators.yaml:1:31 [0].total_of[1]: indicator "forest.ara" is in no indicators.yaml; did you mean "forest.area"?',
    ],
  ],
  [
    'an id given twice',
    'indicators.yaml',
    'id: forest.coverage',
    'id: forest.area',
    [
      'indicators.yaml:7:3 [1].id: "forest.area" is there twice; give it another id or join the two',
      'relations.yaml:1:18 [0].share: indicator or denominator "forest.coverage" is in no indicators.yaml or denominators.yaml; add it there, or take it out',
    ],
  ],
  [
    'a field that does not exist',
    'indicators.yaml',
    '  label: { en: Forest area }',
    '  lable: { en: Forest area }',
    [
      'indicators.yaml:1:3 [0].label: is missing; add it, it must be a map',
      'indicators.yaml:2:3 [0].lable: no such field "lable"; did you mean "label"?',
    ],
  ],
  [
    'a value that is none of those allowed',
    'indicators.yaml',
    'nature: stock',
    'nature: stok',
    [
      'indicators.yaml:5:3 [0].nature: "stok" is none of stock, flow, share, rate, index, duration; did you mean "stock"?',
    ],
  ],
  [
    'an empty list',
    'indicators.yaml',
    'cues: [[forest], [area]]',
    'cues: []',
    ['indicators.yaml:6:3 [0].cues: needs at least 1 entry; add it'],
  ],
  [
    'a number where text is wanted',
    'terms/en.yaml',
    'area: [area, covering]',
    'area: [area, 68]',
    ['terms/en.yaml:2:14 area[1]: 68 must be text; write it in quotes'],
  ],
  [
    'a relation to an indicator that does not exist',
    'relations.yaml',
    'part: forest.area',
    'part: forest.aera',
    [
      'relations.yaml:1:42 [0].part: indicator or denominator "forest.aera" is in no indicators.yaml or denominators.yaml; did you mean "forest.area"?',
    ],
  ],
  [
    'a relation of a type that does not exist',
    'relations.yaml',
    'type: share',
    'type: shares',
    ['relations.yaml:1:5 [0].type: "shares" is none of share, place_share, '],
  ],
  [
    'a key given twice',
    'terms/vi.yaml',
    'area: [diện tích]',
    'forest: [cây]',
    ['terms/vi.yaml:2:1: Map keys must be unique'],
  ],
  ['a bracket left open', 'terms/vi.yaml', '[rừng]', '[rừng', ['terms/vi.yaml:2:1: Flow sequence']],
  [
    'a language code that is none',
    'catalog.yaml',
    '[en, vi]',
    '[en, Vietnamese]',
    ['catalog.yaml:4:17 languages[1]: "Vietnamese" is not of the form /^[a-z]{2}$/u'],
  ],
]
test.each(cases)('%s is told with its place and its mend', async (_, file, from, to, problems) => {
  const lines = await broken(file, from, to)
  expect(lines).toHaveLength(problems.length)
  for (const [at, problem] of problems.entries()) expect(lines[at]).toContain(problem)
})

test('a misnamed file is told', async () => {
  await writeFile(join(dir, 'indicator.yaml'), '[]\n')
  await expect(loadCatalog(dir)).rejects.toThrow(
    'indicator.yaml:1:1: is no file of a catalog; did you mean "indicators.yaml"?',
  )
})

test('a file that a catalog needs and lacks is told', async () => {
  await rm(join(dir, 'catalog.yaml'))
  await expect(loadCatalog(dir)).rejects.toThrow('catalog.yaml:1:1: is missing; a catalog needs it')
})

test('names that nothing is like are told once', async () => {
  await writeFile(join(dir, 'indicators.yaml'), small['indicators.yaml']!.replace('nature: stock', 'nature: inventory'))
  const error = (await loadCatalog(dir).catch((caught: unknown) => caught)) as CatalogError
  expect(error.problems.map(({ text }) => text)).toEqual([
    '"inventory" is none of stock, flow, share, rate, index, duration',
  ])
})

test('all errors of all files are told at once, in order of file and line', async () => {
  await writeFile(join(dir, 'catalog.yaml'), 'id: Forest\ntitle: 5\ndescription: Trees.\nlanguages: [en]\n')
  await writeFile(join(dir, 'denominators.yaml'), '- { id: land, trems: {} }\n')
  const error = (await loadCatalog(dir).catch((caught: unknown) => caught)) as CatalogError
  expect(error.problems.map(({ file, line, path }) => `${file}:${line} ${path}`)).toEqual([
    'catalog.yaml:1 id',
    'catalog.yaml:2 title',
    'denominators.yaml:1 [0].terms',
    'denominators.yaml:1 [0].trems',
  ])
  expect(error.message).toMatch(/^the catalog has 4 errors\n/u)
})

test('places must have parents and successors that exist, a currency that is known, and days in order', async () => {
  await writeFile(join(dir, 'authorities.yaml'), '- { id: elder, name: Elder, class: 2, place: YY, reason: Old. }\n')
  await writeFile(
    join(dir, 'places.yaml'),
    `- { code: XX, names: { en: [Arden] }, currency: XXQ }
- { code: XX-1, parent: XY, names: { en: [East Arden] }, successor: XX-2 }
- { code: XX-1, parent: XX, names: { en: [East Arden] } }
- { code: XX-3, parent: XX, names: { en: [West Arden] }, valid_from: "2001-01-01", valid_to: "2000-01-01" }
`,
  )
  const error = (await loadCatalog(dir).catch((caught: unknown) => caught)) as CatalogError
  expect(error.problems.map(({ line, path, text }) => `${line} ${path}: ${text}`)).toEqual([
    '1 [0].place: place "YY" is in no places.yaml; did you mean "BY"?',
    '1 [0].currency: currency "XXQ" is in no units.yaml; add it there, or take it out',
    '2 [1].parent: place "XY" is in no places.yaml; did you mean "XX"?',
    '2 [1].successor: place "XX-2" is in no places.yaml; did you mean "XX-1"?',
    '3 [2].code: "XX-1" is there twice from the same day; give the later one a valid_from',
    '4 [3].valid_to: "2000-01-01" is before valid_from; swap the two',
  ])
})

test('a near whole, a further whole and the base of a unit must exist', async () => {
  await writeFile(join(dir, 'denominators.yaml'), '- { id: land, near: [sea], terms: { en: [land area] } }\n')
  await writeFile(join(dir, 'indicators.yaml'), small['indicators.yaml']!.replace('of: land', 'wholes: [land, lands]'))
  await writeFile(join(dir, 'places.yaml'), '- { code: XX, names: { en: [Arden] } }\n')
  await writeFile(join(dir, 'authorities.yaml'), '[]\n')
  await writeFile(join(dir, 'units.yaml'), '- { id: hectare, kind: quantity, base: squar metre, factor: "10000" }\n')
  const error = (await loadCatalog(dir).catch((caught: unknown) => caught)) as CatalogError
  expect(error.problems.map(({ file, path }) => `${file} ${path}`)).toEqual([
    'denominators.yaml [0].near[0]',
    'indicators.yaml [1].wholes[1]',
    'units.yaml [0].base',
  ])
})

test('a folder that is not there is an error of the disk', async () => {
  await expect(loadCatalog(join(dir, 'none'))).rejects.toThrow('ENOENT')
})

test('the root of the package is where package.json is', async () => {
  expect(JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8')).name).toBe('provenum')
})
