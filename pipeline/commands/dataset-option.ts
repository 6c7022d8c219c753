import { Option } from 'commander'

/** Where a dataset stands that a command reads. */
export const datasetOption = (): Option => new Option('--dataset <folder>', 'the dataset to read').default('output')

/** Runs what names ids of a dataset; an id that is not there is told as a call gone wrong. */
export interface DatasetOptions {
  readonly dataset: string
  readonly json?: boolean
}
