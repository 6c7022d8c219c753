import { expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'

const { authorities, legalTypes } = await loadCatalog()

test.each([
  ['BHXH', 'Vietnam Social Security', 1],
  ['ND-CP', 'Government', 2],
  ['NQ-CP', 'Government', 2],
  ['QD-TTg', 'Prime Minister', 2],
  ['CT-TTg', 'Prime Minister', 2],
  ['NQ/TW', 'Party Central Committee', 2],
  ['KL/TW', 'Party Central Committee', 2],
  ['QH13', 'National Assembly', 2],
  ['QH15', 'National Assembly', 2],
  ['BLDTBXH', 'Ministry of Labour, Invalids and Social Affairs', 2],
  ['BYT', 'Ministry of Health', 2],
  ['BTC', 'Ministry of Finance', 2],
  ['BNV', 'Ministry of Home Affairs', 2],
  ['BGDDT', 'Ministry of Education and Training', 2],
  ['UBTVQH14', 'Standing Committee of the National Assembly', 2],
])('a number that ends in %s is of %s', (suffix, name, rank) => {
  const found = [...authorities.values()].filter(({ suffixes }) => suffixes.includes(suffix))
  expect(found.map((authority) => [authority.name, authority.class])).toEqual([[name, rank]])
})

test('an ending of a number is of one authority, and has no diacritics', () => {
  const seen = new Map<string, string>()
  for (const { id, suffixes } of authorities.values()) {
    for (const suffix of suffixes) {
      expect(suffix).toMatch(/^[A-Za-z\d/-]+$/u)
      expect(seen.get(suffix.toUpperCase()), suffix).toBeUndefined()
      seen.set(suffix.toUpperCase(), id)
    }
  }
})

test('a body of a province is named after it, and says nothing of a country', () => {
  for (const [id, name] of [
    ['peoples_committee', "{place} People's Committee"],
    ['peoples_council', "{place} People's Council"],
  ] as const) {
    expect(authorities.get(id)?.local).toBe(name)
    expect(authorities.get(id)?.place).toBeNull()
  }
})

test('every class from 1 to 5 is there, and every authority says why it has its own', () => {
  const classes = new Set([...authorities.values()].map((authority) => authority.class))
  expect([...classes].sort()).toEqual([1, 2, 3, 4, 5])
  for (const { id, reason } of authorities.values()) expect(reason.length, id).toBeGreaterThan(20)
})

test.each(['VSS', 'Viet Nam Social Security', 'BHXH Việt Nam', 'Vietnam Social Insurance'])(
  '%s is Vietnam Social Security',
  (name) => {
    const found = [...authorities.values()].filter(({ names }) => Object.values(names).flat().includes(name))
    expect(found.map(({ id }) => id)).toEqual(['vss'])
  },
)

test('no name of an authority is a common word of English, whatever its case', () => {
  const common = new Set(['who', 'most', 'it', 'is', 'as', 'was', 'has', 'all', 'so', 'may', 'mice', 'wash'])
  for (const { id, names } of authorities.values())
    for (const name of Object.values(names).flat()) expect(common.has(name.toLowerCase()), `${id}: ${name}`).toBe(false)
})

test.each([
  ['QD', 'Decision'],
  ['ND', 'Decree'],
  ['NQ', 'Resolution'],
  ['TT', 'Circular'],
  ['CT', 'Directive'],
  ['KH', 'Plan'],
  ['BC', 'Report'],
  ['CSXH', 'Dispatch'],
])('the letters %s in a number say a %s', (code, type) => {
  expect([...legalTypes.values()].filter(({ codes }) => codes.includes(code)).map(({ id }) => id)).toEqual([type])
})

test('the types of the guidelines are there', () => {
  for (const type of [
    'Decision',
    'Resolution',
    'Decree',
    'Law',
    'Circular',
    'Directive',
    'Plan',
    'Dispatch',
    'Report',
    'Regulation',
    'Act',
  ])
    expect(legalTypes.has(type), type).toBe(true)
})
