import type { Rule } from '../rule.ts'

/** What no other rule took: a number that counts nothing the text names. */
export const bareNumber: Rule = {
  name: 'bare-number',
  inWords: false,
  read: (_reading, at) => ({ first: at, last: at, rule: 'bare-number', reason: 'bare_number' }),
}
