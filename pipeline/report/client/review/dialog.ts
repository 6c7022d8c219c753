import type { PageClaim, PageData } from '../../page-data.ts'
import { element } from '../element.ts'
import type { Say } from '../words.ts'
import { decisionsOf, evidenceOf, type Gathered } from './gathered.ts'

/** Who rules is asked once. */
const nameKey = 'provenum reviewer'

const readName = (): string => {
  try {
    return localStorage.getItem(nameKey) ?? ''
  } catch {
    return ''
  }
}

const keepName = (name: string): void => {
  try {
    localStorage.setItem(nameKey, name)
  } catch {
    // A page from a disk may have no store; the name is asked again.
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)

const field = (label: string, input: HTMLElement, help: string | null = null): HTMLElement => {
  const hint = help === null ? null : element('small', { id: `${input.id}-help` }, help)
  if (hint !== null) input.setAttribute('aria-describedby', hint.id)
  return element('div', { className: 'field' }, element('label', { htmlFor: input.id }, label), input, hint)
}

const choice = (value: string, label: string, isOff = false): HTMLLabelElement =>
  element(
    'label',
    { className: 'choice' },
    element('input', { type: 'radio', name: 'action', value, required: true, disabled: isOff }),
    element('span', {}, label),
  )

/** The form by which a reviewer rules on a claim; one for all claims of a page, filled in for the one that is asked for. */
export const ruleDialog = (
  data: PageData,
  say: Say,
  check: (decision: object) => readonly string[],
  keep: (ruling: Gathered) => void,
): ((claim: PageClaim) => void) => {
  const dialog = element('dialog', { className: 'rule', 'aria-labelledby': 'rule-title' })
  document.body.append(dialog)
  return (claim) => {
    const observation = data.observations.find(({ id }) => id === claim.observation) ?? null
    const reason = element('textarea', { id: 'rule-reason', required: true, rows: 3 })
    const by = element('input', { id: 'rule-by', required: true, autocomplete: 'name', value: readName() })
    const flag = element('input', {
      id: 'rule-flag',
      pattern: '[a-z_]+',
      disabled: true,
      autocomplete: 'off',
      spellcheck: false,
    })
    flag.autocapitalize = 'none'
    const problem = element('p', { className: 'problem', role: 'alert' })
    const cancel = element('button', { type: 'button' }, say('rule_cancel'))
    const form = element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'rule-title' }, say('rule_title', { number: claim.exact.replace(/\s+/gu, ' ') })),
      element('p', {}, claim.about),
      element(
        'fieldset',
        {},
        element('legend', {}, say('rule_what')),
        choice('choose', say(observation === null ? 'rule_choose_none' : 'rule_choose'), observation === null),
        choice('flag', say('rule_flag'), observation === null),
        choice('reject_claim', say('rule_reject')),
      ),
      field(say('rule_flag_name'), flag, say('rule_flag_help')),
      field(say('rule_reason'), reason),
      field(say('rule_by'), by),
      problem,
      element(
        'div',
        { className: 'actions' },
        element('button', { type: 'submit', className: 'main' }, say('rule_keep')),
        cancel,
      ),
    )
    form.addEventListener('change', () => {
      const isFlag = new FormData(form).get('action') === 'flag'
      flag.disabled = !isFlag
      flag.required = isFlag
    })
    cancel.addEventListener('click', () => dialog.close())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const { document: at, exact, prefix, suffix, id, about } = claim
      const ruling: Gathered = {
        action: new FormData(form).get('action') as Gathered['action'],
        claim: id,
        observation: claim.observation,
        flag: flag.disabled ? null : flag.value,
        quote: { document: data.documents[at]!.document, prefix, exact, suffix },
        evidence: observation?.evidence ?? evidenceOf([id]),
        seen: observation === null ? [id] : observation.claims,
        candidates: observation?.candidates ?? [],
        earlier: observation?.decision ?? null,
        about,
        reason: reason.value.trim(),
        by: by.value.trim(),
        on: today(),
      }
      const wrong = decisionsOf([ruling]).flatMap(check)
      if (wrong.length > 0) {
        problem.textContent = say('rule_wrong', { why: wrong.join('; ') })
        return
      }
      keepName(ruling.by)
      dialog.close()
      keep(ruling)
    })
    dialog.replaceChildren(form)
    dialog.showModal()
  }
}
