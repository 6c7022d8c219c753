import { stat } from 'node:fs/promises'

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )

/** Those of the inputs that are folders: they may hold sources.yaml and decisions.jsonl. */
export const foldersOf = async (inputs: readonly string[]): Promise<string[]> => {
  const folders: string[] = []
  for (const input of inputs) if (await isFolder(input)) folders.push(input)
  return folders
}
