import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { Claim } from '../../schemas/claim.ts'

/** Every scalar of a case file is text, so that figures need no quotes; the word null is null. */
const Text = z.string().transform((text) => (text === 'null' ? null : text))

/** The fields that a marked span must have; `words` are those of the text that say a field (its evidence). */
const Fields = z
  .record(z.string(), z.union([Text, z.record(z.string(), z.string())]))
  .refine((fields) => Object.keys(fields).every((name) => name === 'words' || name in Claim.shape), 'no such field')
export type Fields = z.infer<typeof Fields>

const Case = z
  .strictObject({
    say: z.string(),
    /** One for each marked span, in order; `nothing` where no claim may stand there. */
    gives: z.union([Fields, z.array(Fields), z.literal('nothing')]).optional(),
    /** The reason for which the digits marked are no claim. */
    aside: z.string().optional(),
    /** What comes instead, where the code does not yet do what the case says. */
    todo: z.string().optional(),
  })
  .refine(({ gives, aside }) => (gives === undefined) !== (aside === undefined), 'say either gives or aside')
export type Case = z.infer<typeof Case>

const CaseFile = z.strictObject({
  /** Sentences that the rule reads as said. */
  takes: z.array(Case).min(1),
  /** Sentences that look like its own and are not. */
  leaves: z.array(Case).min(1),
})
export type CaseFile = z.infer<typeof CaseFile> & { readonly topic: string }

const folder = fileURLToPath(new URL('.', import.meta.url))

/** All case files of test/cases and its folders. Throws an Error that names the file, the place and what is wrong there. */
export const caseFiles = (): CaseFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => {
      const found = CaseFile.safeParse(parse(readFileSync(`${folder}${path}`, 'utf8'), { schema: 'failsafe' }))
      if (found.success) return { topic: basename(path, '.yaml'), ...found.data }
      const issue = found.error.issues[0]!
      throw new Error(`test/cases/${path}: ${issue.path.join('.')}: ${issue.message}; see test/cases/case-file.ts`)
    })
