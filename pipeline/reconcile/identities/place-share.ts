import { keyOf } from '../key.ts'
import { parentPlace, relationsOf } from '../knowledge.ts'
import { quantityOf } from '../ledger.ts'
import { periodText } from '../period.ts'
import { type Binding, homeOf, type Identity } from './identity.ts'
import { predictShare, sayShare, shareRises } from './share.ts'

/** "Equal to 9% of the participants nationwide": a place's figure over that of the place it is part of. */
export const bindPlaceShares = ({ documents, knowledge }: Binding): Identity[] => {
  const declared = new Map(relationsOf(knowledge, 'place_share').map(({ of, indicator }) => [of, indicator]))
  return documents.flat().flatMap((placed): Identity[] => {
    const { claim, period } = placed
    const indicator = knowledge.indicators.get(declared.get(claim.of ?? '') ?? '')
    if (claim.kind !== 'percentage' || claim.measure !== 'level' || claim.status === 'target') return []
    if (indicator === undefined || claim.place === null || period === null) return []
    const parent = parentPlace(knowledge, claim.place)
    if (parent === null) return []
    const level = (place: string): string =>
      keyOf({
        indicator: indicator.id,
        measure: 'level',
        class: 'outcome',
        place,
        of: null,
        unit: indicator.unit,
        change_unit: null,
        facet: null,
        alone: null,
        period: periodText(period),
        baseline: null,
      })
    return [
      {
        relation: 'place_share',
        roles: new Map([
          ['share', quantityOf(placed)],
          ['part', level(claim.place)],
          ['whole', level(parent)],
        ]),
        force: 'hard',
        confirms: true,
        within: null,
        use: 'check',
        home: homeOf(claim.place, period.end),
        predict: predictShare,
        rises: shareRises,
        say: sayShare,
      },
    ]
  })
}
