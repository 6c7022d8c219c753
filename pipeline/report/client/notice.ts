import { element } from './element.ts'

/** Says something to the reader for a while: at the foot of the page, and by a screen reader. */
export const noticeOf = (): ((text: string, at?: Element) => void) => {
  const box = element('div', { className: 'toast', role: 'status' })
  document.body.append(box)
  let timer = 0
  return (text, at) => {
    // What stands under an open dialog is neither seen nor read.
    const home = at?.closest('dialog[open]') ?? document.body
    if (box.parentElement !== home) home.append(box)
    box.textContent = text
    clearTimeout(timer)
    timer = setTimeout(() => {
      box.textContent = ''
    }, 6000)
  }
}
