// The project's own files, for tests that look at the source rather than run it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** What tools make and git ignores; `data` holds a running product's database, and the areas, which are packed. */
const made = new Set(['node_modules', 'dist', 'data', 'coverage', 'screenshots', '.git'])

/** Paths of all files below a folder of the project, with `/` and relative to its root, in order. */
export function projectFiles(folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => !made.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? projectFiles(path) : [path]
    })
    .sort()
}
