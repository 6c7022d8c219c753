import { legalCode } from '../../catalog/compile.ts'
import type { Catalog } from '../../catalog/load.ts'
import type { Authority } from '../../schemas/catalog.ts'
import type { DocumentContext } from './context.ts'
import type { Draft } from './draft.ts'
import { periodOf } from './periods.ts'
import { placeNamed, placesIn } from './places.ts'

const suffixOf = (number: string): string => number.replace(/^\d+(?:\/\d{4})?[/-]/u, '')

/** The type that the letters of a number tell: QD in "171/QD-BHXH", NQ in "28-NQ/TW". */
const typeByCode = (number: string, catalog: Catalog): string | null => {
  const parts = suffixOf(number)
    .split(/[-/]/u)
    .map((part) => legalCode(part))
  for (const part of parts)
    for (const type of catalog.legalTypes.values())
      if (type.codes.some((code) => code.toUpperCase() === part)) return type.id
  return null
}

/** The authorities that number documents, their endings in capitals. */
const known = new WeakMap<Catalog, readonly Authority[]>()
const suffixesOf = (catalog: Catalog): readonly Authority[] => {
  let list = known.get(catalog)
  if (list === undefined) {
    list = [...catalog.authorities.values()]
      .filter(({ suffixes }) => suffixes.length > 0)
      .map((each) => ({ ...each, suffixes: each.suffixes.map((suffix) => suffix.toUpperCase()) }))
    known.set(catalog, list)
  }
  return list
}

/** The authority whose ending the number has, the longest ending first: "QD-TTg", "NQ/TW", "QH13", "BHXH". */
const issuerBySuffix = (
  number: string,
  catalog: Catalog,
): { id: string; local: string | null; name: string } | null => {
  const suffix = suffixOf(number).toUpperCase()
  const parts = suffix.split(/[-/]/u)
  let best: { id: string; local: string | null; name: string; length: number } | null = null
  for (const { id, local, name, suffixes } of suffixesOf(catalog)) {
    for (const wanted of suffixes) {
      const fits =
        suffix === wanted ||
        suffix.endsWith(`-${wanted}`) ||
        suffix.endsWith(`/${wanted}`) ||
        parts.includes(wanted) ||
        suffix.startsWith(`${wanted}-`) ||
        suffix.startsWith(`${wanted}/`)
      if (fits && (best === null || wanted.length > best.length)) best = { id, local, name, length: wanted.length }
    }
  }
  return best
}

/** Type, issuer and date of issue of a legal document, from its words and from its number. */
export const resolveLegal = (draft: Draft, context: DocumentContext): void => {
  const legal = draft.mention.legal
  if (legal === null) return
  const { catalog } = context.catalog
  const isCoded = /\p{L}/u.test(legal.number)
  draft.type = legal.type ?? typeByCode(legal.number, catalog)
  if (legal.typeAt !== null)
    draft.grounds.set('type', { reading: draft.reading, ...legal.typeAt, rule: 'type-word', stated: true })
  if (legal.issued !== null) {
    draft.issued = periodOf(legal.issued, context.anchor)
    draft.grounds.set('issued', {
      reading: draft.reading,
      first: legal.issued.first,
      last: legal.issued.last,
      rule: 'date-of-issue',
      stated: true,
    })
  } else if (isOwnNumber(draft, context)) {
    draft.issued = context.dateline!.period
    draft.grounds.set('issued', { ...context.dateline!.ground, rule: 'own-number', stated: true })
  }
  const bySuffix = isCoded ? issuerBySuffix(legal.number, catalog) : null
  const named = issuerNamed(draft, context)
  const local = bySuffix?.local ?? null
  if (local !== null && bySuffix !== null) {
    // A province's committee or office: the province named with the number, or the one the text is about.
    const province = provinceOf(draft, context)
    const isCommon = catalog.authorities.get(bySuffix.id)?.place !== null
    draft.issuer = province === null ? (isCommon ? bySuffix.name : null) : local.replace('{place}', province)
    if (isCommon && named === bySuffix.id && provinceNamed(draft, context) === null) draft.issuer = bySuffix.name
  } else
    draft.issuer =
      bySuffix?.name ?? (named === null || !isCoded ? null : (catalog.authorities.get(named)?.name ?? null))
  // Acts of other countries are told by their number alone.
  if (!isCoded && draft.issuer === null && named !== null && (context.home?.code ?? '') === 'VN')
    draft.issuer = catalog.authorities.get(named)?.name ?? null
}

/** Passages at the head of an official text, and from its number to its place and day. */
const headPassages = 8
const dayReach = 2

/** "Số: 27/KH-UBND" alone in its line at the head of a text, over "Hà Tĩnh, ngày 15 tháng 01 năm 2024": the number of the text itself. */
const isOwnNumber = ({ reading: { passage, scan }, mention }: Draft, { dateline }: DocumentContext): boolean => {
  const gap = (dateline?.ground.reading.passage.index ?? Number.POSITIVE_INFINITY) - passage.index
  const isLabelled = scan.to('legal_number', mention.first - 1) !== undefined || scan.norm(mention.first - 1) === ':'
  return (
    passage.index < headPassages && isLabelled && mention.last === scan.words.length - 1 && gap >= 0 && gap <= dayReach
  )
}

/** "Decision 38/QD-TTg of the Prime Minister", "the Government's Resolution No. 68/NQ-CP". */
const issuerNamed = (draft: Draft, _context: DocumentContext): string | null => {
  const { scan } = draft.reading
  const { first, last } = draft.mention
  const hits = scan.all('authority')
  const after = hits.find((hit) => hit.first > last && hit.first <= last + 8)
  const before = [...hits].reverse().find((hit) => hit.last < first && hit.last >= first - 6)
  return (before ?? after)?.value ?? null
}

const provinceNamed = (draft: Draft, context: DocumentContext): string | null => {
  const { catalog } = context.catalog
  const near = placesIn(draft.reading.scan, catalog).filter(
    (hit) => hit.value.includes('-') && hit.first >= draft.sentence.first && hit.last <= draft.sentence.last,
  )
  const hit = near.find((each) => each.first > draft.mention.last) ?? near.at(-1)
  return hit === undefined ? null : nameOf(hit.value, context)
}

const provinceOf = (draft: Draft, context: DocumentContext): string | null =>
  provinceNamed(draft, context) ?? (context.region === null ? null : nameOf(context.region.code, context))

const nameOf = (code: string, context: DocumentContext): string | null => {
  const names = placeNamed(context.catalog.catalog, code)?.names
  return names?.en?.[0] ?? Object.values(names ?? {})[0]?.[0] ?? null
}

/** One number is one document: what one mention says of its date, type and issuer holds for the others of the text. */
export const shareLegal = (drafts: readonly Draft[]): void => {
  const known = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.number === null) continue
    const key = draft.number.toUpperCase()
    known.set(key, [...(known.get(key) ?? []), draft])
  }
  for (const list of known.values()) {
    for (const field of ['issued', 'type', 'issuer'] as const) {
      const source = list.find((draft) => draft[field] !== null)
      if (source === undefined) continue
      for (const draft of list) {
        if (draft[field] !== null) continue
        draft[field] = source[field]
        const ground = source.grounds.get(field)
        if (ground !== undefined) draft.grounds.set(field, { ...ground, rule: 'same-document', stated: false })
      }
    }
  }
}
