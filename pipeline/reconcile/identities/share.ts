import type { Interval } from '../interval.ts'
import { notBelowZero, over, point, times } from '../interval.ts'
import type { KeyParts } from '../key.ts'
import { relationsOf } from '../knowledge.ts'
import { latent, levelKey } from '../ledger.ts'
import { hundred } from '../rational.ts'
import { type Binding, homeOf, type Identity, type Known } from './identity.ts'

const positive = (found: Interval | null): Interval | null => (found === null ? null : notBelowZero(found))

/** share = 100 * part / whole, solved for each of the three. Shared by shares of a whole and shares of a country. */
export const predictShare = (role: string, known: Known): Interval | null => {
  const [share, part, whole] = [positive(known('share')), positive(known('part')), positive(known('whole'))]
  const percent = point(hundred)
  if (role === 'share') return part && whole && over(times(percent, part), whole)
  if (role === 'part') return share && whole && over(times(share, whole), percent)
  return share && part && over(times(percent, part), share)
}

/** A part grows with both; share and whole grow with the part and fall with each other. */
export const shareRises = (role: string, other: string): boolean => role === 'part' || other === 'part'

export const sayShare: Identity['say'] = (role, said, result) =>
  role === 'share'
    ? `${said('part')} of ${said('whole')} is ${result}`
    : role === 'part'
      ? `${said('share')} of ${said('whole')} is ${result}`
      : `if ${said('part')} is ${said('share')}, the whole is ${result}`

const isPlain = (parts: KeyParts): boolean => parts.facet === null && parts.alone === null

/**
 * share = part / whole at one place and day. The whole is what the claim's `of` names (coverage), or, where the relation names an
 * indicator, that one's figure whether the text says so or not: an unemployment rate is of the labour force by definition.
 */
export const bindShares = ({ ledger, knowledge }: Binding): Identity[] =>
  relationsOf(knowledge, 'share').flatMap((relation) => {
    const part = knowledge.indicators.get(relation.part)
    if (part === undefined || part.nature === 'flow') return []
    const whole = knowledge.indicators.get(relation.whole)
    const usual = knowledge.indicators.get(relation.share)?.of ?? null
    return ledger
      .keys({ indicator: relation.share, measure: 'level', class: 'outcome' })
      .filter((parts) => isPlain(parts) && (whole === undefined ? parts.of !== null : [null, usual].includes(parts.of)))
      .map(
        (parts): Identity => ({
          relation: 'share',
          roles: new Map([
            ['share', levelKey(parts, {})],
            ['part', levelKey(parts, { indicator: relation.part, of: null, unit: part.unit })],
            [
              'whole',
              whole === undefined
                ? latent(parts.of!, parts.place, parts.period)
                : levelKey(parts, { indicator: relation.whole, of: null, unit: whole.unit }),
            ],
          ]),
          force: 'hard',
          confirms: true,
          within: null,
          use: 'both',
          home: homeOf(parts.place, parts.period),
          predict: predictShare,
          rises: shareRises,
          say: sayShare,
        }),
      )
  })
