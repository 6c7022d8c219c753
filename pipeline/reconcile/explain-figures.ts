import { byDocument } from './by-document.ts'
import type { CheckFact, Operand } from './check-row.ts'
import type { CorpusView } from './corpus-view.ts'
import type { Placed } from './placed.ts'
import { printNumber, said } from './print-interval.ts'
import { compare } from './rational.ts'

const inText = (placed: Placed): string => `${said(placed)} (${placed.claim.document})`

const operandText = (operand: Operand, end: 'low' | 'high', corpus: CorpusView): string => {
  const [only] = operand.claims
  if (operand.claims.length === 1) return inText(corpus.claim(only!))
  const limit = printNumber(
    operand.interval[end],
    null,
    corpus.binding.knowledge.reconciliation.print,
    end === 'low' ? 'down' : 'up',
  )
  return `at ${end === 'low' ? 'least' : 'most'} ${limit} (${byDocument([...operand[end]].map((id) => corpus.claim(id)))})`
}

/** What the rival would need of a stated figure, were it right: "2.94% needs at most 1.4443 million instead of 1.45 million". */
const counterfactual = (fact: CheckFact, rival: Placed, corpus: CorpusView): string | null => {
  const { identity, role, operands } = fact
  const stated = [...operands].find(([, operand]) => operand.claims.length === 1)
  if (identity === null || role === null || stated === undefined) return null
  const [other, operand] = stated
  const needed = identity.predict(other, (each) =>
    each === role ? rival.writing!.meant : (operands.get(each)?.interval ?? null),
  )
  if (needed === null) return null
  const isBelow = compare(needed.high, operand.interval.low) < 0
  const unit = corpus.unitOf(identity.roles.get(other)!)
  const limit = printNumber(
    isBelow ? needed.high : needed.low,
    unit,
    corpus.binding.knowledge.reconciliation.print,
    isBelow ? 'up' : 'down',
  )
  return `${said(rival)} needs ${isBelow ? 'at most' : 'at least'} ${limit} instead of ${operand.text}`
}

/**
 * The arithmetic of a refutation, filled from its operands: "1.45 million (a) of at most 49.04 million (b: nearly 13.4
 * million, 27.33%) is at least 2.9466%; 2.94% needs at most 1.4443 million instead of 1.45 million".
 */
export const refutationText = (fact: CheckFact, rival: Placed, corpus: CorpusView): string => {
  const { identity, role, operands, predicted } = fact
  if (identity === null || role === null || predicted === null) return fact.row.text
  const side = compare(rival.writing!.meant.high, predicted.low) <= 0 ? 'low' : 'high'
  const opposite = side === 'low' ? 'high' : 'low'
  const text = (each: string): string => {
    const operand = operands.get(each)
    return operand === undefined ? each : operandText(operand, identity.rises(role, each) ? side : opposite, corpus)
  }
  const { print } = corpus.binding.knowledge.reconciliation
  const limit = printNumber(predicted[side], corpus.unitOf(fact.quantity!), print, side === 'low' ? 'down' : 'up')
  const sentence = identity.say(role, text, `at ${side === 'low' ? 'least' : 'most'} ${limit}`)
  const needs = counterfactual(fact, rival, corpus)
  return needs === null ? sentence : `${sentence}; ${needs}`
}
