import { randomBytes } from 'node:crypto'
import { lstat, open, readFile, realpath, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Decision } from '../../schemas/decision.ts'
import { decisionsFile } from '../read/decisions-file.ts'
import { UserError } from '../user-error.ts'

/** What a ruling rules on. A second one on the same takes the place of the first, since a run refuses both together. */
const targetOf = (decision: Decision): string => {
  switch (decision.action) {
    case 'choose':
      return `choose ${decision.key}`
    case 'flag':
      return `flag ${decision.key} ${decision.flag}`
    case 'reject_claim':
      return `reject_claim ${decision.claim}`
    case 'not_same_key':
      return `not_same_key ${decision.split}`
    case 'same_key':
      return `same_key ${[...decision.keys].sort().join(' ')}`
  }
}

const readLine = (line: string): Decision | null => {
  try {
    return Decision.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** The file's text with rulings added, each in place of an earlier one on the same; all other lines stay as they are. */
export const withRulings = (text: string, added: readonly Decision[]): string => {
  const targets = new Set(added.map(targetOf))
  const ids = new Set(added.map(({ id }) => id))
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const kept = lines.filter((line) => {
    const known = readLine(line)
    return known === null || !(targets.has(targetOf(known)) || ids.has(known.id))
  })
  return [...kept, ...added.map((each) => JSON.stringify(each))].map((line) => `${line}\n`).join('')
}

/**
 * The decisions.jsonl of one folder, which is fixed when the review starts. It is replaced whole: written beside, synced, and put in its place by one rename,
 * so that a crash leaves the old file or the new one. A link in its place is refused, since it may lead anywhere.
 */
export class RulingsFile {
  readonly path: string
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
    this.path = join(folder, decisionsFile)
  }

  static async of(folder: string): Promise<RulingsFile> {
    return new RulingsFile(await realpath(folder))
  }

  /** The text, or null where there is no file. */
  async read(): Promise<string | null> {
    await this.#refuseLink()
    return readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  }

  /** Puts the text in place; null takes the file away. */
  async write(text: string | null): Promise<void> {
    await this.#refuseLink()
    if (text === null) await unlink(this.path)
    else await this.#replace(text)
    const folder = await open(this.#folder, 'r')
    // Some systems sync no folder.
    await folder.sync().catch(() => {})
    await folder.close()
  }

  async #replace(text: string): Promise<void> {
    const mode = (await lstat(this.path).catch(() => null))?.mode ?? 0o644
    const beside = join(this.#folder, `.${decisionsFile}.${randomBytes(6).toString('hex')}`)
    const file = await open(beside, 'wx', mode & 0o777)
    try {
      await file.writeFile(text)
      await file.sync()
      await file.close()
      await rename(beside, this.path)
    } catch (error) {
      await file.close().catch(() => {})
      await unlink(beside).catch(() => {})
      throw error
    }
  }

  async #refuseLink(): Promise<void> {
    if ((await realpath(this.#folder).catch(() => null)) !== this.#folder)
      throw new UserError(`${this.#folder} is no more the folder that it was; start the review again`)
    const entry = await lstat(this.path).catch(() => null)
    if (entry !== null && !entry.isFile())
      throw new UserError(`${this.path} is a link or no file; rulings are written to a plain file alone`)
  }
}
