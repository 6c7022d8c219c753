import type { ClaimRow } from '../../../schemas/claim.ts'

/**
 * Style by which a permalink shows its audit sheet, and a sheet its number in the text, without any script: whichever of the two the address
 * names, both are lit, and the sheet stands first among the others. Each rule is one for all claims of the page.
 */
export const currentRules = (claims: readonly Pick<ClaimRow, 'id'>[]): string => {
  if (claims.length === 0) return ''
  const named = (id: string): string => `body:has(#c-${id}:target,#sheet-${id}:target)`
  const list = (target: (id: string) => string): string => claims.map(({ id }) => target(id)).join(',')
  return [
    `${list((id) => `${named(id)} #c-${id}`)}{outline:2px solid var(--accent);outline-offset:1px}`,
    `${list((id) => `${named(id)} #sheet-${id}`)}{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}`,
    `${list((id) => `body:has(#c-${id}:target) #sheet-${id}`)}{order:-1}`,
    `@media print{body:has(.sheet:target,mark:target) :is(.top,.about,.text,.asides,.parts,.notice,footer,.sheet){display:none}${list((id) => `${named(id)} #sheet-${id}`)}{display:block}}`,
  ].join('')
}
