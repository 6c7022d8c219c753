import type { ReconciliationSettings } from '../../schemas/reconciliation.ts'
import type { Operand } from './check-row.ts'
import { statedDomain } from './document-view.ts'
import type { Interval } from './interval.ts'
import type { Quantity } from './ledger.ts'
import type { Domain } from './narrow.ts'
import type { Placed } from './placed.ts'
import { printInterval, said } from './print-interval.ts'
import { compare } from './rational.ts'
import { byFineness } from './value-set.ts'

const isSame = (a: Interval, b: Interval): boolean => compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0

/** What a quantity without claims is called: "latent labour_force", "derived social_insurance.participants 2020-12-31". */
const nameOf = (quantity: Quantity, parts: readonly string[]): string =>
  quantity.startsWith('latent|') ? `latent ${parts[1]}` : `derived ${parts[0]} ${parts.at(-2)}`

const solved = (
  quantity: Quantity,
  { interval, low, high }: Domain,
  unit: string | null,
  settings: ReconciliationSettings,
): Operand => {
  const claims = [...new Set([...low, ...high])].sort()
  return {
    interval,
    text: printInterval(interval, unit, settings.print),
    inputs: [nameOf(quantity, quantity.split('|')), ...claims.map((claim) => `from ${claim}`)],
    claims,
    same: [],
    low,
    high,
  }
}

/** The operand as one claim states it. */
const statedBy = (operand: Pick<Operand, 'interval' | 'same'>, by: Placed): Operand => ({
  interval: operand.interval,
  same: operand.same,
  text: said(by),
  inputs: [by.claim.id],
  claims: [by.claim.id],
  low: new Set([by.claim.id]),
  high: new Set([by.claim.id]),
})

const stated = (
  claims: readonly Placed[],
  { interval, low, high }: Domain,
  unit: string | null,
  settings: ReconciliationSettings,
): Operand => {
  const best = claims.toSorted(byFineness)[0]!
  const setting = new Set([...low, ...high])
  const same = claims.filter(({ writing }) => isSame(writing!.meant, interval)).sort(byFineness)
  const one = { interval, same, low, high }
  if (same.length > 0) return statedBy(one, same.includes(best) ? best : same[0]!)
  const ids = [...setting].sort()
  return { ...one, text: printInterval(interval, unit, settings.print), inputs: ids, claims: ids }
}

/** Of operands that several texts state alike, those of one text, so that a reader finds the sum where one wrote it. */
export const inOneText = (operands: readonly Operand[]): Operand[] => {
  const counts = new Map<string, number>()
  for (const { same } of operands)
    for (const document of new Set(same.map(({ claim }) => claim.document)))
      counts.set(document, (counts.get(document) ?? 0) + 1)
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([document]) => document)
  return operands.map((operand) => {
    for (const document of ranked) {
      const found = operand.same.find(({ claim }) => claim.document === document)
      if (found !== undefined) return statedBy(operand, found)
    }
    return operand
  })
}

/** What stands in a role: the claims that state a quantity, or what it was solved to be. */
export const operandOf = (
  quantity: Quantity,
  claims: readonly Placed[],
  domain: Domain | null,
  unit: string | null,
  settings: ReconciliationSettings,
): Operand | null => {
  const plain = claims.length > 0 ? statedDomain(claims) : null
  if (plain !== null && (domain === null || isSame(plain.interval, domain.interval)))
    return stated(claims, plain, unit, settings)
  return domain === null ? null : solved(quantity, domain, unit, settings)
}
