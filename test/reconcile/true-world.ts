import fc from 'fast-check'
import type { Claim } from '../../schemas/claim.ts'
import { type Style, type Writer, writeCount, writePercent, writers } from './honest.ts'
import { plain } from './sample.ts'

/** Styles whose truth lies within what a normal writer means; who cuts digits is honest too, but needs another reading. */
const meaning: readonly Style[] = ['round', 'more_than', 'at_least', 'nearly', 'less_than', 'at_most', 'about']

/** The truth about the register at two year ends: whole people, so that all shares and changes are exact fractions. */
export interface World {
  readonly force: readonly [bigint, bigint]
  readonly publicMembers: readonly [bigint, bigint]
  readonly privateMembers: readonly [bigint, bigint]
  readonly provincial: bigint
  readonly goal: bigint
  readonly revenue: bigint
  readonly rate: bigint
  readonly hours: readonly [bigint, bigint]
}

const near = (value: bigint, perMille: bigint, most: bigint): bigint =>
  value + (value * ((perMille % (2n * most + 1n)) - most)) / 1000n

export const worlds: fc.Arbitrary<World> = fc
  .tuple(
    fc.bigInt(20_000_000n, 60_000_000n),
    fc.bigInt(100n, 600n),
    fc.bigInt(10n, 90n),
    fc.array(fc.bigInt(0n, 10_000n), { minLength: 8, maxLength: 8 }),
  )
  .map(([force, publicShare, privateShare, noise]): World => {
    const base = (force * publicShare) / 1000n + noise[0]!
    const small = (force * privateShare) / 1000n + noise[1]!
    return {
      force: [force, near(force, noise[2]!, 20n)],
      publicMembers: [base, near(base, noise[3]!, 50n)],
      privateMembers: [small, near(small, noise[4]!, 300n)],
      provincial: near(base, noise[5]!, 20n) / 20n,
      goal: 5n + (noise[6]! % 60n),
      revenue: force * 1_000_003n + noise[7]!,
      rate: 20_000n + noise[6]!,
      hours: [20n + (noise[6]! % 20n), 5n + (noise[7]! % 15n)],
    }
  })

/** One thing that a text may state of the world; null where it cannot be put in words honestly. */
type Fact = (world: World, writer: Writer) => readonly Claim[]

const days = ['2020-12-31', '2021-12-31'] as const
const total = ({ publicMembers, privateMembers }: World, at: 0 | 1): bigint => publicMembers[at] + privateMembers[at]
const signed = (n: bigint): { size: bigint; direction: Claim['direction'] } => ({
  size: n < 0n ? -n : n,
  direction: n < 0n ? 'decrease' : 'increase',
})

const level =
  (indicator: string, at: 0 | 1, of: (world: World) => bigint): Fact =>
  (world, writer) => [writeCount(of(world), writer, { indicator, period: days[at] })]
const share =
  (indicator: string, at: 0 | 1, of: (world: World) => bigint): Fact =>
  (world, writer) => [writePercent(of(world), world.force[at], writer, { indicator, period: days[at] })]
const growth =
  (indicator: string, of: (world: World, at: 0 | 1) => bigint): Fact =>
  (world, writer) => {
    const [base, now] = [of(world, 0), of(world, 1)]
    const { size, direction } = signed(now - base)
    if (size === 0n) return []
    return [
      writePercent(size, base, writer, {
        indicator,
        measure: 'change',
        direction,
        of: null,
        period: days[1],
        baseline: days[0],
      }),
    ]
  }
const delta: Fact = (world, writer) => {
  const { size, direction } = signed(total(world, 1) - total(world, 0))
  return size < 10n
    ? []
    : [writeCount(size, writer, { measure: 'change', direction, period: days[1], baseline: days[0] })]
}
const gap: Fact = (world, writer) => {
  const n = 100n * total(world, 1) - world.goal * world.force[1]
  const [size, direction] = n < 0n ? [-n, 'below' as const] : [n, 'above' as const]
  const unit = writer.up ? 'percent' : 'percentage_point'
  return size === 0n
    ? []
    : [
        writePercent(size, 100n * world.force[1], writer, {
          measure: 'gap',
          direction,
          of: null,
          unit,
          period: days[1],
        }),
      ]
}
const goal: Fact = (world) => [
  plain(world.goal.toString(), {
    kind: 'percentage',
    unit: 'percent',
    indicator: 'register.coverage',
    of: 'labour_force',
    status: 'target',
    period: '2021',
  }),
]
const province: Fact = (world, writer) => [
  writeCount(world.provincial, writer, { place: 'VN-22', period: days[1] }),
  writePercent(world.provincial, total(world, 1), writer, {
    place: 'VN-22',
    of: 'members',
    indicator: null,
    period: days[1],
  }),
]
const money: Fact = (world, writer) => {
  const amounts = [
    writeCount(
      world.revenue,
      { ...writer, style: 'round' },
      { kind: 'money', unit: 'VND', indicator: 'fund.revenue', period: '2021' },
    ),
    writeCount(
      world.revenue / world.rate,
      { ...writer, style: 'round' },
      { kind: 'money', unit: 'USD', indicator: 'fund.revenue', period: '2021' },
    ),
  ]
  return besideEachOther(writer.up ? amounts.map((each) => ({ ...each, modifier: 'approximately' as const })) : amounts)
}
const fromTo: Fact = (world, writer) => {
  const [from, to] = world.hours
  const { size, direction } = signed(to - from)
  if (size === 0n) return []
  const time = { kind: 'duration', unit: 'hour', indicator: 'office.time' } as const
  const change = writePercent(
    size,
    from,
    { ...writer, precision: 0 },
    { indicator: 'office.time', measure: 'change', direction, of: null, period: '2021' },
  )
  return besideEachOther([
    change,
    plain(from.toString(), { ...time, period: null }),
    plain(to.toString(), { ...time, period: '2021' }),
  ])
}

/** Claims of one sentence, one after the other. */
const besideEachOther = (claims: readonly Claim[]): Claim[] => {
  const start = claims[0]!.selector.start
  return claims.map((each, at) => ({
    ...each,
    selector: { ...each.selector, start: start + 20 * at, end: start + 20 * at + each.digits.length },
    sentence: { start, end: start + 90, exact: '' },
  }))
}

const facts: readonly Fact[] = [
  level('register.members', 1, (world) => total(world, 1)),
  level('register.members', 0, (world) => total(world, 0)),
  level('public.members', 1, ({ publicMembers }) => publicMembers[1]),
  level('public.members', 0, ({ publicMembers }) => publicMembers[0]),
  level('private.members', 1, ({ privateMembers }) => privateMembers[1]),
  share('register.coverage', 1, (world) => total(world, 1)),
  share('register.coverage', 0, (world) => total(world, 0)),
  share('public.coverage', 1, ({ publicMembers }) => publicMembers[1]),
  share('private.coverage', 1, ({ privateMembers }) => privateMembers[1]),
  growth('register.members', total),
  growth('public.members', ({ publicMembers }, at) => publicMembers[at]),
  growth('private.members', ({ privateMembers }, at) => privateMembers[at]),
  delta,
  gap,
  goal,
  province,
  money,
  fromTo,
]

/** A few texts that each tell some of one true world, honestly. */
export const honestTexts: fc.Arbitrary<{ readonly world: World; readonly texts: Record<string, Claim[]> }> =
  worlds.chain((world) =>
    fc
      .array(
        fc.array(fc.tuple(fc.integer({ min: 0, max: facts.length - 1 }), writers(meaning)), {
          minLength: 2,
          maxLength: 9,
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((texts) => ({
        world,
        texts: Object.fromEntries(
          texts.map((told, at) => [`text_${at}`, told.flatMap(([fact, writer]) => facts[fact]!(world, writer))]),
        ),
      })),
  )

/** The true value of what a claim is of, as a fraction in the unit of the claim; null for what is not looked up. */
export const truthOf = (
  world: World,
  { indicator, measure, period, place, status }: Pick<Claim, 'indicator' | 'measure' | 'period' | 'place' | 'status'>,
): { n: bigint; d: bigint } | null => {
  const at = period === days[0] ? 0 : 1
  if (measure !== 'level' || place !== 'VN' || status === 'target') return null
  const members: Readonly<Record<string, bigint>> = {
    register: total(world, at),
    public: world.publicMembers[at],
    private: world.privateMembers[at],
  }
  const [who, what] = (indicator ?? '').split('.')
  const count = members[who ?? '']
  if (count === undefined) return null
  return what === 'members' ? { n: count, d: 1n } : { n: 100n * count, d: world.force[at] }
}
