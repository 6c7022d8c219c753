import { bindBounds } from './bound.ts'
import { bindDeltas } from './delta.ts'
import { bindExchangeRates } from './exchange-rate.ts'
import { bindFromTos } from './from-to.ts'
import { bindGaps } from './gap.ts'
import { bindGrowths } from './growth.ts'
import type { Bind, Binding, Identity } from './identity.ts'
import { bindPlaceShares } from './place-share.ts'
import { bindShares } from './share.ts'
import { bindSums } from './sum.ts'

/** Every identity that arithmetic can check, in the order in which a reviewer would try them. */
const binders: readonly Bind[] = [
  bindShares,
  bindPlaceShares,
  bindSums,
  bindGrowths,
  bindDeltas,
  bindGaps,
  bindExchangeRates,
  bindFromTos,
  bindBounds,
]

/** All places where an identity holds between the claims and what can be solved from them. */
export const bindIdentities = (binding: Binding): Identity[] => binders.flatMap((bind) => bind(binding))
