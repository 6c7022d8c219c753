import { join } from 'node:path'
import ts from 'typescript'

/** What the compiler says against some files of a folder, by the tsconfig.json there: "path: message". Errors in other files are left out. */
export const typeErrors = (folder: string, paths: readonly string[]): string[] => {
  if (paths.length === 0) return []
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder)
  const program = ts.createProgram(
    paths.map((path) => join(folder, path)),
    options,
  )
  return paths.flatMap((path) => {
    const source = program.getSourceFile(join(folder, path))
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  })
}
