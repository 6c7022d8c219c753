import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../words.ts'

/** A value of a vocabulary as a small label: its words, and a class by which the style knows it. */
export const chip = (vocabulary: string, value: string, words: Words): Element =>
  h('span', { className: ['chip', vocabulary, `${vocabulary}-${value.toLowerCase()}`] }, words.term(vocabulary, value))

export const flagChips = (flags: readonly string[], words: Words): Element[] =>
  [...new Set(flags)].map((flag) => chip('flag', flag, words))

/** The grade of an observation: its letter, and in words what stands behind it. */
export const gradeChip = (grade: string, words: Words): Element =>
  h('span', { className: ['chip', 'grade', `grade-${grade.toLowerCase()}`], title: words.term('grade', grade) }, [
    h('span', { className: 'label' }, `${words.say('grade')} `),
    grade,
  ])
