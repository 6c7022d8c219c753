import { dirname, extname, relative, sep } from 'node:path'

/** How much of a path is in a name for now: so many folders, and the ending or not. */
interface Shape {
  folders: number
  ending: boolean
}

/**
 * A name for each file: its own without the ending. Files that differ in the ending alone keep it ("x.txt", "x.md");
 * files of one name in several folders take as many folders before it as make it unique ("2021/x", "2022/x").
 *
 * @param paths absolute paths, each once.
 */
export function uniqueNames(paths: readonly string[]): ReadonlyMap<string, string> {
  return widenUntilUnique(new Map(paths.map((path) => [path, { folders: 0, ending: false }])))
}

/**
 * The path that is shown for each file: from the folder that was given, or from as many folders above it as set apart
 * the files of two folders that hold the same ("2021/vss/x.txt", "2022/vss/x.txt"). With "/" on every machine.
 *
 * @param roots for each absolute path the folder that was given.
 */
export function uniquePaths(roots: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return widenUntilUnique(
    new Map(
      [...roots].map(([path, root]) => [path, { folders: relative(root, path).split(sep).length - 1, ending: true }]),
    ),
  )
}

function widenUntilUnique(shapes: ReadonlyMap<string, Shape>): ReadonlyMap<string, string> {
  for (;;) {
    const groups = new Map<string, string[]>()
    for (const [path, shape] of shapes) {
      const name = nameOf(path, shape)
      const group = groups.get(name)
      if (group) group.push(path)
      else groups.set(name, [path])
    }
    const clashes = [...groups.values()].filter((group) => group.length > 1)
    if (clashes.length === 0) return new Map([...shapes].map(([path, shape]) => [path, nameOf(path, shape)]))
    for (const group of clashes) widen(group, shapes)
  }
}

/** In one folder only the ending can set two files apart; between folders, folders do. */
function widen(group: readonly string[], shapes: ReadonlyMap<string, Shape>): void {
  const inFolder = new Map<string, number>()
  for (const path of group) inFolder.set(dirname(path), (inFolder.get(dirname(path)) ?? 0) + 1)
  for (const path of group) {
    const shape = shapes.get(path)!
    if (!shape.ending && inFolder.get(dirname(path))! > 1) shape.ending = true
    else shape.folders++
  }
}

function nameOf(path: string, { folders, ending }: Shape): string {
  return (ending ? path : withoutEnding(path))
    .split(sep)
    .slice(-1 - folders)
    .join('/')
}

function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length)
}
