import type { CheckFact } from './check-row.ts'
import type { Court } from './contest.ts'
import { againstText, ruleText, type Told } from './explain-rule.ts'
import { isWithin } from './interval.ts'
import { type Keyed, losersOf } from './keyed.ts'
import type { Knowledge } from './knowledge.ts'
import type { Placed } from './placed.ts'
import { printInterval, said } from './print-interval.ts'

const language = 'en'
/** Claims that a sentence names; the rest are counted. */
const mostNamed = 3

const inText = (placed: Placed): string => `${said(placed)} (${placed.claim.document})`

const named = (claims: readonly Placed[]): string => {
  const texts = [...new Set(claims.map(inText))]
  const rest = texts.length - mostNamed
  return `${texts.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** What the key is of: "Voluntary coverage, Viet Nam, 2021-12-31". */
const heading = ({ parts }: Keyed, knowledge: Knowledge): string => {
  const label = knowledge.indicators.get(parts.indicator)?.label[language] ?? parts.indicator
  const place = knowledge.places.find(({ code }) => code === parts.place)?.names[language]?.[0] ?? parts.place
  const measure = parts.measure === 'change' ? 'change of ' : parts.measure === 'gap' ? 'gap of ' : ''
  const goal = parts.class === 'target' ? 'goal for ' : ''
  const head = `${goal}${measure}${goal === '' && measure === '' ? label : label.charAt(0).toLowerCase() + label.slice(1)}`
  const baseline = parts.baseline === null ? null : `against ${parts.baseline.slice(-10)}`
  const period = parts.period.replace('/', ' to ')
  return [head, parts.facet, place, baseline === null ? period : `${period} ${baseline}`]
    .filter((each) => each !== null)
    .join(', ')
}

/** A rival that its own text bears out is an earlier figure and not a slip; so says a check of that text. */
const keptText = ({ rivals, facts, court }: Told): string => {
  const texts = rivals.flatMap((rival) => {
    const own = facts.find(
      ({ row, rests }) =>
        row.scope === 'document' &&
        row.documents[0] === rival.claim.document &&
        row.outcome === 'supports' &&
        row.relation !== 'latent' &&
        (rests.has(rival.claim.id) || row.supports.includes(rival.claim.id)),
    )
    const view = court.corpus.views.get(rival.claim.document)
    return own !== undefined && view?.isConsistent() ? [`${said(rival)} fits its own text (${own.row.text})`] : []
  })
  return texts.join('. ')
}

const driftText = ({ winner, rivals, court }: Told): string => {
  for (const rival of rivals) {
    if (rival.claim.document === winner.claim.document) continue
    const found = court.driftBetween(winner.claim.document, rival.claim.document)
    if (found === null || !found.isSignificant) continue
    return `in ${found.above === found.pairs ? 'all' : `${found.above} of the`} ${found.pairs} figures in which the two texts differ, ${found.higher} is the higher`
  }
  return ''
}

const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`)
    .join(' ')

/** The sentence that a reviewer can check: what is published, from which texts, in preference to what, and why. */
export const explain = (keyed: Keyed, facts: readonly CheckFact[], court: Court): string => {
  const { knowledge } = court.corpus.binding
  const head = heading(keyed, knowledge)
  if (keyed.winner === null) {
    const rivals = keyed.values.candidates.map(({ best }) => inText(best)).join(', ')
    return sentences([`${head}: unresolved between ${rivals}`, 'No rule separates them'])
  }
  const { best, claims, meant } = keyed.winner
  const others = claims.filter((each) => each !== best)
  if (keyed.verdict === null) {
    const same = others.length === 0 ? '' : `; also ${named(others)}`
    const { print } = knowledge.reconciliation
    const left = isWithin(best.writing!.meant, meant)
      ? ''
      : `; all fit ${printInterval(meant, keyed.parts.unit, print)}`
    return sentences([`${head}: ${inText(best)}${same}${left}`])
  }
  const told: Told = { keyed, winner: best, rivals: losersOf(keyed).map((each) => each.best), facts, court }
  const preferred = `${head}: ${inText(best)} preferred to ${named(told.rivals)}`
  return sentences([preferred, ruleText(told), againstText(told), keptText(told), driftText(told)])
}
