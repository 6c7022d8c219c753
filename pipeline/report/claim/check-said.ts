import type { Check } from '../../../schemas/observation.ts'
import { claimOfInput } from '../pages.ts'
import { exactOf, type View } from '../view.ts'

/** "labour_force" of "latent labour_force"; "labour force", "VN" and the day of "labour force VN 2021-12-31". */
const solved = /^(?:latent )?(?<name>\S.*?)(?: (?<place>[A-Z]{2}(?:-\w+)?) (?<day>\d{4}[\d/-]*))?$/u

/** What no text states but several together give, by its name in the catalog: "lực lượng lao động, Việt Nam, 2021-12-31". */
const quantityName = (said: string, { site, words }: View): string => {
  const { name = said, place, day } = solved.exec(said)?.groups ?? {}
  const id = name.replaceAll(' ', '_')
  const known = site.catalog.indicators.has(id) ? words.indicator(id) : words.whole(id)
  return [known, place === undefined ? null : words.place(place), day === undefined ? null : words.period(day)]
    .filter((each) => each !== null)
    .join(', ')
}

/** Most operands that a sentence names; the list below it has them all. */
const mostNamed = 4

/** The operands of a check by their roles, but for what a solved one rests on: "phần 16,547,000, toàn bộ lực lượng lao động". */
const operandsSaid = (check: Check, view: View): string => {
  const { site, words } = view
  const said = check.inputs.flatMap((input): string[] => {
    const [role, what] = [input.slice(0, input.indexOf(':')), input.slice(input.indexOf(':') + 1)]
    if (role === 'from' || what.startsWith('from ')) return []
    const claim = site.claims.get(claimOfInput(input) ?? '')
    const text = claim === undefined ? quantityName(what, view) : exactOf(claim, view).replace(/\s+/gu, ' ')
    return [`${words.term('role', role.replace(/_\d+$/u, ''))} ${text}`]
  })
  const named = [...new Set(said)]
  const rest = named.length - mostNamed
  return [...named.slice(0, mostNamed), ...(rest > 0 ? [words.say('more', { n: rest })] : [])].join(', ')
}

const rangeText = (low: string, high: string, { words }: View): string =>
  low === high ? words.figure(low) : `${words.figure(low)}–${words.figure(high)}`

/**
 * A check as a sentence of the page's language. The tables have theirs in one language alone; in another one it is made from the row:
 * "Tỷ lệ trên toàn bộ: phần 16,547 triệu, toàn bộ lực lượng lao động; tính ra 33,6–34,1".
 */
export const checkSaid = (check: Check, view: View): { readonly lang: string; readonly text: string } => {
  const { words } = view
  if (words.isOfTables) return { lang: words.language, text: check.text }
  const values = { what: words.term('test', check.relation), operands: operandsSaid(check, view) }
  const { predicted_low: low, predicted_high: high } = check
  const text =
    low === null || high === null
      ? words.say('check_said', values)
      : words.say('check_gives', { ...values, range: rangeText(low, high, view) })
  return { lang: words.language, text }
}
