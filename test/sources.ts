import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { packageRoot } from '../catalog/package-root.ts'

/** The rooms that hold code, from the ground up. */
export const rooms = ['schemas', 'catalog', 'extractors', 'pipeline'] as const
export type Room = (typeof rooms)[number]

/** One file of the house: its path from the root with / between folders, its text and its tree. */
export interface Source {
  readonly path: string
  readonly room: Room
  readonly text: string
  readonly tree: ts.SourceFile
}

/** Every TypeScript file of the rooms, in order of paths. */
export const sources: readonly Source[] = rooms.flatMap((room) =>
  readdirSync(join(packageRoot(), room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const path = `${room}/${name.replaceAll('\\', '/')}`
      const text = readFileSync(join(packageRoot(), path), 'utf8')
      return { path, room, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) }
    }),
)

/** Every node of a tree, in reading order. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodes(child)
}

/** Where a node stands, as "path:line". */
export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
