import { age } from './claims/age.ts'
import { count } from './claims/count.ts'
import { duration } from './claims/duration.ts'
import { legalDocument } from './claims/legal-document.ts'
import { money } from './claims/money.ts'
import { multiple } from './claims/multiple.ts'
import { percentage } from './claims/percentage.ts'
import { quantity } from './claims/quantity.ts'
import { rank } from './claims/rank.ts'
import { share } from './claims/share.ts'
import type { Rule } from './rule.ts'
import { articleReference } from './set-aside/article-reference.ts'
import { bareNumber } from './set-aside/bare-number.ts'
import { clock } from './set-aside/clock.ts'
import { date } from './set-aside/date.ts'
import { equation } from './set-aside/equation.ts'
import { footnote } from './set-aside/footnote.ts'
import { furniture } from './set-aside/furniture.ts'
import { identifier } from './set-aside/identifier.ts'
import { labelled } from './set-aside/labelled.ts'
import { name } from './set-aside/name.ts'
import { ordinal } from './set-aside/ordinal.ts'
import { outlineNumber } from './set-aside/outline-number.ts'
import { phone } from './set-aside/phone.ts'
import { readingTime } from './set-aside/reading-time.ts'
import { score } from './set-aside/score.ts'
import { street } from './set-aside/street.ts'
import { url } from './set-aside/url.ts'

/**
 * Every rule, in the order in which they are asked at a number: the first that answers has it.
 * Shapes that hold numbers of their own (addresses, document numbers, dates) come before the numbers.
 */
export const rules: readonly Rule[] = [
  url,
  legalDocument,
  footnote,
  articleReference,
  outlineNumber,
  phone,
  date,
  clock,
  name,
  equation,
  readingTime,
  labelled,
  furniture,
  street,
  rank,
  ordinal,
  share,
  percentage,
  money,
  multiple,
  duration,
  age,
  quantity,
  score,
  identifier,
  count,
  bareNumber,
]
