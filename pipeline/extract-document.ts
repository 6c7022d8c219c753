import { hash } from 'node:crypto'
import type { CompiledCatalog } from '../catalog/compile.ts'
import { scaleDecimal } from '../extractors/grammar/decimal.ts'
import type { Claim, Evidence, EvidenceField, UnclaimedRow } from '../schemas/claim.ts'
import type { SourceFile } from '../schemas/document.ts'
import type { Step } from '../schemas/mention.ts'
import type { Passage } from '../schemas/passage.ts'
import type { DocumentResult } from '../schemas/result.ts'
import type { Span } from '../schemas/span.ts'
import { plainId } from './extract/language.ts'
import { SourceText } from './extract/source-text.ts'
import { sourceSpan } from './parse/offset-map.ts'
import { parse } from './parse/parse.ts'
import { settleFormats } from './reconcile/formats.ts'
import { datelineOf, readDocument } from './resolve/document-context.ts'
import type { Draft, Ground } from './resolve/draft.ts'
import { legalLinks } from './resolve/legal-links.ts'
import { legalStatements } from './resolve/legal-statements.ts'
import { resolve } from './resolve/resolve.ts'
import { NounPhrases, resolveSubject } from './resolve/subject.ts'

const contextLength = 32
const hashLength = 12

const spanOf = (passage: Passage, ground: Pick<Ground, 'reading' | 'first' | 'last'>): Span => {
  const { words } = ground.reading.scan
  return sourceSpan(passage, words[ground.first]!.start, words[ground.last]!.end)
}

const evidenceOf = (draft: Draft, source: SourceText): Claim['evidence'] => {
  const evidence: Partial<Record<EvidenceField, Evidence>> = {}
  for (const field of [...draft.grounds.keys()].sort()) {
    const ground = draft.grounds.get(field)!
    if (ground.first > ground.last) continue
    const { start, end, exact } = source.quote(spanOf(ground.reading.passage, ground))
    evidence[field] = { start, end, exact, rule: ground.rule, stated: ground.stated }
  }
  return evidence
}

/** How the text became the value, step by step; each can be done again from the one before. */
const stepsOf = (draft: Draft, exact: string): Step[] => {
  const { mention } = draft
  const steps: Step[] = [{ op: 'quote', in: exact, out: mention.digits, rule: mention.rule }]
  if (draft.value === null) {
    if (draft.low !== null && draft.high !== null)
      steps.push({ op: 'range', in: mention.digits, out: `${draft.low}..${draft.high}`, rule: 'range' })
    return steps
  }
  const power = (mention.inWords ? 0 : (mention.scale ?? 0)) + (draft.headerScale ?? 0)
  const unscaled = scaleDecimal(draft.value, -power)
  steps.push({
    op: 'number',
    in: mention.digits,
    out: unscaled,
    rule: mention.inWords
      ? 'words'
      : ([...draft.readings, ...mention.readings].find(({ value }) => value === draft.value)?.name ?? 'digits'),
  })
  if (draft.headerScale !== null)
    steps.push({
      op: 'scale',
      in: scaleDecimal(draft.value, -draft.headerScale),
      out: draft.value,
      rule: `header 10^${draft.headerScale}`,
    })
  if (mention.scale !== null && !mention.inWords)
    steps.push({ op: 'scale', in: unscaled, out: draft.value, rule: `10^${mention.scale}` })
  return steps
}

const claimOf = (draft: Draft, file: SourceFile, source: SourceText, ordinal: number): Claim => {
  const { mention, reading, sentence } = draft
  const span = spanOf(reading.passage, { reading, first: mention.first, last: mention.last })
  const quote = source.quote(span)
  const { line, column } = source.place(span.start)
  const named = [file.name, file.sha256, quote.start, quote.end, ordinal].join('\n')
  const id = hash('sha256', named, 'hex').slice(0, hashLength)
  return {
    id: `c_${id}`,
    document: file.name,
    kind: draft.kind,
    value: draft.value,
    low: draft.low,
    high: draft.high,
    unit: draft.unit,
    modifier: draft.modifier,
    measure: draft.measure,
    direction: draft.direction,
    indicator: draft.indicator,
    subject: draft.subject,
    status: draft.status,
    period: draft.period,
    baseline: draft.baseline,
    place: draft.place,
    of: draft.of,
    facet: draft.facet,
    number: draft.number,
    type: draft.type,
    issued: draft.issued,
    issuer: draft.issuer,
    digits: mention.digits,
    scale: mention.scale === null ? null : String(mention.scale),
    readings: draft.readings.map((reading) => ({ ...reading, chosen: reading.value === draft.value })),
    rule: mention.rule,
    flags: [...draft.flags].sort(),
    source: { path: file.path, sha256: file.sha256 },
    selector: {
      start: quote.start,
      end: quote.end,
      exact: quote.exact,
      prefix: source.before(span.start, contextLength),
      suffix: source.after(span.end, contextLength),
    },
    line,
    column,
    sentence: source.quote(spanOf(reading.passage, { reading, first: sentence.first, last: sentence.last })),
    evidence: evidenceOf(draft, source),
    steps: stepsOf(draft, quote.exact),
  }
}

/**
 * Extracts one document: a pure function of its bytes' text, the catalog and the version. Claims stand in reading order;
 * every digit of the source is in exactly one claim or in one run of `unclaimed`.
 */
export const extractDocument = (file: SourceFile, catalog: CompiledCatalog): DocumentResult => {
  const parsed = parse(file.text)
  const context = readDocument(parsed.passages, catalog, file.text)
  const drafts = resolve(context)
  const phrases = new NounPhrases()
  for (const draft of drafts) resolveSubject(draft, context, phrases)
  const source = new SourceText(file.text)
  const placed = drafts
    .map((draft) => ({
      draft,
      span: spanOf(draft.reading.passage, {
        reading: draft.reading,
        first: draft.mention.first,
        last: draft.mention.last,
      }),
    }))
    .sort((a, b) => a.span.start - b.span.start)
  const claims = placed.map(({ draft }, ordinal) => claimOf(draft, file, source, ordinal))
  const ids = new Map(placed.map(({ draft }, ordinal) => [draft, claims[ordinal]!.id]))
  const unclaimed: UnclaimedRow[] = []
  const setAside = (span: Span, reason: string, rule: string): void => {
    unclaimed.push({ document: file.name, ...source.quote(span), reason, rule })
  }
  const asides = context.readings.flatMap((reading) =>
    reading.asides.map(({ first, last, reason, rule }) => ({
      span: spanOf(reading.passage, { reading, first, last }),
      reason,
      rule,
    })),
  )
  for (const { span, reason, rule } of asides) setAside(span, reason, rule)
  // A tag or an entity inside a number ("16.547<b>&#160;million</b>") stands in its claim already.
  const taken = [...placed, ...asides].map(({ span }) => span).sort((a, b) => a.start - b.start)
  let next = 0
  for (const { start, end, reason } of parsed.markup) {
    while (next < taken.length && taken[next]!.end < end) next += 1
    if (next === taken.length || taken[next]!.start > start) setAside({ start, end }, reason, 'parse')
  }
  unclaimed.sort((a, b) => a.start - b.start)
  const result: DocumentResult = {
    document: file.name,
    path: file.path,
    sha256: file.sha256,
    bytes: file.bytes,
    chars: source.length,
    format: parsed.format,
    lang: file.text.trim() === '' ? null : plainId(context.language),
    title: context.title?.passage.text.trim() ?? null,
    dateline: datelineOf(context),
    place: (context.region ?? context.home)?.code ?? null,
    claims,
    unclaimed,
    legalLinks: legalLinks(drafts, ids),
    legalStatements: legalStatements(drafts, ids, context),
  }
  return settleFormats(result, catalog.catalog)
}
