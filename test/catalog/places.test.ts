import { expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'
import { fold } from '../../catalog/words.ts'
import type { Place } from '../../schemas/catalog.ts'

const { places } = await loadCatalog()

/** Places below a country on one day. */
const on = (day: string, parent = 'VN'): Place[] =>
  places.filter(
    (place) => place.parent === parent && (place.valid_from ?? '') <= day && day <= (place.valid_to ?? '9999'),
  )

/** Codes of the places that have this name. */
const named = (name: string): string[] => [
  ...new Set(
    places
      .filter(({ names }) =>
        Object.values(names)
          .flat()
          .some((each) => fold(each) === fold(name)),
      )
      .map(({ code }) => code),
  ),
]

test('Viet Nam has 63 provinces and cities up to 30 June 2025, and 34 from the day after', () => {
  expect(on('2022-02-28')).toHaveLength(63)
  expect(on('2025-06-30')).toHaveLength(63)
  expect(on('2025-07-01')).toHaveLength(34)
  expect(on('2030-01-01')).toHaveLength(34)
})

test('a code stands for one place on any day', () => {
  for (const day of ['2021-12-31', '2025-07-01']) {
    const codes = [...on(day), ...places.filter(({ parent }) => parent === null)].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  }
})

test('every province that ended became part of one that began on the next day', () => {
  const ended = places.filter(({ valid_to }) => valid_to !== null)
  expect(ended).toHaveLength(52)
  for (const { code, valid_to, successor } of ended) {
    expect(valid_to, code).toBe('2025-06-30')
    expect(on('2025-07-01').find((place) => place.code === successor)?.valid_from, code).toBe('2025-07-01')
  }
  const parts = new Map<string, number>()
  for (const { successor } of ended) parts.set(successor!, (parts.get(successor!) ?? 0) + 1)
  expect(parts.size).toBe(23)
  expect([...parts.values()].every((count) => count === 2 || count === 3)).toBe(true)
})

test('eleven provinces and cities stayed as they were', () => {
  const same = on('2025-07-01')
    .filter(({ valid_from }) => valid_from === null)
    .map(({ names }) => names.en?.[0])
  expect(same.sort()).toEqual([
    'Cao Bang',
    'Dien Bien',
    'Ha Noi',
    'Ha Tinh',
    'Lai Chau',
    'Lang Son',
    'Nghe An',
    'Quang Ninh',
    'Son La',
    'Thanh Hoa',
    'Thua Thien Hue',
  ])
})

test.each([
  ['Hà Giang', 'VN-07'],
  ['Yên Bái', 'VN-02'],
  ['Bắc Kạn', 'VN-69'],
  ['Hòa Bình', 'VN-68'],
  ['Vĩnh Phúc', 'VN-68'],
  ['Bắc Giang', 'VN-56'],
  ['Thái Bình', 'VN-66'],
  ['Hải Dương', 'VN-HP'],
  ['Hà Nam', 'VN-18'],
  ['Nam Định', 'VN-18'],
  ['Quảng Bình', 'VN-25'],
  ['Quảng Nam', 'VN-DN'],
  ['Kon Tum', 'VN-29'],
  ['Bình Định', 'VN-30'],
  ['Ninh Thuận', 'VN-34'],
  ['Đắk Nông', 'VN-35'],
  ['Bình Thuận', 'VN-35'],
  ['Phú Yên', 'VN-33'],
  ['Bà Rịa - Vũng Tàu', 'VN-SG'],
  ['Bình Dương', 'VN-SG'],
  ['Bình Phước', 'VN-39'],
  ['Long An', 'VN-37'],
  ['Sóc Trăng', 'VN-CT'],
  ['Hậu Giang', 'VN-CT'],
  ['Bến Tre', 'VN-49'],
  ['Trà Vinh', 'VN-49'],
  ['Tiền Giang', 'VN-45'],
  ['Bạc Liêu', 'VN-59'],
  ['Kiên Giang', 'VN-44'],
])('%s became part of %s', (name, successor) => {
  expect(places.filter(({ names }) => names.vi?.[0] === name).map((place) => place.successor)).toEqual([successor])
})

test('every province of Viet Nam has its name with diacritics, one in ASCII, and a bound of its population', () => {
  for (const { code, names, population } of on('2022-01-01').concat(on('2025-07-01'))) {
    expect(names.vi?.length, code).toBeGreaterThan(0)
    expect(
      names.en?.some((name) => /^[ -~]+$/u.test(name)),
      code,
    ).toBe(true)
    expect(Number(population), code).toBeGreaterThan(300_000)
  }
})

test('bounds of the population of the provinces hold that of the country, and are not far above it', () => {
  const vn = Number(places.find(({ code }) => code === 'VN')?.population)
  for (const day of ['2022-01-01', '2025-07-01']) {
    const sum = on(day).reduce((all, { population }) => all + Number(population), 0)
    expect(sum).toBeGreaterThan(vn)
    expect(sum).toBeLessThan(vn * 1.4)
  }
})

test.each([
  ['HCMC', 'VN-SG'],
  ['TP.HCM', 'VN-SG'],
  ['Ho Chi Minh City', 'VN-SG'],
  ['HCM City', 'VN-SG'],
  ['Hanoi', 'VN-HN'],
  ['Ha Noi', 'VN-HN'],
  ['Hà Nội', 'VN-HN'],
  ['Da Nang', 'VN-DN'],
  ['Danang', 'VN-DN'],
  ['Ba Ria-Vung Tau', 'VN-43'],
  ['Bà Rịa – Vũng Tàu', 'VN-43'],
  ['Thua Thien-Hue', 'VN-26'],
  ['Đắk Lắk', 'VN-33'],
  ['Dak Lak', 'VN-33'],
  ['Nghe An', 'VN-22'],
  ['Viet Nam', 'VN'],
  ['Vietnam', 'VN'],
  ['Việt Nam', 'VN'],
  ['the Philippines', 'PH'],
  ['UK', 'GB'],
  ['United States', 'US'],
  ['South Korea', 'KR'],
  ['Hàn Quốc', 'KR'],
  ['Nhật Bản', 'JP'],
  ['Metro Manila', 'PH-00'],
  ['West Java', 'ID-JB'],
  ['Maharashtra', 'IN-MH'],
  ['Bavaria', 'DE-BY'],
  ['Scotland', 'GB-SCT'],
  ['Nairobi', 'KE-30'],
])('%s is %s', (name, code) => {
  expect(named(name)).toEqual([code])
})

test('a city that is named after a man is not told by his name alone', () => {
  const place = on('2022-01-01').find(({ code }) => code === 'VN-SG')
  expect(place?.beside).toContain('Ho Chi Minh')
  expect(place?.beside).not.toContain('Ho Chi Minh City')
})

test('names that need a word beside them are names of their place', () => {
  for (const { code, names, beside } of places)
    for (const name of beside) expect(Object.values(names).flat(), code).toContain(name)
})

test('all countries of ISO 3166-1 stand before the places below them, with adjectives where there are any', () => {
  const countries = places.filter(({ parent }) => parent === null)
  expect(countries).toHaveLength(249)
  expect(places.findIndex(({ parent }) => parent !== null)).toBe(249)
  const adjective = (word: string): string[] =>
    countries.filter(({ adjectives }) => adjectives.en?.includes(word)).map(({ code }) => code)
  expect(['Vietnamese', 'Filipino', 'Philippine', 'Indian', 'British'].map(adjective)).toEqual([
    ['VN'],
    ['PH'],
    ['PH'],
    ['IN'],
    ['GB'],
  ])
})

test('a part of a country has the code of the country before its own', () => {
  for (const { code, parent } of places) if (parent !== null) expect(code.slice(0, 2)).toBe(parent.slice(0, 2))
})
