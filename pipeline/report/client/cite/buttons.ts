import { element } from '../element.ts'
import type { Say } from '../words.ts'
import { bibtexCitation, type Cited, plainCitation } from './citation.ts'
import { copy } from './copy.ts'

const forms = [
  ['copy_text', plainCitation],
  ['copy_bibtex', bibtexCitation],
  ['copy_link', ({ permalink }: Cited) => permalink],
] as const

/** Three buttons, each of which puts a citation of the number on the clipboard at once. */
export const citeButtons = (
  cited: Cited,
  say: Say,
  notify: (text: string, at?: Element) => void,
): readonly HTMLButtonElement[] =>
  forms.map(([key, text]) => {
    const button = element(
      'button',
      {
        type: 'button',
        className: 'tool',
        'aria-label': say(`${key}_of`, { number: cited.exact.replace(/\s+/gu, ' ') }),
      },
      say(key),
    )
    button.addEventListener('click', async () => {
      notify(say((await copy(text(cited), button)) ? 'copied' : 'not_copied', { what: say(key) }), button)
    })
    return button
  })
