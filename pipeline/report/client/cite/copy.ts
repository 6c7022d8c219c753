/** The way before the clipboard had an interface of its own; it works where a page has no secure address. */
const copySelected = (text: string, beside: Element): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'unseen'
  area.tabIndex = -1
  area.setAttribute('aria-hidden', 'true')
  // Inside an open dialog alone can a field be selected.
  ;(beside.closest('dialog') ?? document.body).append(area)
  const before = document.activeElement
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

/** Puts text on the clipboard. False where the browser does not let the page. */
export const copy = async (text: string, beside: Element): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text, beside)
  }
}
