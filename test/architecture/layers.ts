// Who may import whom: kernel ← pure module root ← server and web; a module knows only those above it.
import { eachFile, isTest, type Rule } from './rule.ts'
import { type Import, packageOf, type Source } from './source.ts'

/** Lowest first: a module may know those before it. */
export const moduleOrder = [
  ...['areas', 'people', 'rules', 'naming', 'organizations', 'certificates', 'party', 'charters'],
  ...['filing', 'hubs', 'changes', 'census', 'queues'],
  ...[
    'support',
    'venues',
    'training',
    'workers',
    'honors',
    'records',
    'projects',
    'activities',
    'volunteers',
  ],
  ...['funds', 'grants'],
  ...['deliberation', 'evaluation', 'programmes', 'years', 'portal'],
]

export type Layer = 'kernel' | 'platform' | 'ui' | 'pure' | 'server' | 'web' | 'top' | 'paths'
type Place = { layer: Layer; module?: string }

/** The layer of a path under src/, and its module if it is in one. */
export function placeOf(path: string): Place {
  const [, first = '', module = '', side = ''] = path.split('/')
  if (first === 'modules') return { layer: side === 'server' || side === 'web' ? side : 'pure', module }
  if (first === 'kernel' || first === 'platform' || first === 'ui') return { layer: first }
  return { layer: first === 'paths.ts' ? 'paths' : 'top' }
}

/** Which layers each may import, before the order of modules is asked. */
const mayImport: Record<Layer, readonly Layer[]> = {
  kernel: ['kernel'],
  paths: [],
  platform: ['kernel', 'platform', 'paths'],
  ui: ['kernel', 'ui'],
  pure: ['kernel', 'pure'],
  server: ['kernel', 'platform', 'paths', 'pure', 'server'],
  web: ['kernel', 'ui', 'pure', 'web'],
  top: ['kernel', 'platform', 'paths', 'ui', 'pure', 'server', 'web', 'top'],
}

/** Packages without input or output, which pure code may use. */
const purePackages = ['zod', 'yaml', 'pinyin-pro', 'chinese-days']

export const layers: Rule = {
  title: 'Imports keep to the layers, to the order of modules and to the front door of a server',
  faults: eachFile((source) =>
    isCode(source.path) ? source.imports.flatMap((it) => forbidden(source.path, it)) : [],
  ),
  bad: [
    { 'src/kernel/a.ts': "import { x } from '../platform/db.ts'" },
    { 'src/kernel/a.ts': "export * from '../modules/areas/area.ts'" },
    { 'src/kernel/a.ts': "import { readFileSync } from 'node:fs'" },
    { 'src/platform/a.ts': "import type { X } from '../modules/people/person.ts'" },
    { 'src/ui/a.tsx': "import { x } from '../modules/areas/web/AreaPicker.tsx'" },
    { 'src/ui/a.tsx': "import { join } from 'node:path'" },
    { 'src/modules/areas/area.ts': "import { x } from './server/area-store.ts'" },
    { 'src/modules/areas/area.ts': "import pg from 'pg'" },
    { 'src/modules/areas/area.ts': "type X = import('../people/person.ts').Person" },
    { 'src/modules/people/web/a.tsx': "import { x } from '../server/people-store.ts'" },
    { 'src/modules/people/server/a.ts': "import { x } from '../web/PeoplePage.tsx'" },
    { 'src/modules/people/server/a.ts': "import { x } from '../../areas/server/area-store.ts'" },
    { 'src/modules/people/server/a.ts': "const x = await import('../../organizations/server/index.ts')" },
    { 'src/modules/gossip/a.ts': "import { x } from '../areas/area.ts'" },
    { 'src/modules/people/person.ts': "import { x } from '../../paths.ts'" },
    { 'src/server.ts': "import { x } from './modules/areas/server/area-store.ts'" },
  ],
  good: {
    'src/modules/organizations/server/organization-store.ts': [
      "import { readFile } from 'node:fs/promises'",
      "import { z } from 'zod'",
      "import { db } from '../../../platform/db.ts'",
      "import { areaOf } from '../../areas/server/index.ts'",
      "import { name } from '../organization.ts'",
    ].join('\n'),
  },
}

const isCode = (path: string) => path.startsWith('src/') && !isTest(path)

function forbidden(path: string, { specifier, target }: Import): string[] {
  const reason = target === null ? packageReason(path, specifier) : targetReason(path, target)
  return reason ? [`imports ${specifier}: ${reason}`] : []
}

function packageReason(path: string, specifier: string): string | null {
  const { layer } = placeOf(path)
  if ((layer === 'kernel' || layer === 'pure') && !purePackages.includes(packageOf(specifier))) {
    return 'pure code uses only packages without input and output'
  }
  const inBrowser = layer === 'ui' || layer === 'web'
  return inBrowser && specifier.startsWith('node:') ? 'pages run in a browser' : null
}

function targetReason(path: string, target: string): string | null {
  const [from, to] = [placeOf(path), placeOf(target)]
  if (!target.startsWith('src/')) return 'the product does not use what lies outside src/'
  if (!mayImport[from.layer].includes(to.layer)) return `${from.layer} does not know ${to.layer}`
  if (from.module === to.module) return from.module ? unknownModule(from.module) : null
  return moduleReason(from, to, target)
}

function moduleReason(from: Place, to: Place, target: string): string | null {
  if (to.layer === 'server' && !target.endsWith('/server/index.ts'))
    return "another server's front door is its index.ts"
  if (!from.module || !to.module) return null
  if (rank(from.module) <= rank(to.module)) return `${from.module} comes before ${to.module}`
  return unknownModule(from.module) ?? unknownModule(to.module)
}

const rank = (module: string): number => moduleOrder.indexOf(module)
const unknownModule = (module: string) =>
  rank(module) < 0 ? `${module} has no place in the order of modules` : null

/** What the server runs must be installed where nothing is developed. */
export function developmentImports(dependencies: readonly string[]): Rule['faults'] {
  const installed = ([] as readonly string[]).concat(dependencies)
  return eachFile((source) =>
    (runsOnServer(source) ? source.imports : []).flatMap(({ specifier, target, typeOnly }) => {
      const missing =
        target === null &&
        !typeOnly &&
        !specifier.startsWith('node:') &&
        !installed.includes(packageOf(specifier))
      return missing ? [`imports ${specifier}, which is not among the dependencies of the product`] : []
    }),
  )
}

/** Where the pages meet. */
const inBrowser = ['src/begin.ts', 'src/queries.ts', 'src/web.tsx']

function runsOnServer({ path }: Source): boolean {
  const { layer } = placeOf(path)
  return isCode(path) && layer !== 'ui' && layer !== 'web' && !inBrowser.includes(path)
}
