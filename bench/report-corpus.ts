import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Random } from '../test/reconcile/random.ts'

/*
 * A corpus of articles for measuring: one true world of provinces and year ends, written of by an agency and by papers that
 * round, hedge, mistype and print last year's figures as new. Plain texts with datelines, about thirty claims each.
 */

const provinces = [
  'Ha Giang',
  'Cao Bang',
  'Lao Cai',
  'Son La',
  'Yen Bai',
  'Thai Nguyen',
  'Lang Son',
  'Quang Ninh',
  'Bac Giang',
  'Phu Tho',
  'Hai Duong',
  'Thai Binh',
  'Nam Dinh',
  'Thanh Hoa',
  'Nghe An',
  'Ha Tinh',
  'Quang Binh',
  'Quang Tri',
  'Quang Nam',
  'Quang Ngai',
  'Khanh Hoa',
  'Kon Tum',
  'Gia Lai',
  'Dak Lak',
  'Lam Dong',
  'Binh Phuoc',
  'Tay Ninh',
  'Binh Duong',
  'Dong Nai',
  'Long An',
  'Dong Thap',
  'An Giang',
  'Kien Giang',
  'Soc Trang',
  'Bac Lieu',
  'Ca Mau',
]
const years = Array.from({ length: 14 }, (_, at) => 2010 + at)

type Kind = 'people' | 'share' | 'money'

/** What is told of a province at a year's end: the sentence's words before and after the figure; PROVINCE stands for its name. */
const topics: readonly (readonly [kind: Kind, before: string, after: string])[] = [
  ['people', 'PROVINCE had ', ' people participating in social insurance'],
  ['people', 'compulsory social insurance in PROVINCE had ', ' participants'],
  ['people', 'voluntary social insurance in PROVINCE had ', ' participants'],
  ['people', 'unemployment insurance in PROVINCE had ', ' participants'],
  ['people', 'PROVINCE had ', ' people participating in health insurance'],
  ['share', 'social insurance coverage in PROVINCE reached ', ' of the labour force'],
  ['share', 'voluntary social insurance coverage in PROVINCE reached ', ' of the labour force'],
  ['share', 'unemployment insurance coverage in PROVINCE reached ', ' of the labour force'],
  ['share', 'health insurance coverage in PROVINCE reached ', ' of the population'],
  ['money', 'total revenue of social insurance in PROVINCE was ', ''],
  ['money', 'total expenditure of social insurance in PROVINCE was ', ''],
  ['money', 'the late payment of social insurance in PROVINCE was ', ''],
]

type World = ReadonlyMap<string, readonly bigint[]>

const keyOf = (province: string, year: number): string => `${province} ${year}`

/** Truth in whole people, millionths of a percent and million dong. */
const drawWorld = (random: Random): World => {
  const world = new Map<string, bigint[]>()
  for (const province of provinces) {
    let truth = topics.map(([kind]) =>
      kind === 'people'
        ? 60_000n + BigInt(random.int(3_000_000))
        : kind === 'share'
          ? 5_000_000n + BigInt(random.int(80_000_000))
          : 90_000n + BigInt(random.int(9_000_000)),
    )
    for (const year of years) {
      world.set(keyOf(province, year), truth)
      truth = truth.map((value) => value + (value * BigInt(random.int(900) - 200)) / 10_000n)
    }
  }
  return world
}

const grouped = (value: bigint): string => value.toString().replace(/\B(?=(?:\d{3})+$)/gu, ',')

/** The figure as a writer puts it: to the digit, or rounded with or without a hedge. */
const written = (kind: Kind, value: bigint, random: Random): string => {
  if (kind === 'share') {
    const tenths = random.chance(50)
    const rounded = tenths ? (value + 50_000n) / 100_000n : (value + 5_000n) / 10_000n
    const digits = rounded.toString().padStart(3, '0')
    const places = tenths ? 1 : 2
    return `${digits.slice(0, -places)}.${digits.slice(-places)}%`
  }
  const step = random.chance(50) ? 1n : 1_000n
  const hedge = step === 1n ? '' : random.pick(['', 'more than ', 'about '])
  const put = `${hedge}${grouped((value / step) * step)}`
  return kind === 'money' ? `${put} million VND` : put
}

/** A slip of the keyboard: one digit is another. */
const mistyped = (text: string, random: Random): string => {
  const places = [...text].flatMap((character, at) => (/\d/u.test(character) ? [at] : []))
  const at = random.pick(places)
  return `${text.slice(0, at)}${(Number(text[at]) + 1 + random.int(8)) % 10}${text.slice(at + 1)}`
}

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

const openings = [
  (year: number) => `By the end of ${year}`,
  (year: number) => `As of December 31, ${year}`,
  (year: number) => `At the end of ${year}`,
]

/** One article: three year ends of one province, all topics but a few. */
const article = (world: World, at: number, random: Random): { text: string; facts: Record<string, unknown> } => {
  const province = random.pick(provinces)
  const last = 2 + random.int(years.length - 2)
  const shown = years.slice(last - 2, last + 1)
  const isAgency = random.chance(25)
  const day = `${years[last]! + 1}-0${1 + random.int(6)}-${String(1 + random.int(28)).padStart(2, '0')}`
  const title = `${province}: social insurance and health insurance at the end of ${years[last]}`
  const lines = shown.flatMap((year) => {
    const isStale = !isAgency && random.chance(8) && year > years[0]!
    const truth = world.get(keyOf(province, isStale ? year - 1 : year))!
    const sentences = topics.flatMap(([kind, before, after], topic) => {
      if (random.chance(17)) return []
      const figure = written(kind, truth[topic]!, random)
      const put = random.chance(2) ? mistyped(figure, random) : figure
      return [
        `${capital(`${random.pick(openings)(year)}, ${before.replace('PROVINCE', `${province} province`)}${put}${after}`)}.`,
      ]
    })
    return [sentences.slice(0, 4), sentences.slice(4, 8), sentences.slice(8)].map((each) => each.join(' '))
  })
  return {
    text: [title, day.split('-').reverse().join('/'), ...lines, `Article ${at} of a drawn corpus.`, ''].join('\n\n'),
    facts: {
      title,
      url: `https://news.example/${at}`,
      publisher: isAgency ? `Social Security of ${province}` : random.pick(['Morning Paper', 'Evening Paper']),
      ...(isAgency ? { origin: 'vss' } : {}),
      published: day,
      published_rule: 'dateline of the page',
      lang: 'en',
    },
  }
}

/** Writes so many articles and their sources.yaml into a folder, which is made. */
export const writeCorpus = (folder: string, documents: number, seed = 20261122): void => {
  mkdirSync(folder, { recursive: true })
  const random = new Random(seed)
  const world = drawWorld(random)
  const sources: Record<string, unknown> = {}
  for (let at = 1; at <= documents; at += 1) {
    const name = `article-${String(at).padStart(5, '0')}.txt`
    const { text, facts } = article(world, at, random)
    writeFileSync(join(folder, name), text)
    sources[name] = facts
  }
  writeFileSync(join(folder, 'sources.yaml'), stringify(sources))
}
