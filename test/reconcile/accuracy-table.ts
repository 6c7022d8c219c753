import type { Accuracy, Score } from './accuracy.ts'

const share = (part: number, whole: number): string => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)}%`)

const line = (all: Score, contested: Score, keys: number, rivals: number): string =>
  `| ${all.name} | ${contested.published} of ${rivals} | ${contested.right} (${share(contested.right, contested.published)}) | ${all.published} of ${keys} | ${all.right} (${share(all.right, all.published)}) |`

/** The results as a page shows them. */
export const accuracyTable = (found: Accuracy): string =>
  [
    `${found.documents} documents, ${found.claims} claims, ${found.keys} keys with an actual figure, ${found.rivals} of them with rival values.`,
    '',
    '| way of choosing | rivals: published | holds the truth | all: published | holds the truth |',
    '| --- | --- | --- | --- | --- |',
    ...found.all.map((all, at) => line(all, found.contested[at]!, found.keys, found.rivals)),
    '',
    '| what was planted | found |',
    '| --- | --- |',
    `| false figures (mistyped, mis-scaled, stale) | ${found.errors} |`,
    `| of these shown to a reviewer: set aside, refuted by a check, or left open | ${found.errorsSeen} (${share(found.errorsSeen, found.errors)}) |`,
    `| of these set aside | ${found.errorsAside} (${share(found.errorsAside, found.errors)}) |`,
    `| honest actual figures that were set aside for another | ${found.honestAside} of ${found.honest} (${share(found.honestAside, found.honest)}) |`,
    `| honest pairs called a conflict | ${found.honestConflicts} of ${found.honestPairs} |`,
  ].join('\n')
