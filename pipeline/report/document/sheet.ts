import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ClaimRow } from '../../../schemas/claim.ts'
import { about, type View } from '../view.ts'

/** The value of a claim as it was read: "16,547,000 person", "37–38%"; the number of a legal document. */
export const readValue = ({ value, low, high, unit, number, selector }: ClaimRow, { words }: View): string => {
  if (value !== null) return words.amount(value, unit)
  if (low !== null && high !== null) return `${words.figure(low)}–${words.amount(high, unit)}`
  return number ?? selector.exact
}

/** The audit sheet of a claim: everything that stands behind it, from the characters of the file to the verdict. */
export const sheetOf = (claim: ClaimRow, view: View): Element => {
  const { words } = view
  return h('article', { id: `sheet-${claim.id}`, className: 'sheet', ariaLabelledBy: `title-${claim.id}` }, [
    h('h3', { id: `title-${claim.id}` }, [h('a', { href: `#c-${claim.id}` }, claim.selector.exact)]),
    h('p', about(claim, view)),
    h('p', readValue(claim, view)),
    h(
      'ol',
      { className: 'steps' },
      claim.steps.map((step) => h('li', `${step.in} → ${step.out} (${step.rule})`)),
    ),
    claim.observation_id === null
      ? null
      : h('p', h('a', { href: view.observationLink(claim.observation_id) }, words.say('observation'))),
  ])
}
