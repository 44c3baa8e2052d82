// Short files and short functions, and a first line that says what a file is for.
import { Visitor } from 'oxc-parser'
import { eachFile, isTest, type Rule } from './rule.ts'
import { lineAt, type Source } from './source.ts'

const longestFile = 400

export const filesAreShort: Rule = {
  title: `No file is longer than ${longestFile} lines`,
  faults: eachFile((source) => {
    const lines = lengthOf(source)
    return lines > longestFile ? [`${lines} lines`] : []
  }),
  bad: [{ 'src/a.ts': '// a\n'.repeat(longestFile + 1) }],
  good: { 'src/a.ts': '// a\n'.repeat(longestFile) },
}

export const mostFilesAreShort: Rule = {
  title: 'Nineteen files of twenty have at most 200 lines',
  faults: (sources) => {
    const limit = percentile(sources.map(lengthOf), 0.95)
    return limit > 200 ? [`the 95th percentile is ${limit} lines: ${longest(sources)}`] : []
  },
  bad: [{ 'src/a.ts': '// a\n'.repeat(201) }],
  good: { 'src/a.ts': '// a\n'.repeat(200) },
}

export const functionsAreShort: Rule = {
  title: 'Half of all functions have at most 7 lines, nineteen of twenty at most 40',
  faults: (sources) => {
    const lengths = sources
      .filter(({ path }) => path.startsWith('src/') && !isTest(path))
      .flatMap(functionLengths)
    const [half, most] = [percentile(lengths, 0.5), percentile(lengths, 0.95)]
    return half > 7 || most > 40 ? [`the median is ${half}, the 95th percentile ${most} lines`] : []
  },
  bad: [
    { 'src/a.ts': `function a() {${'\n'.repeat(7)}}` },
    { 'src/a.ts': `const a = () => {${'\n'.repeat(40)}}` },
    { 'src/a.ts': `class A { a() {${'\n'.repeat(40)}} }` },
    { 'src/a.ts': `const a = { a() {${'\n'.repeat(40)}} }` },
  ],
  good: { 'src/a.ts': `function a() {${'\n'.repeat(6)}}` },
}

export const firstLineSaysWhatFor: Rule = {
  title: 'The first line of a file says what it is for',
  faults: eachFile(({ text }) => {
    const first = text.replace(/^#!.*\n/, '').split('\n', 1)[0] ?? ''
    return /^\/\/ .{15,}$|^\/\*\*? .{15,}/.test(first)
      ? []
      : [`begins with ${JSON.stringify(first.slice(0, 60))}`]
  }),
  bad: [{ 'src/a.ts': "import { z } from 'zod'" }, { 'src/a.ts': '// areas' }, { 'src/a.ts': '' }],
  good: {
    'src/a.ts': '// Finds an area by name, code or pinyin.',
    'bin/a.js': '#!/usr/bin/env node\n// Starts the whole product.',
  },
}

/** The smallest of the lengths that a share of all do not exceed; 0 when there are none. */
export function percentile(lengths: readonly number[], share: number): number {
  const sorted = [...lengths].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

const lengthOf = ({ text }: Source): number => text.trimEnd().split('\n').length

function longest(sources: readonly Source[]): string {
  const sorted = [...sources].sort((a, b) => lengthOf(b) - lengthOf(a))
  return sorted
    .slice(0, 5)
    .map((source) => `${source.path} ${lengthOf(source)}`)
    .join(', ')
}

/** Lines of every function that has a name; the short ones given to `map` and the like would make the median nothing. */
export function functionLengths(source: Source): number[] {
  const lengths: number[] = []
  const add = ({ start, end }: { start: number; end: number }) => {
    lengths.push(lineAt(source, end) - lineAt(source, start) + 1)
  }
  const addIfFunction = (node: { type: string; start: number; end: number } | null) => {
    if (node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression') add(node)
  }
  new Visitor({
    FunctionDeclaration: (node) => node.body && add(node),
    VariableDeclarator: (node) => addIfFunction(node.init),
    MethodDefinition: (node) => node.value.body && add(node),
    Property: (node) => addIfFunction(node.value),
  }).visit(source.program)
  return lengths
}
