// Builds the pages into dist/web when what they are made of has changed, by content.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stamp = (root) => join(root, 'dist', 'made-from')
const pages = (root) => join(root, 'dist', 'web')

/** What pages are made of; what only the server runs is left out. */
const ingredients = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'public']
const irrelevant = /\.test\.tsx?$|^src\/platform\/|\/server\/|^src\/(server|cli)\b/

/** Whether the pages are missing or were made from something else than what stands here. */
export function isStale(root) {
  if (!existsSync(stamp(root)) || !existsSync(pages(root))) return true
  return readFileSync(stamp(root), 'utf8') !== contentHash(root)
}

/** Builds beside and swaps, so that nobody is served half a build. `run` runs Node with arguments to its exit code. */
export async function buildWeb(root, run) {
  const hash = contentHash(root)
  const fresh = join(root, 'dist', `web-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const code = await run([vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'])
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error('网页没有生成。上面写着原因。')
  }
  rmSync(stamp(root), { force: true })
  replace(pages(root), fresh)
  writeFileSync(stamp(root), hash)
}

function replace(folder, fresh) {
  const old = `${fresh}-old`
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(fresh, folder)
  rmSync(old, { recursive: true, force: true })
}

/** One hash over the names and contents of everything that pages are made of. */
export function contentHash(root) {
  const hash = createHash('sha256')
  for (const path of ingredients.flatMap((name) => filesUnder(root, name))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(root, name) {
  if (!existsSync(join(root, name))) return []
  const below = readdirSafe(join(root, name))
  if (!below) return irrelevant.test(name) ? [] : [name]
  return below.sort().flatMap((child) => filesUnder(root, `${name}/${child}`))
}

function readdirSafe(path) {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}
