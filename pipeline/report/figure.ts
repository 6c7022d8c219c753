import { inThrees } from '../in-threes.ts'

/** Decimal digits in groups of three, as a language writes them: "16547000.5" is "16,547,000.5", or "16.547.000,5". */
export const figure = (decimal: string, point: '.' | ','): string => {
  const [whole, fraction] = decimal.split('.') as [string, string | undefined]
  const sign = whole.startsWith('-') ? '\u2212' : ''
  const digits = whole.replace('-', '')
  const grouped = inThrees(digits).join(point === '.' ? ',' : '.')
  return `${sign}${grouped}${fraction === undefined ? '' : `${point}${fraction}`}`
}
