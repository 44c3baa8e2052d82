// Adds to the lock file the packages for other platforms that a registry did not offer when it was written; run it after npm install.
//
// Without them `npm ci` refuses the lock file. They are optional and pinned by their parents, so the version is known;
// which platform each is for stands in its name.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
  'linux',
]
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

/** The entries that are missing: folder → entry. `packages` is the lock file's. */
export function missingEntries(packages) {
  const parents = Object.entries(packages).flatMap(([folder, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ folder, name, version, dev })),
  )
  const missing = parents.filter(({ folder, name }) => !isLocked(packages, folder, name))
  return Object.fromEntries(
    missing.map(({ name, version, dev }) => [`node_modules/${name}`, entry(name, version, dev)]),
  )
}

/** Whether a package finds another, beside itself or further up, as Node does. */
function isLocked(packages, folder, name) {
  const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
  if (packages[place]) return true
  return (
    folder !== '' &&
    isLocked(packages, folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name)
  )
}

function entry(name, version, dev) {
  const [os, cpu] = [platform(systems, name), platform(processors, name)]
  if (!/^\d/.test(version) || !os) throw new Error(`${name}@${version} names no exact version or no platform`)
  return { version, ...(cpu && { cpu: [cpu] }), ...(dev && { dev }), optional: true, os: [os] }
}

const platform = (known, name) => known.find((word) => new RegExp(`[-/]${word}(-|$)`).test(name))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const missing = missingEntries(lock.packages)
  const all = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')))
  if (Object.keys(missing).length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} packages added to the lock file`)
}
