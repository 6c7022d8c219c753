import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** What a file exports under a name, with the text of the comment above it; '' where there is none. */
export interface Exported {
  readonly name: string
  /** Value of its property `name` where it is an object that has one, as the rules have. */
  readonly rule: string | null
  readonly text: string
}

const commentOf = (node: ts.Node): string => {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .at(-1)
  return (comment ?? '').replace(/\s*\n\s*/gu, ' ').trim()
}

const nameProperty = (node: ts.Expression | undefined): string | null => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return null
  const found = node.properties.find((each) => each.name !== undefined && each.name.getText() === 'name')
  return found !== undefined && ts.isPropertyAssignment(found) && ts.isStringLiteral(found.initializer)
    ? found.initializer.text
    : null
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

export const sourceOf = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true)

/** The exported constants and functions of a TypeScript file, in order, with their comments on one line. */
export const exportsOf = (path: string): readonly Exported[] =>
  sourceOf(path)
    .statements.filter(isExported)
    .flatMap((statement): Exported[] => {
      if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
        return [{ name: statement.name.text, rule: null, text: commentOf(statement) }]
      if (!ts.isVariableStatement(statement)) return []
      return statement.declarationList.declarations.map((declaration) => ({
        name: declaration.name.getText(),
        rule: nameProperty(declaration.initializer),
        text: commentOf(statement),
      }))
    })

/** Texts that the file gives a property of this name, in order: the relations that a check writes. */
export const literalsOf = (path: string, property: string): readonly string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === property && ts.isStringLiteral(node.initializer))
      found.push(node.initializer.text)
    ts.forEachChild(node, visit)
  }
  visit(sourceOf(path))
  return [...new Set(found)]
}
