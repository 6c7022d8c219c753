import type { Segment } from '../../schemas/passage.ts'
import type { Block } from './block.ts'

/** A block with its text, ready to be numbered. */
export interface Written {
  readonly block: Block
  readonly text: string
  readonly segments: readonly Segment[]
}
