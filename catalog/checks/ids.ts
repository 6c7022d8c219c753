import type { Problem } from '../catalog-error.ts'
import type { Contents } from '../read-files.ts'

/** Lists whose entries have an id of their own. */
const lists = ['indicators', 'denominators', 'units', 'authorities', 'legalTypes'] as const

/** An id stands once in its list: the later entry is told. */
export const idProblems = (contents: Contents): Problem[] =>
  lists.flatMap((list) => {
    const { file, value } = contents[list]
    const ids = value.map(({ id }) => id)
    return ids.flatMap((id, at) =>
      ids.indexOf(id) === at
        ? []
        : [file.problem([at, 'id'], `"${id}" is there twice; give it another id or join the two`)],
    )
  })
