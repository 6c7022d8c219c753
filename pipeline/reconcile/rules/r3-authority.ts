import { evidenceOf, least, type Rule } from './rule.ts'

/** Who says it (not who prints it) is of a better class: the producing agency before other state bodies before the press. */
export const authority: Rule = {
  name: 'R3',
  decides: true,
  opposes: true,
  keep: ({ candidates }) =>
    least(candidates, (candidate) => Math.min(...evidenceOf(candidate).map(({ source }) => source.origin_class))),
}
