import type { Words } from './words.ts'

const scales = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const

/** A figure for the tick of an axis: "16.5 million", "37.5"; exact, by moving the point. */
export const shortFigure = (decimal: string, words: Words, by: 'word' | 'sign' = 'word'): string => {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = decimal.replace('-', '').split('.') as [string, string | undefined]
  for (const [power, name] of scales) {
    if (whole.length <= power) continue
    const rest = `${whole.slice(-power)}${fraction}`.replace(/0+$/u, '')
    return `${words.figure(`${sign}${whole.slice(0, -power)}${rest === '' ? '' : `.${rest}`}`)} ${words.say(`scale_${name}${by === 'sign' ? '_sign' : ''}`)}`
  }
  return words.figure(decimal)
}
