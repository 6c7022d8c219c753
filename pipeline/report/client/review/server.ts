/** What `provenum review` answers: what it did, or why it did not. */
export interface Answer {
  readonly ok: boolean
  readonly message: string
}

/** Whether the page is served by `provenum review`, which writes rulings itself. */
export const isServed = (): boolean => document.documentElement.dataset.review !== undefined

/** Hands rulings to `provenum review`; with `run` the documents are read again with them. Never throws. */
export const save = async (root: string, decisions: readonly object[], run: boolean): Promise<Answer> => {
  try {
    const response = await fetch(`${root}/review/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decisions, run }),
    })
    const { message } = (await response.json()) as { message: string }
    return { ok: response.ok, message }
  } catch (error) {
    return { ok: false, message: (error as Error).message }
  }
}
