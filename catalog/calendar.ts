import type { CalendarMeaning, Locale } from '../schemas/locale.ts'
import { words } from './words.ts'

/** One element of a calendar pattern: a word as it stands, or a slot to be filled. */
export type Element = { readonly literal: string } | { readonly slot: string }

export interface CalendarPattern {
  readonly is: CalendarMeaning
  readonly elements: readonly Element[]
  /** Words inside it that shift the year ("the first quarter of last year"): years to add to that of the document. */
  readonly shift: number | undefined
}

/** The calendar patterns of a language, found by what they begin with: a word, or a slot. */
export interface Calendar {
  readonly byWord: ReadonlyMap<string, readonly CalendarPattern[]>
  readonly bySlot: ReadonlyMap<string, readonly CalendarPattern[]>
  /** Those that may begin with a number of digits, by the word behind it: a pattern with another word there is in no list. */
  readonly byNumber: ReadonlyMap<string, readonly CalendarPattern[]>
  /** The same for a number before any other word. */
  readonly numbered: readonly CalendarPattern[]
}

/** Slots that a number of digits may fill, in the order in which their patterns are tried. */
const numberSlots = ['year', 'day', 'day#', 'month#', 'n', 'yy'] as const

const secondWord = ({ elements: [, second] }: CalendarPattern): string | null =>
  second !== undefined && 'literal' in second ? second.literal : null

/** Most patterns that begin with a number fail at the sign or word behind it: they are found by that word. */
const afterNumber = (
  bySlot: ReadonlyMap<string, readonly CalendarPattern[]>,
): Pick<Calendar, 'byNumber' | 'numbered'> => {
  const all = numberSlots.flatMap((slot) => bySlot.get(slot) ?? [])
  const words = new Set(all.flatMap((pattern) => secondWord(pattern) ?? []))
  const before = (word: string | null): readonly CalendarPattern[] =>
    all.filter((pattern) => [null, word].includes(secondWord(pattern)))
  return { byNumber: new Map([...words].map((word) => [word, before(word)])), numbered: before(null) }
}

const piece = /\{(?<slot>[a-z\d#]+)\}|(?<text>[^\s{}]+)/gu

/** Reads a pattern such as "{month} {day} , {year}" into its elements. */
export const readPattern = (pattern: string, form: (text: string) => string): Element[] =>
  [...pattern.matchAll(piece)].flatMap(({ groups }): Element[] =>
    groups?.slot === undefined
      ? words(form(groups?.text ?? '')).map((word) => ({ literal: word.norm }))
      : [{ slot: groups.slot }],
  )

const shiftOf = (elements: readonly Element[], { calendar: { patterns } }: Locale): number | undefined => {
  const text = elements.map((element) => ('literal' in element ? element.literal : '')).join(' ')
  const says = (meaning: CalendarMeaning): boolean =>
    patterns.some(({ is, say }) => is === meaning && say.some((each) => !each.includes('{') && text.includes(each)))
  if (says('last_year')) return -1
  if (says('this_year')) return 0
  return says('next_year') ? 1 : undefined
}

export const compileCalendar = (locale: Locale, form: (text: string) => string): Calendar => {
  const byWord = new Map<string, CalendarPattern[]>()
  const bySlot = new Map<string, CalendarPattern[]>()
  for (const { is, say } of locale.calendar.patterns) {
    for (const text of say) {
      const elements = readPattern(text, form)
      const first = elements[0]!
      // A single short word is no longer itself without its diacritics: "hiện" is "hien" in "thuc hien" too.
      if (
        elements.length === 1 &&
        'literal' in first &&
        first.literal !== readPattern(text, (each) => each).map((each) => ('literal' in each ? each.literal : ''))[0]
      )
        continue
      const [index, key] = 'slot' in first ? [bySlot, first.slot] : [byWord, first.literal]
      const list = index.get(key)
      const pattern = { is, elements, shift: shiftOf(elements, locale) }
      if (list === undefined) index.set(key, [pattern])
      else list.push(pattern)
    }
  }
  return { byWord, bySlot, ...afterNumber(bySlot) }
}
