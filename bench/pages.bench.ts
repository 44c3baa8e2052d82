// How much JavaScript each page of a signed-in person needs when it is the first one opened.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { paths } from '../src/paths.ts'
import type { Report } from './report.ts'

type Chunk = { file: string; imports?: string[]; isDynamicEntry?: boolean }
type Manifest = Record<string, Chunk>

/** Pages that one sees without signing in. */
const open = /\/(SignInPage|FirstRunPage|ApiDocsPage)\.tsx$/
/** What the address begins with, and what draws the pages. */
const entries = ['index.html', 'src/web.tsx']

export async function run(report: Report): Promise<void> {
  const manifest: Manifest = JSON.parse(readFileSync(join(paths.web, '.vite/manifest.json'), 'utf8'))
  const pages = Object.keys(manifest).filter((name) => name.endsWith('Page.tsx') && !open.test(name))
  if (pages.length === 0) throw new Error('no pages were found in the build')
  const sizes = pages
    .map((page) => ({ page, kilobytes: firstLoad(manifest, page) }))
    .sort((a, b) => b.kilobytes - a.kilobytes)
  const [largest] = sizes
  const name = largest?.page.replace(/.*\//, '')
  report.atMost(
    `JavaScript of the first load, gzip, the largest of ${sizes.length} pages (${name})`,
    largest?.kilobytes ?? Number.NaN,
    350,
    'KB',
  )
}

/** Kilobytes of the entry, the page and all that either imports, each file once, compressed as the server does. */
function firstLoad(manifest: Manifest, page: string): number {
  const needed = new Set<string>()
  const add = (name: string): void => {
    if (needed.has(name)) return
    needed.add(name)
    for (const other of manifest[name]?.imports ?? []) add(other)
  }
  for (const entry of entries) add(entry)
  add(page)
  const files = new Set(
    [...needed].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js')),
  )
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(paths.web, file))).length,
    0,
  )
  return bytes / 1_000
}
