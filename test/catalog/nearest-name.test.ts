import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestName } from '../../catalog/nearest-name.ts'

const known = ['pension', 'health_insurance', 'debt', 'visit']

test.each([
  ['pensionn', 'pension'],
  ['pesnion', 'pension'],
  ['health_insurence', 'health_insurance'],
  ['dept', 'debt'],
  ['visits', 'visit'],
])('%s was meant to be %s', (name, meant) => {
  expect(nearestName(name, known)).toBe(meant)
})

test.each(['forest', '', 'xx'])('nothing near %j is known', (name) => {
  expect(nearestName(name, known)).toBeNull()
})

test('a name with one letter more or fewer is still found, in any list that holds it', () => {
  const word = fc.stringMatching(/^[a-z]{4,12}$/u)
  fc.assert(
    fc.property(word, fc.nat(), fc.boolean(), (name, at, more) => {
      const place = at % name.length
      const slip = more ? `${name.slice(0, place)}_${name.slice(place)}` : name.slice(0, place) + name.slice(place + 1)
      expect(nearestName(slip, [name])).toBe(name)
    }),
    { numRuns: 200 },
  )
})
