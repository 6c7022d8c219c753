import type { Element } from 'hast'
import { h } from 'hastscript'
import type { View } from '../view.ts'

/** Id of a rule on the page of the method. */
export const ruleId = (rule: string): string => `rule-${rule.replace(/[^\w-]+/gu, '-')}`

/** The name of a rule, linked to what it means where the page of the method says it. */
export const ruleLink = (rule: string, view: View): Element => {
  const name = h('code', rule)
  return view.site.rules.has(rule)
    ? h('a', { className: 'rule', href: view.link(`method.html#${ruleId(rule)}`) }, name)
    : name
}

/** What a rule does, in the language of the page where it is said so. */
export const ruleText = (rule: string, { site, words }: View): Element => {
  const own = site.translatedRules.get(words.language)?.get(rule)
  return own === undefined ? h('span', { lang: 'en' }, site.rules.get(rule) ?? '') : h('span', own)
}
