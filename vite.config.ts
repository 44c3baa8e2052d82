// How the pages are built and served while developing; the server itself serves what lands in dist/web.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite'

const api = process.env.JUSHA_API ?? 'http://127.0.0.1:4680'

/** What the first code of every page needs stays apart, so that it begins before the larger code is there. */
const first = {
  debugName: 'first',
  priority: 2,
  name: (id: string, build: ModuleGraph): string | null => {
    neededFirst ??= neededBy(join(import.meta.dirname, 'src/begin.ts'), build)
    return neededFirst.has(id) ? 'first' : null
  },
}

type ModuleGraph = { getModuleInfo: (id: string) => { importedIds: string[] } | null }
let neededFirst: Set<string> | undefined

export default defineConfig({
  plugins: [react(), ahead(), packed()],
  resolve: { alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'src/ui/zod-in-pages.ts') }] },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_200,
    // What a third of the pages share is one file: a page asks for 17 files instead of 44, and for fewer bytes.
    rolldownOptions: {
      output: { codeSplitting: { groups: [first, { name: 'common', minShareCount: 30, priority: 1 }] } },
    },
  },
})

/** The module and all that it imports without waiting. */
function neededBy(id: string, build: ModuleGraph, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const imported of build.getModuleInfo(id)?.importedIds ?? []) neededBy(imported, build, found)
  return found
}

/** The larger code is asked for together with the first, not only when that has run. */
function ahead(): Plugin {
  return {
    name: 'ahead',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html, { bundle = {} }) => tagsFor(bundle, html) },
  }
}

function tagsFor(bundle: Rolldown.OutputBundle, html: string): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const web = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/web.tsx'))
  if (!web) throw new Error('src/web.tsx is not a file of its own')
  const files = [web.fileName, ...web.imports].filter((file) => !html.includes(file))
  return files.map((file) => ({
    ...{ tag: 'link', injectTo: 'head' as const },
    attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
  }))
}

/** Writes each file once more as .gz and .br, so that the server need not compress while people wait. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle: ({ dir }) => {
      for (const file of packable(dir ?? 'dist/web')) {
        const bytes = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
        )
      }
    },
  }
}

const packable = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css|html|svg)$/.test(name))
    .map((name) => join(folder, name))
