// No two folders, and no two files, that need each other.
import { posix } from 'node:path'
import { isTest, type Rule } from './rule.ts'
import type { Source } from './source.ts'

type Graph = Map<string, Set<string>>

export const cycles: Rule = {
  title: 'Neither folders nor files import each other in a circle',
  faults: (sources) => {
    const code = sources.filter(({ path }) => path.startsWith('src/') && !isTest(path))
    const all = [...circles(graphOf(code, folderOf, true)), ...circles(graphOf(code, (path) => path, false))]
    return all.map((circle) => `${circle.join(' → ')} → ${circle[0]}`)
  },
  bad: [
    {
      'src/ui/a.ts': "import './b.ts'",
      'src/ui/b.ts': "import './c.ts'",
      'src/ui/c.ts': "export * from './a.ts'",
    },
    {
      'src/ui/forms/a.ts': "import type { X } from '../tables/a.ts'",
      'src/ui/tables/b.ts': "import '../forms/b.ts'",
    },
  ],
  good: { 'src/ui/a.ts': "import './b.ts'", 'src/ui/b.ts': "import type { A } from './a.ts'" },
}

/** Files directly in src/ stand for themselves: they put the parts together and the parts do not know them. */
const folderOf = (path: string): string => (posix.dirname(path) === 'src' ? path : posix.dirname(path))

function graphOf(sources: readonly Source[], nodeOf: (path: string) => string, withTypes: boolean): Graph {
  const graph: Graph = new Map()
  for (const { path, imports } of sources) {
    const from = nodeOf(path)
    const edges = graph.get(from) ?? new Set()
    graph.set(from, edges)
    for (const { target, typeOnly } of imports) {
      if (target && (withTypes || !typeOnly) && nodeOf(target) !== from) edges.add(nodeOf(target))
    }
  }
  return graph
}

/** One circle for each place where a walk along the arrows comes back to its own path. */
function circles(graph: Graph): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const walk = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node)
    if (at >= 0) found.push(path.slice(at))
    if (at >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) walk(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return found
}
