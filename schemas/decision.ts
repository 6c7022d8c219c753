import { z } from 'zod'

const Anchor = z
  .strictObject({
    document: z.string().optional().describe('Name of the document, where the words could stand in several.'),
    prefix: z.string().default(''),
    exact: z.string(),
    suffix: z.string().default(''),
  })
  .describe('The words of the claim, by which it is found again when its file has changed.')

const common = {
  id: z
    .string()
    .regex(/^d_[\w-]+$/u)
    .describe('Id of the ruling.'),
  reason: z.string().min(1).describe('Why, for the next reviewer.'),
  by: z.string().min(1).describe('Who ruled.'),
  on: z.iso.date().describe('The day of the ruling.'),
  evidence: z
    .string()
    .regex(/^[\da-f]{64}$/u)
    .describe('SHA-256 of the sorted ids of the claims that the reviewer saw.'),
  expect: z
    .strictObject({ candidates: z.array(z.string()).optional().describe('Values on offer, as the texts write them.') })
    .default({})
    .describe('What must still hold; the run fails where it does not.'),
}

/** A reviewer's ruling: one line of `decisions.jsonl`. It never edits a value. */
export const Decision = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('choose'), key: z.string(), choose: z.string(), quote: Anchor }),
  z.strictObject({ ...common, action: z.literal('flag'), key: z.string(), flag: z.string().regex(/^[a-z_]+$/u) }),
  z.strictObject({ ...common, action: z.literal('same_key'), keys: z.array(z.string()).min(2) }),
  z.strictObject({ ...common, action: z.literal('not_same_key'), key: z.string(), split: z.string(), quote: Anchor }),
  z.strictObject({ ...common, action: z.literal('reject_claim'), claim: z.string(), quote: Anchor }),
])
export type Decision = z.infer<typeof Decision>
