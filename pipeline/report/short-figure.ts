import type { Words } from './words.ts'

const scales = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const

/** A fraction without the zeros at its end. */
const withoutEnd = (fraction: string): string => {
  let end = fraction.length
  while (end > 0 && fraction[end - 1] === '0') end -= 1
  return fraction.slice(0, end)
}

/** A figure for the tick of an axis: "16.5 million", "37.5"; exact, by moving the point. */
export const shortFigure = (decimal: string, words: Words, by: 'word' | 'sign' = 'word'): string => {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = decimal.replace('-', '').split('.') as [string, string | undefined]
  for (const [power, name] of scales) {
    if (whole.length <= power) continue
    const rest = withoutEnd(`${whole.slice(-power)}${fraction}`)
    return `${words.figure(`${sign}${whole.slice(0, -power)}${rest === '' ? '' : `.${rest}`}`)} ${words.say(`scale_${name}${by === 'sign' ? '_sign' : ''}`)}`
  }
  return words.figure(decimal)
}
