import type { Placed } from './placed.ts'

/** The claims that name a legal document, in reading order. */
export const legalClaims = (placed: readonly Placed[]): Placed[] =>
  placed.filter(({ claim }) => claim.kind === 'legal_document' && claim.number !== null)

const isInSentence = (legal: Placed, of: Placed): boolean =>
  legal.claim.selector.start >= of.claim.sentence.start && legal.claim.selector.end <= of.claim.sentence.end

/**
 * The legal document that a figure stands under: the nearest before it in its sentence, else the nearest after it there,
 * else the nearest before it in its paragraph (the line of the source); null where none is named.
 */
export const nearestInstrument = (of: Placed, legals: readonly Placed[]): Placed | null => {
  const before = legals.filter((legal) => legal.order < of.order)
  const after = legals.filter((legal) => legal.order > of.order)
  return (
    before.findLast((legal) => isInSentence(legal, of)) ??
    after.find((legal) => isInSentence(legal, of)) ??
    before.findLast((legal) => legal.claim.line === of.claim.line) ??
    null
  )
}

/** The latest issued of the legal documents named before a figure: a text about a programme names what it implements too. */
const latestBefore = (of: Placed, legals: readonly Placed[]): Placed | null =>
  legals
    .filter((legal) => legal.order < of.order && legal.claim.issued !== null)
    .reduce<Placed | null>(
      (latest, legal) => (latest === null || legal.claim.issued! > latest.claim.issued! ? legal : latest),
      null,
    )

/** Goals with the instrument that sets them and its day of issue, as far as the text tells. */
export const withInstruments = (placed: readonly Placed[]): Placed[] => {
  const legals = legalClaims(placed)
  return placed.map((each) => {
    if (each.claim.status !== 'target') return each
    const instrument = nearestInstrument(each, legals) ?? latestBefore(each, legals)
    return instrument === null
      ? each
      : { ...each, instrument: instrument.claim.number, adopted: instrument.claim.issued }
  })
}
