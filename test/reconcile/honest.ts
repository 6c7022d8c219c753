import fc from 'fast-check'
import type { Claim } from '../../schemas/claim.ts'
import { claim } from './sample.ts'

/** How a writer who tells the truth may put a number. `cut` drops digits instead of rounding them. */
export type Style = 'round' | 'cut' | 'more_than' | 'at_least' | 'nearly' | 'less_than' | 'at_most' | 'about'
export const styles: readonly Style[] = [
  'round',
  'cut',
  'more_than',
  'at_least',
  'nearly',
  'less_than',
  'at_most',
  'about',
]

const modifiers: Readonly<Record<Style, Claim['modifier']>> = {
  round: 'exact',
  cut: 'exact',
  more_than: 'more_than',
  at_least: 'at_least',
  nearly: 'nearly',
  less_than: 'less_than',
  at_most: 'at_most',
  about: 'approximately',
}

/** The multiple of `step` by which a style puts a value, and the style that then is honest: nobody says "more than 5" of 5. */
const put = (value: bigint, step: bigint, style: Style, up: boolean): { multiple: bigint; style: Style } => {
  const [floor, rest] = [value / step, value % step]
  if (rest === 0n && style !== 'about') return { multiple: floor, style: style === 'cut' ? 'cut' : 'round' }
  if (style === 'cut' || style === 'more_than' || style === 'at_least') return { multiple: floor, style }
  if (style === 'nearly' || style === 'less_than' || style === 'at_most') return { multiple: floor + 1n, style }
  const twice = 2n * rest
  const nearest = twice > step || (twice === step && up) ? floor + 1n : floor
  if (style === 'about' && rest !== 0n) return { multiple: up ? floor + 1n : floor, style }
  return { multiple: nearest, style }
}

const withSeparators = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')

export interface Writer {
  readonly style: Style
  /** Decimal places that are kept, of a number in millions; or digits that are rounded away, of a plain number. */
  readonly precision: number
  readonly inMillions: boolean
  /** Which way ties and "about" go. */
  readonly up: boolean
}

export const writers = (allowed: readonly Style[] = styles): fc.Arbitrary<Writer> =>
  fc.record({
    style: fc.constantFrom(...allowed),
    precision: fc.integer({ min: 0, max: 5 }),
    inMillions: fc.boolean(),
    up: fc.boolean(),
  })

/** A count of the register as an honest writer puts it: with two digits that mean something at least. */
export const writeCount = (value: bigint, writer: Writer, fields: Partial<Claim> = {}): Claim => {
  const magnitude = value.toString().length
  const rounded = Math.min(
    writer.inMillions ? Math.max(0, 6 - writer.precision) : writer.precision,
    Math.max(0, magnitude - 2),
  )
  const step = 10n ** BigInt(rounded)
  const { multiple, style } = put(value, step, writer.style, writer.up)
  const written = multiple * step
  const common = { kind: 'count', value: written.toString(), modifier: modifiers[style], ...fields } as const
  if (!writer.inMillions || value < 1_000_000n)
    return claim({ ...common, digits: withSeparators(written.toString()), scale: null })
  const places = Math.max(0, 6 - rounded)
  const digits = written.toString().padStart(7, '0')
  const whole = digits.slice(0, -6)
  return claim({
    ...common,
    digits: places === 0 ? whole : `${whole}.${digits.slice(-6, digits.length - 6 + places)}`,
    scale: '6',
  })
}

/** A percentage `n / d` as an honest writer puts it, with so many decimals. */
export const writePercent = (n: bigint, d: bigint, writer: Writer, fields: Partial<Claim> = {}): Claim => {
  const places = Math.min(2, writer.precision)
  const scale = 10n ** BigInt(places)
  // In units of the last digit: n * 100 * scale / d, kept as a fraction of d so that nothing is lost.
  const { multiple, style } = put(n * 100n * scale, d, writer.style, writer.up)
  const digits = multiple.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return claim({
    kind: 'percentage',
    unit: 'percent',
    value: text,
    digits: text,
    scale: null,
    modifier: modifiers[style],
    indicator: 'register.coverage',
    of: 'labour_force',
    ...fields,
  })
}
