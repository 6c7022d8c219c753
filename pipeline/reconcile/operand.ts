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
    low,
    high,
  }
}

const stated = (
  claims: readonly Placed[],
  { interval, low, high }: Domain,
  unit: string | null,
  settings: ReconciliationSettings,
): Operand => {
  const best = claims.toSorted(byFineness)[0]!
  const setting = new Set([...low, ...high])
  const ids = isSame(best.writing!.meant, interval) ? [best.claim.id] : [...setting].sort()
  return {
    interval,
    text: isSame(best.writing!.meant, interval) ? said(best) : printInterval(interval, unit, settings.print),
    inputs: ids,
    claims: ids,
    low,
    high,
  }
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
