import { z } from 'zod'
import { Phrases } from './catalog.ts'
import { Modifier, SetAsideReason } from './mention.ts'

const PhrasesBy = <Key extends z.ZodType<string>>(key: Key) => z.partialRecord(key, Phrases)

/** What a calendar pattern gives. Slots in the pattern: {year} {month} {day} {n} {quarter} {half} {when} {when2}. */
export const CalendarMeaning = z.enum([
  'day',
  'month',
  'year',
  'year_range',
  'month_range',
  'month_pair',
  'month_then',
  'quarter',
  'half',
  'first_months',
  'fiscal_year',
  'end',
  'start',
  'beginning',
  'middle',
  'same_period',
  'quarter_before',
  'month_before',
  'last_year',
  'this_year',
  'next_year',
  'last_month',
  'this_month',
  'last_quarter',
  'this_quarter',
  'yesterday',
  'today',
  'now',
  'so_far',
  'until_now',
  'past_year',
  'year_before_last',
  'years_ago',
  'months_ago',
  'day_range',
  'last_months',
  'last_years',
  'months_to',
  'year_to',
  'weekday',
  'past_month',
  'none',
  'the_quarter',
  'the_month',
  'bare_months',
  'the_year',
  'the_day',
  'the_period',
  'that_month',
  'that_year',
  'untold',
  'decade',
  'last_half',
  'span',
])
export type CalendarMeaning = z.infer<typeof CalendarMeaning>

/** Words and phrases of the report by their key; {n} and the like are filled in, "a|b" is one and many. */
const Interface = z.record(z.string().regex(/^[a-z][a-z\d_]*$/u), z.string().min(1))

/**
 * A language as data: every word of it that a rule needs. Phrases are matched as sequences of words, case-blind,
 * the longest first; a word that ends in * matches any ending.
 */
export const Locale = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2}$/u)
    .describe('ISO 639-1.'),
  name: z.string(),
  country: z
    .string()
    .nullable()
    .default(null)
    .describe('ISO 3166 of the one country where the language is at home: a text that names no other speaks of it.'),
  inflected: z.boolean().describe('Whether nouns take a plural, by which a counted noun is told.'),
  possessive: Phrases.default([]).describe("Endings of a word that owns what follows: Spain's."),
  signature: Phrases.describe('Its commonest words, by which the language of a passage is told.'),
  numbers: z.strictObject({
    decimal: z.enum(['.', ',']),
    scales: z.record(z.string(), z.int()).describe('Scale words as powers of ten.'),
    scale_signs: z.record(z.string(), z.int()).describe('Letters that stand right after the digits: 2.4bn.'),
    words: z.record(z.string(), z.int()).describe('Number words that add.'),
    multipliers: z.record(z.string(), z.int()).describe('Number words that multiply what stands before: hundred.'),
    and: Phrases.describe('Words that may stand inside a number in words: one hundred and five.'),
    half: Phrases.describe('After a number or a scale word: half of it more ("two and a half", "hai triệu rưỡi").'),
    half_before: Phrases.describe('Before a scale word: half of it ("half a million").'),
    share_every: Phrases.describe(
      'Before the whole of a share that is said the other way round: "cứ | 10 người | thì | 3".',
    ),
    share_fraction: Phrases.default([]).describe('Between part and whole of a fraction in words: chín phần mười.'),
    share_then: Phrases,
    shares: z.record(z.string(), z.string()).describe('Shares in words, in percent.'),
    share_of: Phrases.describe('Between the two numbers of a share: one IN five, three OUT OF ten.'),
    ordinals: z.record(z.string(), z.int()),
    ordinal_signs: Phrases.describe('Right after the digits: 2nd.'),
    not_counts: Phrases.describe('Words before a number word that make it no count: "no one", "one by one".'),
    rank: Phrases.describe('Words before an ordinal or a number that make it a rank.'),
  }),
  percent: Phrases,
  points: Phrases.describe('Percentage points.'),
  times: Phrases.describe('The word of multiples: times, fold, lần.'),
  times_compared: Phrases.describe('Words after "times" that make it a multiple: higher, more than, as.'),
  multiples: z
    .record(z.string(), z.string())
    .describe(
      'Words that are multiples: doubled, tripled, with the number; they are changes. 0: no multiple ("triple lock").',
    ),
  modifiers: PhrasesBy(Modifier).describe('Before the number.'),
  modifiers_after: PhrasesBy(Modifier).describe('After the number or its noun: or more, at most.'),
  range: z.strictObject({ between: Phrases, and: Phrases, to: Phrases, from: Phrases }),
  stops: Phrases.describe('Words at which a noun phrase ends.'),
  classifiers: Phrases.default([]).describe(
    'Words between a number and its noun that count nothing themselves: chiếc, tấm.',
  ),
  unit_labels: Phrases.default([]).describe('Words that lead to the unit of the figures below: đơn vị tính.'),
  noun_skips: Phrases.describe('Words that may stand between a number and its noun and are no part of it: of, of the.'),
  number_of: Phrases.describe('Before the name of what a figure counts: the number of.'),
  kickers: Phrases.default([]).describe(
    'All of a line over a headline that says what sort of text it is: press release.',
  ),
  ages_before: Phrases.default([]).describe('Right before a bare number that is an age: retire at.'),
  together: Phrases.default([]).describe('Words that add up what was just told: together, combined.'),
  remainders: Phrases.default([]).describe('Before the number of what is left of a whole: the remaining.'),
  change: z.strictObject({
    increase: Phrases.describe('Right before the number: up, an increase of.'),
    decrease: Phrases,
    verb: Phrases.describe('Further verbs of change, before "from ... to ...".'),
    none: Phrases.describe('Longer phrases that only look like a change: made up.'),
    increase_after: Phrases.describe('Right after it: a 5% increase.'),
    decrease_after: Phrases,
    increase_noun: Phrases.describe('Nouns of change, of which the number is told: growth was 5%.'),
    decrease_noun: Phrases,
    by: Phrases.describe('Right before the number of a change whose verb stands further left.'),
    increase_by: Phrases.default([]).describe('Such verbs, before what they raise: raised the rate by 5 points.'),
    decrease_by: Phrases.default([]),
    lead: Phrases.default([]).describe('Between verb and number: rose an average of 5%.'),
    to: Phrases.describe('Between the verb and the number: the number is the level reached.'),
    column: Phrases.describe('In the header of a column of changes, either way: Change (%), y/y.'),
  }),
  gap: z.strictObject({
    above: Phrases,
    below: Phrases,
    sure: Phrases.describe('Words of a gap that need no goal beside them: short of, shortfall of.'),
    above_after: Phrases,
    below_after: Phrases,
    fulfilled: Phrases.describe(
      'Before a goal that has been met, passed or compared with: it makes no number a target.',
    ),
    goal: Phrases.describe('What a gap is from: target, plan. A gap needs one of them near.'),
    average: Phrases.describe('What a gap is from where it stands behind the number: 2 points below the average.'),
  }),
  baseline: Phrases.describe('Before the period compared with.'),
  change_baseline: Phrases.describe('Words that compare only beside a change: since, from.'),
  span_baseline: Phrases.default([]).describe(
    'Those of them that compare with a span of time but date what falls on a day: up 5% on 2023, up 5% on 1 January.',
  ),
  baseline_skip: Phrases.describe('Words between the words of comparison and the date.'),
  past: Phrases.describe('Verbs of the past that make a clause no goal.'),
  tense: z
    .strictObject({
      past: Phrases.describe('Verbs that tell what happened: was, rose, paid.'),
      past_ending: Phrases.describe('Endings of regular verbs that tell what happened: ed.'),
      present: Phrases.describe('Verbs that say what holds: is, has, pays, may.'),
      future: Phrases.describe('Verbs of what is to come: will, sẽ.'),
      perfect: Phrases.describe('Verbs that with a participle say what has come about: has, have.'),
      participles: Phrases.describe('What makes a present verb before it one that has happened: has grown.'),
      earlier: Phrases.default([]).describe('Verbs of a time before the one that is told: had been, had stood at.'),
      anaphora: Phrases.describe('Words that point to the figure before: of these, that figure, thereby.'),
    })
    .describe('A date carries to what happened after it, but not from what happened to what holds.'),
  status: z.strictObject({
    actual: Phrases,
    estimate: Phrases,
    target: Phrases,
    target_strong: Phrases.describe(
      'Those of the target words that govern what stands under a heading or lead with them.',
    ),
    target_heads: Phrases.describe('Words at the start of a sentence or item that make it a task.'),
    target_after: Phrases.describe('Words behind a number that make it the goal itself: set for, asks for.'),
    goal_links: Phrases.describe('What may stand between a goal and its number: "goal of 90%".'),
    goal_setters: Phrases.describe(
      'The last word of who set a goal, between the goal and its number: chỉ tiêu tỉnh giao 95%.',
    ),
    labels: z
      .strictObject({ actual: Phrases, estimate: Phrases, target: Phrases })
      .describe('Words that say a status in the header or caption of a table: plan, outturn.'),
    purpose: Phrases.describe(
      'Words that begin a purpose before a statement of its own: To keep members, the law cuts ...',
    ),
    none: Phrases.describe('Phrases that hold a word of status and say none: that is to say.'),
  }),
  calendar: z.strictObject({
    order: z.enum(['day_month', 'month_day']),
    months: z.record(z.string(), Phrases),
    quarters: z.record(z.string(), Phrases),
    halves: z.record(z.string(), Phrases),
    capitalised: z.boolean().describe('Whether names of months begin with a capital: May the month, may the verb.'),
    weekdays: z.record(z.string(), Phrases).describe('Days of the week, Monday is 1.'),
    patterns: z.array(z.strictObject({ is: CalendarMeaning, say: z.array(z.string()).min(1) })),
    year_before: Phrases.describe('Words before four digits that make them a year.'),
    as_of: Phrases.describe('Before a period: the figure is as of its last day.'),
    span_nouns: Phrases.default([]).describe('What is told of the first months of a year: six-month revenue.'),
    during: Phrases.describe('Before the time of a whole statement: in, during.'),
    in_force: Phrases.describe('Before the day from which a law holds: takes effect, có hiệu lực.'),
    onset: Phrases.describe('Before the day from which something holds: since, từ.'),
    since: Phrases.default([]).describe('Before a date, words for the time from it up to now: since.'),
    by: Phrases.describe('Before the horizon of a target.'),
    said_on: Phrases.describe('Before the day on which something was said, that no figure is of: announced on.'),
    not_period: Phrases.describe('Before a date in the life of those counted: born in.'),
  }),
  places: z.strictObject({
    local: Phrases.describe('"the province": the province named before.'),
    national: Phrases.describe('nationwide, the whole country.'),
    admin: Phrases.describe('Words beside the name of a province: province, city.'),
    abroad: Phrases.describe('Words that make a count one of many countries.'),
    standing: Phrases.default([]).describe(
      'Words that say where one place stands among others, and name no subject: leads with, is last, districts.',
    ),
    event: Phrases.default([]).describe('Before a place where something was held: a meeting in, hội nghị tại.'),
    apart: Phrases.default([]).describe(
      'Before a place that a number is only compared with or comes from: after, from.',
    ),
    world: Phrases.default([]).describe('Parts of the world that hold many countries: Asia, worldwide.'),
    body: Phrases.default([]).describe(
      'Behind a place that only says whose an institution is: "a Hue university", "the Nghe An Newspaper".',
    ),
    at: Phrases.default([]).describe('Before a city where something is counted: in.'),
    owner: Phrases.default([]).describe(
      'Before a name that is also a common word, which is the country there: the government of, chính phủ.',
    ),
    partner: Phrases.default([]).describe(
      'Words of people or goods that come from abroad or go there: a foreign country beside them is no place of the number.',
    ),
    host: Phrases.default([]).describe('Behind a country that takes them in itself: received.'),
    taker: Phrases.default([]).describe('Behind a country that takes what another sends: bought, took.'),
    asker: Phrases.default([]).describe('Behind brackets that say where somebody writes from: asked, hỏi.'),
    language: Phrases.default([]).describe('Before a name that is a language there: translated from, tiếng.'),
    law: Phrases.default([]).describe(
      "Words of the country's law, whatever province the text is about: by law, the State.",
    ),
  }),
  legal: z.strictObject({
    number: Phrases.describe('No., number, số.'),
    dated: Phrases.describe('Between number and date: dated, of, ngày.'),
    issued: Phrases.describe('issued, promulgated.'),
    giver: Phrases.default([]).describe('Between number and issuer: of the, by, của.'),
    about: Phrases.default([]).describe('Before a title: on, approving, về việc.'),
    implements: Phrases,
    amends: Phrases,
    replaces: Phrases,
    under: Phrases,
    named: Phrases.describe('Other words whose name a year belongs to: the Pension Scheme, 1995.'),
    parts: Phrases.describe('Article, Clause, Point: the number after is a reference.'),
  }),
  aside: z.strictObject({
    before: PhrasesBy(SetAsideReason).describe('Words right before a number that make it no claim, by reason.'),
    after: PhrasesBy(SetAsideReason),
    line: PhrasesBy(SetAsideReason).describe(
      'Words that make every bare number of a short line no claim: views, ISBN.',
    ),
  }),
  reading_time: Phrases.default([]).describe(
    'Beside a number of minutes that reading a page takes: reading time, min read.',
  ),
  picture_units: Phrases.default([]).describe('What the size of a picture is given in: px.'),
  photo: Phrases.describe('Words by which a short line is the caption of a picture.'),
  furniture: Phrases.describe('Words by which a line is page furniture wherever it stands.'),
  clock: z.strictObject({ before: Phrases, after: Phrases }),
  caps: Phrases.describe('Subjects that make a figure a ceiling: the cap, the ceiling.'),
  age_words: Phrases.describe('Subjects that make a bare small number an age.'),
  equivalent: Phrases.describe('Between two numbers that say one fact: "or", "equivalent to".'),
  ratio_verbs: Phrases.default([]).describe('Before a multiple of another thing: gấp (1,3 lần lao động nữ).'),
  ratio_of: Phrases.describe('After a multiple that is a ratio and no change: the base salary.'),
  list_and: Phrases.describe('Before the last number of a list: and, or.'),
  respectively: Phrases,
  negation: Phrases,
  clause: z
    .strictObject({
      strong: Phrases,
      weak: Phrases,
      side: Phrases.default([]).describe('Words that open a clause of another time than the main one: because, once.'),
      side_verb: Phrases.default([]).describe('Words that do so where a verb follows: after, since.'),
      relative: Phrases.default([]).describe('Behind a comma, words that tell more of what stands before: which, who.'),
      at_date: Phrases.default([]).describe('Behind a date, words that open what held then: when.'),
    })
    .describe('Words at which a clause ends: while, whereas; and, with.'),
  copulas: Phrases.describe('Words that tie a number to the subject before: is, reached, at.'),
  abbreviations: Phrases.describe('Words whose dot ends no sentence: No., Mr., Tel.'),
  age_before: Phrases.describe('Before a number without a unit that is an age: aged, at the age of.'),
  composition: Phrases.default([]).describe('Words that say who makes up a group: made up, accounted for.'),
  group_pronouns: Phrases.default([]).describe('After a share, words for a group named before: of them, of these.'),
  not_refers: Phrases.default([]).describe(
    'Words that begin like those of `refers` and name a thing of their own: those who.',
  ),
  refers: Phrases.default([]).describe('Words that take up what was said before: it, that rate, the figure.'),
  groups: Phrases.describe('Words that name a subgroup: of which, among them.'),
  interface: Interface.optional().describe('Words of the report; those that are left out stand there in English.'),
})
export type Locale = z.infer<typeof Locale>
