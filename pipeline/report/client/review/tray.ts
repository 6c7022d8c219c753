import { copy } from '../cite/copy.ts'
import { element } from '../element.ts'
import type { Say } from '../words.ts'
import { decisionsOf, type Gathered, linesOf, withRuling } from './gathered.ts'
import type { Keep } from './keep.ts'
import { isServed, save } from './server.ts'

const download = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }))
  const link = element('a', { href: url, download: 'decisions.jsonl' })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const button = (text: string, act: (at: HTMLButtonElement) => void, className = ''): HTMLButtonElement => {
  const made = element('button', { type: 'button', className }, text)
  made.addEventListener('click', () => act(made))
  return made
}

/**
 * The tray at the foot of the page with the rulings gathered so far: each can be taken out, and all become lines of decisions.jsonl to
 * download or copy; where `provenum review` serves the page, it writes them itself. Gives the function that adds one.
 */
export const rulingTray = (
  keep: Keep,
  root: string,
  say: Say,
  notify: (text: string, at?: Element) => void,
): ((ruling: Gathered) => void) => {
  const tray = element('aside', {
    className: 'tray',
    hidden: true,
    'aria-label': say('rulings', { n: 2 }).replace(/\d+\s*/u, ''),
  })
  const details = element('details', {})
  tray.append(details)
  document.body.append(tray)

  const text = (): string => linesOf(decisionsOf(keep.read()))
  const put = (rulings: readonly Gathered[]): void => {
    keep.write(rulings)
    show()
  }
  const line = (ruling: Gathered): HTMLLIElement => {
    const { action, quote, about, reason, by, flag, earlier } = ruling
    const what = say(`ruling_${action}`, { number: quote.exact.replace(/\s+/gu, ' '), flag: flag ?? '' })
    const out = button(say('ruling_take_out'), () => {
      put(keep.read().filter((each) => JSON.stringify(each) !== JSON.stringify(ruling)))
      details.querySelector('summary')?.focus()
    })
    out.setAttribute('aria-label', `${say('ruling_take_out')}: ${what}`)
    return element(
      'li',
      {},
      element('p', {}, element('strong', {}, what), ` ${about}`),
      element('p', {}, `${reason} (${by})`),
      action === 'choose' && earlier !== null && !isServed()
        ? element('p', { className: 'hint' }, say('ruling_replaces', { id: earlier }))
        : null,
      out,
    )
  }
  const send = async (run: boolean, at: HTMLButtonElement): Promise<void> => {
    const buttons = [...details.querySelectorAll('button')]
    for (const each of buttons) each.disabled = true
    notify(say(run ? 'rulings_running' : 'rulings_save'), at)
    const { ok, message } = await save(root, decisionsOf(keep.read()), run)
    for (const each of buttons) each.disabled = false
    const problem = details.querySelector('.problem')
    if (!ok) {
      if (problem !== null) problem.textContent = say('rulings_failed', { why: message })
      return
    }
    put([])
    notify(say('rulings_saved', { why: message }))
    if (run) location.reload()
  }
  const show = (): void => {
    const rulings = keep.read()
    tray.hidden = rulings.length === 0
    document.body.classList.toggle('has-tray', rulings.length > 0)
    if (tray.hidden) return
    const actions = isServed()
      ? [
          button(say('rulings_run'), (at) => void send(true, at), 'main'),
          button(say('rulings_save'), (at) => void send(false, at)),
        ]
      : [
          button(say('rulings_download'), () => download(text()), 'main'),
          button(say('rulings_copy'), async (at) => {
            notify(say((await copy(text(), at)) ? 'copied' : 'not_copied', { what: 'decisions.jsonl' }), at)
          }),
        ]
    details.replaceChildren(
      element('summary', {}, say('rulings', { n: rulings.length })),
      element('ol', {}, ...rulings.map(line)),
      element('p', { className: 'hint' }, say(isServed() ? 'rulings_server_help' : 'rulings_help')),
      ...(keep.isLasting ? [] : [element('p', { className: 'hint' }, say('rulings_none_kept'))]),
      element('p', { className: 'problem', role: 'alert' }),
      element(
        'div',
        { className: 'actions' },
        ...actions,
        button(say('rulings_clear'), () => put([])),
      ),
    )
  }
  show()
  // Another page of the report may gather at the same time.
  addEventListener('storage', show)
  return (ruling) => {
    put(withRuling(keep.read(), ruling))
    notify(say('rule_kept'))
  }
}
