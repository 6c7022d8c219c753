import { z } from 'zod'

/**
 * A half-open run of characters, `start` included and `end` excluded.
 * Inside the pipeline spans count UTF-16 units of a passage or of the decoded source; in the dataset they
 * count Unicode code points of the decoded source (W3C Web Annotation). The field's description says which.
 */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/** Decimal digits as text: an optional minus, digits, an optional fraction. Never an exponent, never a float. */
export const Decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/u)
  .meta({ id: 'Decimal', description: 'A number in decimal digits, without exponent.' })
export type Decimal = z.infer<typeof Decimal>

/** An EDTF date, or an interval of two: "2021", "2022-02", "2021-12-31", "2020/2025", "2023-01/2023-09". */
export const Period = z
  .string()
  .regex(/^[\dX]{4}[~?%]?(?:-[\dX]{2}(?:-[\dX]{2})?[~?%]?)?(?:\/[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?)?$/u)
export type Period = z.infer<typeof Period>
