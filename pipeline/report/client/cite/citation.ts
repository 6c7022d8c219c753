import type { FoundDocument } from '../../find/index-shape.ts'

/** A number as it is cited: its words, where they stand, and what it was read as. */
export interface Cited {
  readonly id: string
  readonly exact: string
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly document: FoundDocument
  /** Address at which the report shows it. */
  readonly permalink: string
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Parts of a sentence, those that are unknown left out, each with one full stop. */
const sentences = (...parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null && part !== '')
    .map((part) => (/[.?!…]["”]?$/u.test(part!) ? part : `${part}.`))
    .join(' ')

/** Where the words stand, so that anyone with the file can find them again. */
const place = ({ document: { path, sha256 }, start, end }: Cited): string =>
  `${path}, characters ${start}-${end}, SHA-256 ${sha256}`

/** The citation as a line of text: the sentence, the source, the file by its hash, and the address of the audit sheet. */
export const plainCitation = (cited: Cited): string => {
  const { title, publisher, published, url } = cited.document
  return sentences(
    `“${oneLine(cited.sentence)}”`,
    oneLine(title),
    [publisher, published].filter((each) => each !== null).join(', '),
    url === null ? null : `<${url}>`,
    `Figure “${oneLine(cited.exact)}”, Provenum claim ${cited.id}, <${cited.permalink}> (${place(cited)})`,
  )
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text as BibTeX and LaTeX print it. Braces that do not pair would end the field early, so that they are commands. */
const escaped = (text: string): string =>
  oneLine(text).replace(/[\\{}$&#%_~^]/gu, (sign) =>
    sign === '{' ? '\\textbraceleft{}' : sign === '}' ? '\\textbraceright{}' : (special[sign] ?? `\\${sign}`),
  )

/** An address inside \url{}: signs that would end it or the field are written as the address itself may write them. */
const address = (url: string): string =>
  url
    .replace(/[{}\\\s"<>^`|]/gu, (sign) => encodeURIComponent(sign))
    .replaceAll('%', '\\%')
    .replaceAll('#', '\\#')

/** The citation as an entry of BibTeX. */
export const bibtexCitation = (cited: Cited): string => {
  const { title, publisher, published, url } = cited.document
  const year = /^\d{4}/u.exec(published ?? '')?.[0] ?? null
  const month = /^\d{4}-(?<month>\d{2})/u.exec(published ?? '')?.groups?.month ?? null
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', publisher === null ? null : `{${escaped(publisher)}}`],
    ['title', `{${escaped(title)}}`],
    ['year', year],
    ['month', month === null ? null : String(Number(month))],
    ['howpublished', url === null ? null : `\\url{${address(url)}}`],
    [
      'note',
      `Figure ${escaped(cited.exact)}: ${escaped(cited.sentence)} Provenum claim ${escaped(cited.id)}, \\url{${address(cited.permalink)}}, ${escaped(place(cited))}`,
    ],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]))
  return `@misc{provenum-${cited.id},\n${lines.join('')}}\n`
}

/**
 * The address of a page of the report for others: without the query of a search. Where the report is served to its reviewer alone
 * (`provenum review`) the address holds a secret, and is no use to others; it is the path in the dataset then.
 */
export const permalinkOf = (link: string, base: string, isReview: boolean): string => {
  const url = new URL(link, base)
  url.search = ''
  url.username = ''
  url.password = ''
  if (!isReview) return url.href
  const at = url.pathname.indexOf('/report/')
  return `${at < 0 ? url.pathname.split('/').at(-1) : url.pathname.slice(at + 1)}${url.hash}`
}
