/** What a caller knows of a language and the parser does not. */
export interface ParseOptions {
  /** Whether a short line at the head or foot of a page is no part of the article ("45 views", "Share"). */
  readonly furniture?: (line: string) => boolean
}
