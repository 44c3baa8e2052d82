// Finds a real Chromium on any machine and starts it: the one inside an npm package, else the system's.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** Where Linux distributions put a browser that Playwright can drive. */
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const root = fileURLToPath(new URL('../..', import.meta.url))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
  // A page of a test is gone before code made faster would pay for the making: 3 to 11 % of the work.
  '--js-flags=--no-opt --invocation-count-for-maglev=4000',
  // Nothing outside this machine exists, so that a page that asks for it fails here as it would in an intranet.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/**
 * A browser of one's own. Close it. Throws when neither the packaged nor the system's Chromium starts.
 * `CHROMIUM=/a/path` takes that browser only; `CHROMIUM=packaged` the one from npm only.
 */
export async function launchChromium(): Promise<Browser> {
  const faults: string[] = []
  for (const choice of choices()) {
    try {
      return await chromium.launch(await choice())
    } catch (error) {
      faults.push(String(error))
    }
  }
  throw new Error(`No Chromium starts on this machine.\n${faults.join('\n')}`)
}

type Choice = () => Promise<LaunchOptions>

/** The packaged one first: the same on every machine, and without windows of its own it takes half the work. */
function choices(): Choice[] {
  const wish = process.env.CHROMIUM
  if (wish === 'packaged') return [packaged]
  const paths = wish ? [wish] : systemBrowsers.filter((path) => existsSync(path))
  const installed = paths.map((executablePath) => async () => ({ executablePath, args: flags }))
  return wish ? installed : [packaged, ...installed]
}

/** The browser from npm brings its libraries; beyond them it needs only libc and libgcc, as Node does. */
async function packaged(): Promise<LaunchOptions> {
  const folder = await unpacked()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
  return { executablePath: join(folder, 'chromium'), args: flags, env }
}

/** Unpacks into a folder beside and renames it, so that a half-unpacked browser is never seen. */
async function unpacked(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache')
  const folder = join(cache, `chromium-${await packageVersion()}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, 'chromium-'))
  await inflateInto(fresh)
  await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder))
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}

/** A package's folder, from a file that it exports two folders deep. */
const folderOf = (name: string, up: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(name)), up)

async function packageVersion(): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(folderOf('@sparticuz/chromium', '../..'), 'package.json'), 'utf8'),
  )
  return manifest.version
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to be in Lambda. */
async function inflateInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then((package_) => package_.default.executablePath())"
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
  await promisify(execFile)(process.execPath, ['--eval', script], { cwd: root, env })
}

/** The system's fonts first, where there are any, then a Latin and a Chinese one (GB 2312) from npm. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <dir>${folderOf('@embedpdf/fonts-sc', '../fonts')}</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
