// The programs are found, completed with their links, and copied when their user cannot reach them.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Binaries, findBinaries, majorOf, program, usableBinaries } from './binaries.ts'
import { canEnter, lentUser } from './run-user.ts'

const root = mkdtempSync(join(tmpdir(), 'jusha-programs-'))
const found: Binaries = { native: join(root, 'package', 'native'), version: '18.4.0-beta.1' }
const shelter = join(root, 'shelter')
const stranger = { uid: 54_321, gid: 54_321, name: 'stranger' }

function write(path: string, content: string, mode: number): void {
  const file = join(found.native, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  chmodSync(file, mode)
}

beforeEach(() => {
  rmSync(join(root, 'package'), { recursive: true, force: true })
  rmSync(shelter, { recursive: true, force: true })
  mkdirSync(shelter)
  write('bin/postgres', 'server', 0o700)
  write('bin/initdb', 'maker', 0o700)
  write('share/postgresql/postgres.bki', 'catalogue', 0o600)
  write('lib/libpq.so.5.18', 'library', 0o600)
  write('lib/libpq.a', 'not needed to run', 0o600)
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  write('pg-symlinks.json', JSON.stringify(links), 0o600)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the programs', () => {
  it('of this platform are found, and those of an unknown one are missed in words', () => {
    const binaries = findBinaries()
    expect(Number(majorOf(binaries))).toBeGreaterThanOrEqual(18)
    expect(statSync(program(binaries, 'postgres')).isFile()).toBe(true)
    expect(() => findBinaries('plan9-z80')).toThrow('plan9-z80')
  })

  it('get the links that npm could not bring, and are used where they lie', () => {
    const used = usableBinaries(found, null, () => expect.unreachable('no shelter is needed'))
    expect(used).toEqual(found)
    const link = join(found.native, 'lib', 'libpq.so.5')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(link, 'utf8')).toBe('library')
  })

  it('that another user cannot reach are copied once, for everyone, without what is not needed', () => {
    const used = usableBinaries(found, stranger, () => shelter)
    expect(used.native).toBe(join(shelter, 'postgresql-18.4.0-beta.1', 'native'))
    expect(readFileSync(join(used.native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
    expect(statSync(program(used, 'postgres')).mode & 0o777).toBe(0o755)
    expect(() => statSync(join(used.native, 'lib', 'libpq.a'))).toThrow('ENOENT')
    writeFileSync(program(used, 'postgres'), 'kept')
    usableBinaries(found, stranger, () => shelter)
    expect(readFileSync(program(used, 'postgres'), 'utf8')).toBe('kept')
  })
})

describe('the user that root lends to the database', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/sh\nnobody:*:65534:65533::/:/bin/false\n'

  it('is postgres where there is one, else nobody, else there is none', () => {
    expect(lentUser(passwd)).toEqual({ uid: 65_534, gid: 65_533, name: 'nobody' })
    expect(lentUser(`${passwd}postgres:x:70:71::/:/bin/sh\n`)).toEqual({ uid: 70, gid: 71, name: 'postgres' })
    expect(() => lentUser('root:x:0:0:root:/root:/bin/sh\n')).toThrow('没有可以代为运行的用户')
  })

  it('cannot enter a folder below one that is closed to others', () => {
    const closed = join(root, 'closed')
    mkdirSync(join(closed, 'open'), { recursive: true, mode: 0o755 })
    chmodSync(root, 0o711)
    chmodSync(join(closed, 'open'), 0o755)
    expect(canEnter(join(closed, 'open'), stranger)).toBe(true)
    chmodSync(closed, 0o700)
    expect(canEnter(join(closed, 'open'), stranger)).toBe(false)
  })
})
