/** The block of metadata at the head of a Markdown file, between two lines of three hyphens. */
const block = /^---\r?\n(?<body>(?:(?!---)[^\r\n]*\r?\n){1,60})---/u
const dateLine =
  /^(?:date|published|pubdate|created|updated)[ \t]*:[ \t]*["']?(?<date>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))/imu

/** The date that a document's front matter gives, as year, month and day, or null. */
export const frontMatterDate = (text: string): { year: number; month: number; day: number } | null => {
  const body = block.exec(text)?.groups?.body
  const date = body === undefined ? undefined : dateLine.exec(body)?.groups?.date
  if (date === undefined) return null
  const [year, month, day] = date.split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}
