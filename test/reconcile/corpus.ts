import type { Claim } from '../../schemas/claim.ts'
import { SourceFacts } from '../../schemas/document.ts'
import type { DocumentResult } from '../../schemas/result.ts'
import { type Style, type Writer, writeCount, writePercent } from './honest.ts'
import { Random } from './random.ts'
import { documentOf } from './sample.ts'

/** What a planted claim really is. */
export interface Truth {
  readonly n: bigint
  readonly d: bigint
  /** none: written honestly; typo: one digit otherwise; scale: a thousand times too much; stale: an older vintage as new. */
  readonly error: 'none' | 'typo' | 'scale' | 'stale'
}

export interface PlantedCorpus {
  readonly results: readonly DocumentResult[]
  readonly facts: Readonly<Record<string, SourceFacts>>
  /** Claim id -> the true value of what it is of, in its unit, and the error that was planted in it. */
  readonly truths: ReadonlyMap<string, Truth>
  /** Document -> day of publication, which a real corpus seldom knows. */
  readonly days: ReadonlyMap<string, string>
}

/** The register of one place at one quarter's end, as it was and as it had been estimated before. */
interface Figures {
  readonly force: bigint
  readonly base: bigint
  readonly public: bigint
  readonly private: bigint
}

interface Quarter {
  readonly place: string
  readonly end: string
  readonly before: string
  readonly actual: Figures
  readonly estimate: Figures
}

const quarters = [
  '2020-12-31',
  '2021-03-31',
  '2021-06-30',
  '2021-09-30',
  '2021-12-31',
  '2022-03-31',
  '2022-06-30',
  '2022-09-30',
  '2022-12-31',
]

const moved = (value: bigint, perTenThousand: number): bigint => value + (value * BigInt(perTenThousand)) / 10_000n

const drawPlace = (random: Random, place: string): Quarter[] => {
  let force = 400_000n + BigInt(random.int(40_000_000))
  let [pub, priv] = [moved(force, -6_000 + random.int(3_000)), moved(force, -9_800 + random.int(600))]
  return quarters.slice(1).map((end, at) => {
    const base = pub + priv
    force = moved(force, random.int(60))
    pub = moved(pub, random.int(150) - 40)
    priv = moved(priv, random.int(700) - 100)
    const actual = { force, base, public: pub, private: priv }
    // What had been expected some weeks before: near the truth, seldom right to the digit.
    const estimate = { force, base, public: moved(pub, -random.int(80)), private: moved(priv, -random.int(400)) }
    return { place, end, before: quarters[at]!, actual, estimate }
  })
}

type Told = readonly [claim: Claim, n: bigint, d: bigint]
type Fact = (quarter: Quarter, figures: Figures, writer: Writer) => Told | null

const level =
  (indicator: string, of: (figures: Figures) => bigint): Fact =>
  ({ end, place, actual }, figures, writer) => [
    writeCount(of(figures), writer, { indicator, period: end, place }),
    of(actual),
    1n,
  ]
const share =
  (indicator: string, of: (figures: Figures) => bigint): Fact =>
  ({ end, place, actual }, figures, writer) => [
    writePercent(
      of(figures),
      figures.force,
      { ...writer, precision: Math.max(1, writer.precision) },
      { indicator, period: end, place },
    ),
    100n * of(actual),
    actual.force,
  ]
const total = (figures: Figures): bigint => figures.public + figures.private
const growth: Fact = ({ end, before, place, actual }, figures, writer) => {
  const change = total(figures) - figures.base
  if (change <= 0n || total(actual) <= actual.base) return null
  const fields = {
    indicator: 'register.members',
    measure: 'change',
    direction: 'increase',
    of: null,
    period: end,
    baseline: before,
    place,
  } as const
  return [
    writePercent(change, figures.base, { ...writer, precision: 1 }, fields),
    100n * (total(actual) - actual.base),
    actual.base,
  ]
}

const facts: readonly Fact[] = [
  level('register.members', total),
  level('public.members', (figures) => figures.public),
  level('private.members', (figures) => figures.private),
  share('register.coverage', total),
  share('public.coverage', (figures) => figures.public),
  share('private.coverage', (figures) => figures.private),
  growth,
]

/** A slip of the keyboard: one digit of the numeral is another. */
const mistype = (claim: Claim, random: Random): Claim => {
  const places = [...claim.digits].flatMap((character, at) => (/\d/u.test(character) ? [at] : []))
  const at = random.pick(places.slice(0, 4))
  const digit = String((Number(claim.digits[at]) + 1 + random.int(8)) % 10)
  const digits = `${claim.digits.slice(0, at)}${digit}${claim.digits.slice(at + 1)}`
  const plain = digits.replaceAll(',', '')
  if (claim.scale === null) return { ...claim, digits, value: plain.replace(/^0+(?=\d)/u, '') }
  const [whole = '0', fraction = ''] = plain.split('.')
  return { ...claim, digits, value: BigInt(whole + fraction.padEnd(6, '0')).toString() }
}

const misscale = (claim: Claim): Claim => ({
  ...claim,
  value: `${claim.value}000`,
  scale: claim.scale === null ? '3' : '9',
})

const dayAfter = (end: string, days: number): string => {
  const month = Number(end.slice(5, 7)) + Math.floor(days / 28)
  const year = Number(end.slice(0, 4)) + Math.floor((month - 1) / 12)
  return `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${String((days % 28) + 1).padStart(2, '0')}`
}

/** How often what goes wrong, in percent: of figures mistyped or a thousand times too large, of papers that print old ones. */
export interface Faults {
  readonly typo: number
  readonly scale: number
  readonly stale: number
}

const usualFaults: Faults = { typo: 2, scale: 1, stale: 15 }

class Press {
  readonly results: DocumentResult[] = []
  readonly facts: Record<string, SourceFacts> = {}
  readonly truths = new Map<string, Truth>()
  readonly days = new Map<string, string>()
  readonly #random: Random
  readonly #faults: Faults
  readonly #prefix: string

  constructor(random: Random, faults: Faults, prefix: string) {
    this.#random = random
    this.#faults = faults
    this.#prefix = prefix
  }

  #add(day: string, claims: readonly Claim[], known: Partial<SourceFacts>): DocumentResult {
    const name = `${this.#prefix}_${String(this.results.length).padStart(6, '0')}`
    const result = documentOf(name, claims)
    this.results.push(result)
    this.facts[name] = SourceFacts.parse(known)
    this.days.set(name, day)
    return result
  }

  /** A text of its own words about a quarter, with some of its figures. */
  write(
    quarter: Quarter,
    day: string,
    styles: readonly Style[],
    figures: Figures,
    known: Partial<SourceFacts>,
    share: number,
    fields: Partial<Claim> = {},
  ): DocumentResult {
    const random = this.#random
    const own = this.results.length
    const isStale = figures !== quarter.actual && fields.status === undefined
    const claims = facts.flatMap((fact, at): Claim[] => {
      if (!random.chance(share)) return []
      const writer = {
        style: random.pick(styles),
        precision: random.int(6),
        inMillions: random.chance(50),
        up: random.chance(50),
      }
      const told = fact(quarter, figures, writer)
      if (told === null) return []
      const [written, n, d] = told
      const [isTypo, isScale] = [
        random.chance(this.#faults.typo),
        written.kind === 'count' && random.chance(this.#faults.scale),
      ]
      const slip = isTypo ? mistype(written, random) : isScale ? misscale(written) : written
      const error =
        isTypo && slip.value !== written.value ? 'typo' : isScale && !isTypo ? 'scale' : isStale ? 'stale' : 'none'
      const words = `in words ${own} of ${own} its ${own} own ${own} text ${own} says ${at}`
      const claim = { ...slip, ...fields, sentence: { ...slip.sentence, exact: words } }
      this.truths.set(claim.id, { n, d, error })
      return [claim]
    })
    return this.#add(day, claims, known)
  }

  /** The same sentences on another page, now and then with a new slip. */
  repost(source: DocumentResult, day: string): void {
    const claims = source.claims.map((claim): Claim => {
      const truth = this.truths.get(claim.id)!
      const id = `${claim.id}_${this.results.length}`
      const slip = this.#random.chance(this.#faults.typo) ? mistype(claim, this.#random) : claim
      this.truths.set(id, slip.value === claim.value ? truth : { ...truth, error: 'typo' })
      return { ...slip, id }
    })
    this.#add(day, claims, { origin: this.facts[source.document]!.origin })
  }
}

const careful: readonly Style[] = ['round', 'round', 'round', 'more_than', 'nearly']
const loose: readonly Style[] = ['round', 'round', 'cut', 'more_than', 'at_least', 'nearly', 'about']

/**
 * A corpus of about so many documents on one true world, with the truth kept: estimates before the quarter's end, the
 * agency's release, papers that round, cut and hedge, papers that print the old estimate as new, reposts of all.
 */
export const plantCorpus = (
  size: number,
  seed: number,
  faults: Faults = usualFaults,
  { prefix, firstPlace }: { prefix: string; firstPlace: number } = { prefix: 'text', firstPlace: 1 },
): PlantedCorpus => {
  const random = new Random(seed)
  const press = new Press(random, faults, prefix)
  for (let at = firstPlace; press.results.length < size; at += 1) {
    for (const quarter of drawPlace(random, `VN-${String(at).padStart(2, '0')}`)) {
      if (press.results.length >= size) break
      const early = `${quarter.end.slice(0, 8)}05`
      if (random.chance(60))
        press.write(quarter, early, careful, quarter.estimate, { origin: 'agency', asserted_not_after: early }, 60, {
          status: 'estimate',
        })
      const texts: DocumentResult[] = []
      if (random.chance(60)) {
        const day = dayAfter(quarter.end, 20)
        texts.push(
          press.write(quarter, day, careful, quarter.actual, { origin: 'agency', asserted_not_before: day }, 80),
        )
      }
      for (let papers = 1 + random.int(3); papers > 0; papers -= 1) {
        const isStale = random.chance(faults.stale)
        const origin = random.chance(70) ? 'agency' : null
        texts.push(
          press.write(
            quarter,
            dayAfter(quarter.end, 22 + random.int(30)),
            loose,
            isStale ? quarter.estimate : quarter.actual,
            { origin },
            50,
          ),
        )
      }
      for (let copies = random.int(4); copies > 0; copies -= 1)
        press.repost(random.pick(texts), dayAfter(quarter.end, 25 + random.int(60)))
    }
  }
  return { results: press.results, facts: press.facts, truths: press.truths, days: press.days }
}
