import type { Catalog } from '../../catalog/load.ts'

/**
 * What more than one of a unit is called: "people". The catalog says its one and then its many; a noun
 * that it lacks ("medical facility") is called as the unit that its last word names. Money is called by its code.
 */
export const manyOf = (unit: string, language: string, units: Catalog['units']): string => {
  const known = units.get(unit)
  if (known?.kind === 'money') return unit
  const terms = known?.terms[language]?.filter((each) => !each.includes('*')) ?? []
  const last = unit.lastIndexOf(' ') + 1
  // Terms that lack the name itself are of many: quarter is [quarters], and foot is [feet, foot].
  if (known !== undefined) return terms[terms.indexOf(unit) + 1] ?? terms[0] ?? unit
  return last === 0 ? unit : unit.slice(0, last) + manyOf(unit.slice(last), language, units)
}
