/** A document that was found and not yet read. */
export interface FoundSource {
  /** POSIX path relative to the folder that was given, or the file's name. */
  readonly path: string
  readonly absolute: string
  /** Name of the document: the file's name without its ending, with what makes it unique. */
  readonly name: string
}

/** A path that gives no document, and why. */
export interface Unreadable {
  readonly path: string
  readonly reason: string
}
