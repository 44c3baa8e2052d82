// Reads source files into what the rules of architecture ask about: text, syntax tree, imports.
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type ParseResult, parseSync, Visitor } from 'oxc-parser'
import { root } from '../files.ts'

export type Import = {
  /** As written. */
  specifier: string
  /** The project's path that it means, or null for a package. */
  target: string | null
  /** Gone after compilation. */
  typeOnly: boolean
}

export type Source = {
  /** From the project's root, with `/`. */
  path: string
  text: string
  program: ParseResult['program']
  imports: Import[]
}

/** Reads and parses one file of the project. */
export const readSource = (path: string): Source => parseSource(path, readFileSync(join(root, path), 'utf8'))

/** Parses TypeScript, TSX or JavaScript. Throws on a syntax error: a file that is not understood is not checked. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  return { path, text, program, imports: importsOf(path, program) }
}

function importsOf(path: string, program: ParseResult['program']): Import[] {
  const imports: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    imports.push({ specifier, typeOnly, target: targetOf(path, specifier) })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => node.source && add(node.source.value, node.exportKind === 'type'),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false)
    },
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program)
  return imports
}

function targetOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null
}

/** The package that a specifier names: `antd` for `antd/es/locale/zh_CN.js`, `node:fs` for `node:fs/promises`. */
export function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** 1 for the first line. */
export const lineAt = (source: Source, offset: number): number =>
  source.text.slice(0, offset).split('\n').length
