import { fill } from '../phrase.ts'

/** What a script says: say('found', { n: 2 }). A phrase that the page does not bring is shown by its key. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export const sayOf =
  (phrases: Readonly<Record<string, string>>): Say =>
  (key, values = {}) =>
    fill(phrases[key] ?? key.replaceAll('_', ' '), values)
