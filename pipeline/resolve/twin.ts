import type { Draft } from './draft.ts'

/** "nearly VND25.7 trillion (US$1.13 billion)": the amount in brackets says the same fact and takes its modifier. */
export const findTwin = (draft: Draft): void => {
  const before = draft.previous
  const { scan } = draft.reading
  if (before === null || draft.kind !== 'money' || before.kind !== 'money' || before.unit === draft.unit) return
  if (scan.norm(draft.mention.first - 1) !== '(' && draft.mention.modifierAt === null) return
  const opened = scan.words.slice(before.mention.last + 1, draft.mention.first)
  if (opened.length > 4 || !opened.some((word) => word.norm === '(')) return
  draft.twin = before
  if (draft.modifier === 'exact' && before.modifier !== 'range') {
    draft.modifier = before.modifier
    const ground = before.grounds.get('modifier')
    if (ground !== undefined) draft.grounds.set('modifier', ground)
  }
}
