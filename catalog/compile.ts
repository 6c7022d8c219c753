import type { Locale } from '../schemas/locale.ts'
import { type Calendar, compileCalendar } from './calendar.ts'
import { Lexicon } from './lexicon.ts'
import type { Catalog } from './load.ts'

/** One language ready to read with: its phrases, and those of the catalog, in one lexicon. */
export interface Language {
  readonly id: string
  readonly locale: Locale
  readonly lexicon: Lexicon
  readonly calendar: Calendar
  readonly units: Catalog['units']
  /** Letters in document numbers that tell a type or an issuer, in capitals without diacritics: QD, NQ, BHXH. */
  readonly legalCodes: ReadonlySet<string>
}

/** A catalog compiled once for all documents. */
export interface CompiledCatalog {
  readonly catalog: Catalog
  readonly languages: ReadonlyMap<string, Language>
  /** The commonest words of each language, by which a text tells its own: word to languages. */
  readonly signatures: ReadonlyMap<string, readonly string[]>
  /** Terms that name a subject, not an aspect of one: the first cue of each indicator. */
  readonly topics: ReadonlySet<string>
  /** Every term that is a cue of an indicator. */
  readonly cueTerms: ReadonlySet<string>
  /** Names of things counted that are people. */
  readonly people: ReadonlySet<string>
}

const marks = /\p{M}/gu
/** Vietnamese as it is typed without diacritics: "bao hiem xa hoi". */
export const bare = (text: string): string =>
  text.normalize('NFD').replace(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
/** The letters of one part of a document's number, as codes are compared: "QĐ" is QD, "QH13" is QH. */
export const legalCode = (part: string): string => /^\D*/u.exec(bare(part).toUpperCase())![0]
/** The language a locale becomes when its text has lost its diacritics. */
export const bareId = (id: string): string => `${id}-bare`

type Add = (phrases: readonly string[] | undefined, category: string, value: string) => void

const addLocale = (add: Add, locale: Locale): void => {
  const keyed = (record: Readonly<Record<string, string | number>>, category: string): void => {
    for (const [phrase, value] of Object.entries(record)) add([phrase], category, String(value))
  }
  const by = (record: Readonly<Partial<Record<string, readonly string[]>>>, category: string): void => {
    for (const [value, phrases] of Object.entries(record)) add(phrases, category, value)
  }
  const { numbers, range, change, gap, status, calendar, places, legal, aside, clock, clause } = locale
  keyed(numbers.scales, 'scale')
  keyed(numbers.scale_signs, 'scale_sign')
  keyed(numbers.words, 'number')
  keyed(numbers.multipliers, 'multiplier')
  keyed(numbers.shares, 'share')
  keyed(numbers.ordinals, 'ordinal')
  keyed(locale.multiples, 'multiple')
  add(numbers.and, 'number_and', 'and')
  add(numbers.half, 'half', 'half')
  add(numbers.half_before, 'half_before', 'half')
  add(numbers.share_every, 'share_every', 'every')
  add(numbers.share_fraction, 'share_fraction', 'fraction')
  add(numbers.share_then, 'share_then', 'then')
  add(numbers.share_of, 'share_of', 'of')
  add(numbers.ordinal_signs, 'ordinal_sign', 'sign')
  add(numbers.not_counts, 'not_count', 'not')
  add(numbers.rank, 'rank', 'rank')
  add(locale.percent, 'percent', 'percent')
  add(locale.points, 'percent', 'percentage_point')
  add(locale.times, 'times', 'times')
  add(locale.times_compared, 'times_compared', 'compared')
  by(locale.modifiers, 'modifier')
  by(locale.modifiers_after, 'modifier_after')
  for (const [value, phrases] of Object.entries(range)) add(phrases, `range_${value}`, value)
  add(locale.stops, 'stop', 'stop')
  add(locale.classifiers, 'classifier', 'classifier')
  add(locale.unit_labels, 'unit_label', 'label')
  add(locale.noun_skips, 'noun_skip', 'skip')
  add(locale.number_of, 'number_of', 'number')
  add(locale.remainders, 'remainder', 'rest')
  add(locale.together, 'together', 'sum')
  add(locale.ages_before, 'age_before', 'age')
  add(locale.kickers, 'kicker', 'kicker')
  for (const direction of ['increase', 'decrease'] as const) {
    add(change[direction], 'change', direction)
    add(change[`${direction}_after`], 'change_after', direction)
    add(change[`${direction}_noun`], 'change_noun', direction)
  }
  add(change.to, 'change_to', 'to')
  for (const direction of ['above', 'below'] as const) {
    add(gap[direction], 'gap', direction)
    add(gap[`${direction}_after`], 'gap_after', direction)
  }
  add(gap.goal, 'goal', 'goal')
  add(gap.average, 'average', 'average')
  add(gap.fulfilled, 'fulfilled', 'fulfilled')
  add(change.verb, 'change_verb', 'verb')
  add(change.none, 'change', 'none')
  add(change.column, 'change_column', 'column')
  add(gap.sure, 'gap_sure', 'sure')
  add(locale.past, 'past', 'past')
  add(locale.tense.past, 'tense', 'past')
  add(locale.tense.present, 'tense', 'present')
  add(locale.tense.future, 'future', 'future')
  add(locale.tense.perfect, 'perfect', 'perfect')
  add(locale.tense.participles, 'participle', 'participle')
  add(locale.tense.earlier, 'earlier', 'earlier')
  add(locale.tense.anaphora, 'anaphora', 'anaphora')
  add(change.by, 'change_by', 'by')
  add(change.increase_by, 'change_far', 'increase')
  add(change.decrease_by, 'change_far', 'decrease')
  add(change.lead, 'change_lead', 'lead')
  add(locale.change_baseline, 'change_baseline', 'baseline')
  add(locale.span_baseline, 'span_baseline', 'baseline')
  add(locale.baseline_skip, 'baseline_skip', 'skip')
  add(locale.baseline, 'baseline', 'baseline')
  add(status.actual, 'status', 'actual')
  add(status.estimate, 'status', 'estimate')
  add(status.target, 'status', 'target')
  add(status.target_strong, 'target_strong', 'target')
  add(status.target_heads, 'target_head', 'target')
  add(status.none, 'status', 'none')
  add(status.target_after, 'target_after', 'target')
  add(status.goal_links, 'goal_link', 'link')
  add(status.goal_setters, 'goal_setter', 'setter')
  by(status.labels, 'status_label')
  add(status.purpose, 'purpose', 'purpose')
  by(calendar.months, 'month')
  by(calendar.quarters, 'quarter')
  by(calendar.halves, 'half_year')
  by(calendar.weekdays, 'weekday')
  add(calendar.year_before, 'year_before', 'year')
  add(calendar.as_of, 'as_of', 'as_of')
  add(calendar.during, 'during', 'during')
  add(calendar.span_nouns, 'span_noun', 'noun')
  add(calendar.in_force, 'in_force', 'in_force')
  add(calendar.onset, 'onset', 'onset')
  add(calendar.since, 'since', 'since')
  add(calendar.by, 'by', 'by')
  add(calendar.said_on, 'not_period', 'said')
  add(calendar.not_period, 'not_period', 'not')
  for (const [value, phrases] of Object.entries(places)) add(phrases, `place_${value}`, value)
  for (const [value, phrases] of Object.entries(legal)) add(phrases, `legal_${value}`, value)
  by(aside.before, 'aside_before')
  by(aside.after, 'aside_after')
  by(aside.line, 'aside_line')
  add(locale.reading_time, 'reading_time', 'reading_time')
  add(locale.picture_units, 'picture_unit', 'picture')
  add(locale.photo, 'photo', 'photo')
  add(locale.furniture, 'furniture', 'furniture')
  add(clock.before, 'clock_before', 'clock')
  add(clock.after, 'clock_after', 'clock')
  add(locale.caps, 'cap', 'cap')
  add(locale.age_words, 'age_word', 'age')
  add(locale.equivalent, 'equivalent', 'equivalent')
  add(locale.ratio_of, 'ratio_of', 'ratio')
  add(locale.ratio_verbs, 'ratio_verb', 'ratio')
  add(locale.list_and, 'list_and', 'and')
  add(locale.respectively, 'respectively', 'respectively')
  add(locale.negation, 'negation', 'negation')
  add(clause.strong, 'clause', 'strong')
  add(clause.weak, 'clause', 'weak')
  add(clause.side, 'side_clause', 'sure')
  add(clause.side_verb, 'side_clause', 'verb')
  add(clause.relative, 'relative', 'relative')
  add(clause.at_date, 'at_date', 'at')
  add(locale.copulas, 'copula', 'copula')
  add(locale.abbreviations, 'abbreviation', 'abbreviation')
  add(locale.age_before, 'age_before', 'age')
  add(locale.groups, 'group', 'group')
  add(locale.composition, 'composition', 'made_up')
  add(locale.group_pronouns, 'group_pronoun', 'them')
  add(locale.not_refers, 'refer', 'none')
  add(locale.refers, 'refer', 'refer')
}

const province = '{province}'

const addCatalog = (add: Add, catalog: Catalog, language: string): void => {
  const provinces = catalog.places
    .filter(({ code }) => code.includes('-'))
    .flatMap(({ names }) => names[language] ?? [])
  for (const [term, phrases] of catalog.terms.get(language) ?? [])
    for (const phrase of phrases) {
      // "Long An Social Insurance": the office of each province is named after it.
      if (phrase.includes(province)) {
        for (const name of provinces) add([phrase.replace(province, name)], 'term', term)
        continue
      }
      // "[retirement]": a word that says the term only where it is all that a table's cell says.
      if (phrase.startsWith('[') && phrase.endsWith(']')) {
        add([phrase.slice(1, -1)], 'term_cell', term)
        continue
      }
      const [open, close] = phrase.split(' … ')
      if (close === undefined) add([phrase], 'term', term)
      else {
        // A term in two parts: "paid … to". The second part tells which pairs belong together.
        add([open!], 'term_open', `${term}…${close}`)
        add([close], 'term_close', `${term}…${close}`)
      }
    }
  for (const { id, terms } of catalog.denominators.values()) add(terms[language], 'of', id)
  for (const unit of catalog.units.values()) {
    // Money keeps its own name in a translated text: "286 tỷ đồng" in English.
    if (unit.kind === 'money') for (const phrases of Object.values(unit.terms)) add(phrases, 'unit', unit.id)
    else add(unit.terms[language], 'unit', unit.id)
    add(unit.instead_of?.near[language], 'instead', unit.id)
    add(unit.heads[language], 'unit_head', unit.id)
    add(unit.before, 'sign_before', unit.id)
    add(unit.after, 'sign_after', unit.id)
  }
  for (const { id, terms } of catalog.legalTypes.values()) add(terms[language], 'legal_type', id)
  for (const place of catalog.places) {
    for (const names of Object.values(place.names)) add(names, 'place', place.code)
    add(place.cities, 'city', place.code)
    for (const names of Object.values(place.adjectives)) add(names, 'adjective', place.code)
  }
  for (const { id, names } of catalog.authorities.values())
    for (const list of Object.values(names)) add(list, 'authority', id)
}

const legalCodes = (catalog: Catalog): ReadonlySet<string> => {
  const codes = [...catalog.legalTypes.values()].flatMap((type) => type.codes)
  const suffixes = [...catalog.authorities.values()].flatMap((authority) =>
    authority.suffixes.flatMap((suffix) => suffix.split(/[-/]/u)),
  )
  return new Set([...codes, ...suffixes].map((code) => legalCode(code)))
}

const compileLanguage = (catalog: Catalog, locale: Locale, strip: boolean): Language => {
  const lexicon = new Lexicon(locale.possessive)
  const add: Add = (phrases, category, value) => {
    for (const phrase of phrases ?? []) lexicon.add(strip ? bare(phrase) : phrase, category, value)
  }
  addLocale(add, locale)
  addCatalog(add, catalog, locale.id)
  for (const other of catalog.locales.values()) {
    if (other === locale) continue
    // "3.8 phần trăm" and "286 tỷ đồng" stand in translated texts too.
    add(other.percent, 'percent', 'percent')
    for (const [phrase, power] of Object.entries(other.numbers.scales)) add([phrase], 'scale', String(power))
  }
  const calendar = compileCalendar(locale, strip ? bare : (phrase) => phrase)
  return {
    id: strip ? bareId(locale.id) : locale.id,
    locale,
    lexicon,
    calendar,
    units: catalog.units,
    legalCodes: legalCodes(catalog),
  }
}

/**
 * Compiles a catalog: one lexicon a language, and one more for a language with diacritics whose texts may have lost them.
 */
export const compile = (catalog: Catalog): CompiledCatalog => {
  const languages = new Map<string, Language>()
  const signatures = new Map<string, string[]>()
  const sign = (list: readonly string[], id: string): void => {
    for (const word of new Set(list)) signatures.set(word, [...(signatures.get(word) ?? []), id])
  }
  for (const locale of catalog.locales.values()) {
    languages.set(locale.id, compileLanguage(catalog, locale, false))
    sign(locale.signature, locale.id)
    const stripped = locale.signature.map(bare)
    if (stripped.some((word, at) => word !== locale.signature[at])) {
      languages.set(bareId(locale.id), compileLanguage(catalog, locale, true))
      sign(stripped, bareId(locale.id))
    }
  }
  const cues = [...catalog.indicators.values()].map((indicator) => indicator.cues)
  return {
    catalog,
    languages,
    signatures,
    topics: new Set(cues.flatMap(([first]) => first ?? [])),
    cueTerms: new Set(cues.flat(2)),
    people: new Set(
      [...catalog.units.values()].flatMap(({ id, base }) => (base === 'person' || id === 'person' ? [id] : [])),
    ),
  }
}
