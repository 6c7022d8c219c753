import { decisionsOf, type Gathered } from './gathered.ts'

/** Where rulings are kept between the pages of a report. A page from a disk may be refused a store; they last as long as the page then. */
export interface Keep {
  readonly isLasting: boolean
  readonly read: () => readonly Gathered[]
  readonly write: (rulings: readonly Gathered[]) => void
}

/** As much of a browser's storage as is used. */
interface Store {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, text: string) => void
  readonly removeItem: (key: string) => void
}

const isGathered = (check: (decision: object) => readonly string[], value: unknown): value is Gathered => {
  try {
    // What is stored may be of another version, or of another's hand: it must make a line as the schema has it.
    const made = decisionsOf([value as Gathered])
    return (
      made.length === 1 &&
      made.every((each) => check(each).length === 0) &&
      typeof (value as Gathered).about === 'string'
    )
  } catch {
    return false
  }
}

/** The keep of one dataset, which is known by its address: reports on one disk may share a store. */
export const keepOf = (storage: () => Store, dataset: string, check: (decision: object) => readonly string[]): Keep => {
  const key = `provenum rulings ${dataset}`
  const parsed = (text: string | null): readonly Gathered[] => {
    try {
      const value: unknown = JSON.parse(text ?? '[]')
      return Array.isArray(value) ? value.filter((each) => isGathered(check, each)) : []
    } catch {
      return []
    }
  }
  try {
    const store = storage()
    store.setItem(`${key} `, '')
    store.removeItem(`${key} `)
    return {
      isLasting: true,
      read: () => parsed(store.getItem(key)),
      write: (rulings) => {
        if (rulings.length === 0) store.removeItem(key)
        else store.setItem(key, JSON.stringify(rulings))
      },
    }
  } catch {
    let own: readonly Gathered[] = []
    return {
      isLasting: false,
      read: () => own,
      write: (rulings) => {
        own = rulings
      },
    }
  }
}
