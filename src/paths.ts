// Where the product's own files lie, whichever folder it was started from.
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const at = (path: string): string => fileURLToPath(new URL(path, root))

export const paths = {
  root: at('.'),
  migrations: at('db/migrations'),
  packs: at('packs'),
  web: at('dist/web'),
  data: at('data'),
} as const
