// What may be done only in its place: SQL in stores, words to the terminal in the command line, the clock outside rules.
import { Visitor } from 'oxc-parser'
import { placeOf } from './layers.ts'
import { eachFile, isTest, type Rule } from './rule.ts'
import { lineAt, type Source } from './source.ts'

export const sqlInStores: Rule = {
  title: 'SQL is written only in *-store.ts, measures.ts, work.ts, the platform and migrations',
  faults: eachFile((source) => (mayHoldSql(source.path) ? [] : sqlIn(source))),
  bad: [
    { 'src/modules/areas/server/area-routes.ts': 'const rows = db.rows(sql`select 1`)' },
    { 'src/modules/areas/server/area-commands.ts': 'await client.query(statement)' },
    { 'src/modules/areas/server/area-jobs.ts': "run('select name from area where code = $1')" },
    { 'src/modules/areas/server/area-jobs.ts': 'run(`DELETE FROM area WHERE code = 1`)' },
    { 'src/cli.ts': "run('  update area set name = null')" },
    { 'src/modules/areas/area.ts': "import sql from 'sql-template-tag'" },
  ],
  good: {
    'src/modules/areas/server/area-store.ts': 'export const one = (db: Db) => db.one(sql`select 1`)',
    'src/modules/areas/web/a.tsx': "export const title = 'Select the areas to update'",
  },
}

function mayHoldSql(path: string): boolean {
  return (
    isTest(path) ||
    !path.startsWith('src/') ||
    /-store\.ts$|\/(measures|work)\.ts$|^src\/platform\//.test(path)
  )
}

const looksLikeSql =
  /^\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/is

function sqlIn(source: Source): string[] {
  const faults: string[] = []
  const note = (what: string, at: number) => faults.push(`${what} in line ${lineAt(source, at)}`)
  new Visitor({
    TaggedTemplateExpression: ({ tag, start }) => {
      if (tag.type === 'Identifier' && tag.name === 'sql') note('the sql tag', start)
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === 'MemberExpression' && nameOf(callee.property) === 'query')
        note('a call of query()', start)
    },
    Literal: ({ value, start }) => {
      if (typeof value === 'string' && looksLikeSql.test(value)) note('SQL as text', start)
    },
    TemplateLiteral: ({ quasis, start }) => {
      if (looksLikeSql.test(quasis.map((part) => part.value.raw).join(' x '))) note('SQL as text', start)
    },
  }).visit(source.program)
  if (source.imports.some(({ specifier }) => specifier === 'sql-template-tag'))
    note('an import of the sql tag', 0)
  return faults
}

export const consoleInCommands: Rule = {
  title: 'Only the command line and the tools print',
  faults: eachFile((source) => {
    const quiet =
      source.path.startsWith('src/') && !isTest(source.path) && !/^src\/cli(\.ts|\/)/.test(source.path)
    return quiet ? membersUsed(source, (object) => object === 'console') : []
  }),
  bad: [
    { 'src/platform/http.ts': "console.log('here')" },
    { 'src/modules/areas/area.ts': 'items.forEach(console.warn)' },
    { 'src/ui/a.tsx': 'globalThis.console.error(1)' },
  ],
  good: { 'src/cli.ts': "console.log('ready')", 'bin/tool.ts': "console.log('ready')" },
}

const clocks = new Set([
  'Math.random',
  'Date.now',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])

export const clockAsArgument: Rule = {
  title: 'Rules take the clock and chance as arguments',
  faults: eachFile((source) => (isPure(source.path) ? clocksIn(source) : [])),
  bad: [
    { 'src/kernel/time.ts': 'export const now = () => new Date()' },
    { 'src/kernel/time.ts': 'export const now = () => Date()' },
    { 'src/modules/areas/area.ts': 'export const now = Date.now' },
    { 'src/modules/areas/area.ts': 'export const id = () => globalThis.crypto.randomUUID()' },
    { 'src/modules/areas/area.ts': 'export const pick = () => Math.random() * 7' },
  ],
  good: { 'src/kernel/time.ts': 'export const day = (at: number) => new Date(at).toISOString()' },
}

function isPure(path: string): boolean {
  const { layer } = placeOf(path)
  return path.startsWith('src/') && !isTest(path) && (layer === 'kernel' || layer === 'pure')
}

function clocksIn(source: Source): string[] {
  const faults = membersUsed(source, (object, property) => clocks.has(`${object}.${property}`))
  new Visitor({
    NewExpression: ({ callee, arguments: given, start }) => {
      if (nameOf(callee) === 'Date' && given.length === 0)
        faults.push(`new Date() in line ${lineAt(source, start)}`)
    },
    CallExpression: ({ callee, start }) => {
      if (nameOf(callee) === 'Date') faults.push(`Date() in line ${lineAt(source, start)}`)
    },
  }).visit(source.program)
  return faults
}

/** Uses of `object.property`, also as `globalThis.object.property`, that the rule asks about. */
function membersUsed(source: Source, asked: (object: string, property: string) => boolean): string[] {
  const faults: string[] = []
  new Visitor({
    MemberExpression: ({ object, property, start }) => {
      const owner = object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object)
      if (!asked(owner, nameOf(property))) return
      faults.push(`${owner}.${nameOf(property)} in line ${lineAt(source, start)}`)
    },
  }).visit(source.program)
  return faults
}

/** The name of an identifier, or '' for any other expression. */
const nameOf = (node: { type: string; name?: unknown }): string =>
  node.type === 'Identifier' ? String(node.name) : ''
