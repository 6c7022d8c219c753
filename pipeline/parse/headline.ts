import { endsWithColon, endsWithStop } from './line-wrap.ts'

/** A longer line is text. */
const LONGEST_TITLE = 250
const LONGEST_HEADING = 200

/** Whether a line at the top of a text can be its title: no full sentence, no date alone. */
export function looksLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && /\p{L}/u.test(text) && !endsWithSentence(text) && !looksLikeDateline(text)
}

/** Whether a line that stands alone between paragraphs can be a heading: short, no stop, no date, no address of the net. */
export function looksLikeHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    !text.includes('\n') &&
    (/\p{L}/u.test(text) || /^(?:19|20)\p{Nd}{2}$/u.test(text)) &&
    !endsWithStop(text) &&
    !hasSentences(text) &&
    !looksLikePath(text) &&
    !looksLikeDateline(text) &&
    !looksLikeContact(text)
  )
}

/** Whether a line is the date and time of a page, with or without a name: "27/03/2022 09:10 AM", "Cong Kien 10/01/2022 19:07". */
export function looksLikeDateline(text: string): boolean {
  if (text.length > 80) return false
  return /(?<!\p{Nd})\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})|(?<!\p{Nd})(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2})(?!\p{Nd})/u.test(
    text,
  )
}

/** Whether a line holds an e-mail address, an address of the net or a telephone number, known by shape alone. */
export function looksLikeContact(text: string): boolean {
  return /[\w.+-]@[\w-]+\.\w|https?:\/\/|(?<![\w.])www\.|\(\+?\p{Nd}{2,4}\)\s?\p{Nd}{3,4}[\s.-]?\p{Nd}{3,4}|(?<![\p{Nd}.,])(?:\+\p{Nd}{2}|0\p{Nd}{2,3})[\s.-]\p{Nd}{3,4}[\s.-]\p{Nd}{3,4}(?!\p{Nd})/u.test(
    text,
  )
}

/** Whether a line holds a year and a day or hour, in any language: "Ha Noi, January 20, 2021", "3 March 2025 · 6 min read". */
export function looksLikeDay(text: string): boolean {
  return (
    text.length <= 80 &&
    /(?<![\p{L}\p{Nd}])(?:19|20)\p{Nd}{2}(?!\p{Nd})/u.test(text) &&
    /(?<![\p{L}\p{Nd}])\p{Nd}{1,2}(?![\p{Nd}%])/u.test(text)
  )
}

/** Whether a line strings blocks of a page together: "3,118 views | Print page | Address: Floor 9". */
export function looksLikeBar(text: string): boolean {
  return text.split(/\s[|•·]\s/u).length > 2
}

/** Whether a line is the way through a site, or parts of a page side by side: "Home › Labour", "RABAT | March 12, 2024". */
export function looksLikePath(text: string): boolean {
  return text.length <= 120 && /\s[|›»]\s/u.test(text)
}

/** Whether a sentence ends inside a line: "Delegates at the meeting. Photo: VSS" is a caption. */
function hasSentences(text: string): boolean {
  return /\p{Ll}{2}[.!?…]\s{1,3}[\p{Lu}(“"]/u.test(text)
}

/** Whether a line names a table: a word, a number, and a stop or dash or the end ("Table 2: ...", "Bảng 1.2 - ..."). */
export function looksLikeCaption(text: string): boolean {
  return (
    text.length <= LONGEST_TITLE &&
    /^\p{Lu}\p{L}{1,14}\s?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})?|[IVX]{1,5})(?:\s?[.:–—-]\s|$)/u.test(text)
  )
}

/** The word that numbers the parts of a law or plan, where a text begins with one: "Điều" of "Điều 2. Mục tiêu", "Article" of "Article 4. The fund pays ...". */
export function partWord(text: string): string | null {
  return /^(?<word>\p{Lu}\p{L}{1,14})\s(?:\p{Nd}{1,3}|[IVX]{1,5})[.:–—-]\s+\p{L}/u.exec(text)?.groups?.word ?? null
}

/** Whether a short line tells of something, as "Unit: thousand people" above a table does. */
export function looksLikeNote(text: string): boolean {
  return text.length <= 80 && /^\(?\p{L}[^:.]{0,30}:\s/u.test(text) && !endsWithSentence(text)
}

function endsWithSentence(text: string): boolean {
  return endsWithColon(text) || /[.;,。；，][\p{Pe}\p{Pf}"'”’]{0,3}$/u.test(text.slice(-5))
}
