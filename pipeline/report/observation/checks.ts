import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check } from '../../../schemas/observation.ts'
import { byOutcome, checkLine } from '../claim/check-line.ts'
import { claimOfInput, mostChecks } from '../pages.ts'
import { exactOf, titleOf, type View } from '../view.ts'

/** Most operands that a check lists. */
const mostOperands = 12

/** "part:c_76649bd74bb3" as its role and the quote it stands in; "whole:latent labour_force" as it is said. */
const operand = (input: string, view: View): (Element | string)[] => {
  const { site, words } = view
  const [role, said] = [input.slice(0, input.indexOf(':')), input.slice(input.indexOf(':') + 1)]
  const id = claimOfInput(input)
  const claim = id === null ? undefined : site.claims.get(id)
  const name = `${words.term('role', role.replace(/_\d+$/u, ''))}: `
  if (claim === undefined) return [name, h('span', { lang: 'en' }, said.replaceAll('_', ' '))]
  return [
    name,
    said.startsWith('from ') ? `${words.say('operand_from')} ` : '',
    h('a', { href: view.claimLink(claim.id) }, exactOf(claim, view)),
    ' ',
    h('cite', titleOf(site.documents.get(claim.document)!)),
  ]
}

const predictedText = (check: Check, { words }: View): string | null => {
  const range = (low: string | null, high: string | null): string | null =>
    low === null || high === null
      ? null
      : low === high
        ? words.figure(low)
        : `${words.figure(low)}–${words.figure(high)}`
  const [predicted, observed] = [
    range(check.predicted_low, check.predicted_high),
    range(check.observed_low, check.observed_high),
  ]
  if (predicted === null) return null
  return observed === null
    ? words.say('predicted', { range: predicted })
    : words.say('predicted_observed', { range: predicted, observed })
}

const checkOf = (check: Check, isHere: boolean, view: View): Element => {
  const { words } = view
  const told = predictedText(check, view)
  const operands = check.inputs.slice(0, mostOperands)
  return h('li', { ...(isHere ? { id: `k-${check.id}` } : {}), className: ['check', `outcome-${check.outcome}`] }, [
    h('p', checkLine(check, view)),
    told === null ? null : h('p', { className: 'how' }, told),
    operands.length === 0
      ? null
      : h('ul', { className: 'operands', ariaLabel: words.say('operands') }, [
          ...operands.map((input) => h('li', operand(input, view))),
          check.inputs.length > operands.length
            ? h('li', words.say('more', { n: check.inputs.length - operands.length }))
            : null,
        ]),
  ])
}

/** The checks that predict an observation, then those that its claims are operands of and that have no observation of their own. */
export const checksOfObservation = (observation: string, view: View): Element[] => {
  const { site, words } = view
  const own = site.checksOn(observation)
  const ofClaims = site
    .claimsOn(observation)
    .slice(0, mostChecks)
    .flatMap(({ id }) => site.checksOf(id))
    .filter((check) => check.observation_id === null)
  const others = [...new Map(ofClaims.map((check) => [check.id, check])).values()]
  const all = [...own.slice(0, mostChecks), ...byOutcome(others)].slice(0, mostChecks)
  if (all.length === 0) return []
  const rest = own.length + others.length - all.length
  return [
    h('h3', words.say('checks')),
    h(
      'ol',
      { className: 'checks' },
      byOutcome(all).map((check) => checkOf(check, check.observation_id === observation, view)),
    ),
    ...(rest > 0 ? [h('p', words.say('more', { n: rest }))] : []),
  ]
}
