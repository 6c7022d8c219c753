import type { PageClaim, PageData } from '../page-data.ts'
import { citeButtons } from './cite/buttons.ts'
import { permalinkOf } from './cite/citation.ts'
import { element } from './element.ts'
import { noticeOf } from './notice.ts'
import { checkOf } from './review/check.ts'
import { ruleDialog } from './review/dialog.ts'
import { keepOf } from './review/keep.ts'
import { isServed } from './review/server.ts'
import { rulingTray } from './review/tray.ts'
import { sayOf } from './words.ts'

/** The data that stands in the page. */
export const readData = (): PageData => JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData

/** Where the tools of a claim go: its audit sheet, or its line in a section of an observation. */
const homesOf = (id: string): readonly Element[] =>
  [...document.querySelectorAll(`#sheet-${CSS.escape(id)}, [data-claim="${CSS.escape(id)}"]:not(mark)`)].map(
    (each) => each.querySelector('.tools-here') ?? each,
  )

/** Gives every claim of the page its tools: citing it, and ruling on it. Rulings are gathered in a tray. Gives what says something to the reader. */
export const mountClaimTools = (data: PageData): ((text: string, at?: Element) => void) => {
  const say = sayOf(data.words)
  const notify = noticeOf()
  const check = checkOf(data.decision)
  const dataset = new URL(`${data.root}/`, location.href).pathname
  const keep = keepOf(() => localStorage, isServed() ? 'review' : dataset, check)
  const add = rulingTray(keep, data.root, say, notify)
  const rule = ruleDialog(data, say, check, add)
  const tools = (claim: PageClaim): HTMLElement => {
    const cited = {
      ...claim,
      sentence: data.sentences[claim.sentence]!,
      document: data.documents[claim.document]!,
      permalink: permalinkOf(claim.link, location.href, isServed()),
    }
    const button = element(
      'button',
      {
        type: 'button',
        className: 'tool',
        'aria-haspopup': 'dialog',
        'aria-label': say('rule_on', { number: claim.exact.replace(/\s+/gu, ' ') }),
      },
      say('rule'),
    )
    button.addEventListener('click', () => rule(claim))
    return element('div', { className: 'tools' }, ...citeButtons(cited, say, notify), button)
  }
  for (const claim of data.claims) for (const home of homesOf(claim.id)) home.append(tools(claim))
  return notify
}
