// The command line as a person or a script uses it: answers in words or JSON, exit codes, faults in words.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { answer } from '../../src/cli/commands/index.ts'
import { paths } from '../../src/paths.ts'
import { sql } from '../../src/platform/db.ts'
import { readWorkbook } from '../../src/platform/sheets/index.ts'
import { urlOf, useDatabase } from '../database.ts'
import { bookOf } from '../importing.ts'
import { places } from '../world.ts'

const database = useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'jusha-cli-'))
let url: string

beforeAll(async () => {
  const { name } = await database().one<{ name: string }>(sql`select current_database() as name`)
  url = urlOf(inject('databaseUrl'), name)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Told = { code: number; out: string; err: string }

type Settings = Record<string, string>
type Run = (args: readonly string[], env?: Settings) => Promise<Told>

/** Where commands work, unless `more` says otherwise: on the test's database. */
const settings = (more: Settings): Settings => ({ DATABASE_URL: url, JUSHA_DATA: folder, ...more })

/** Runs one command to its end within this process, as `src/cli.ts` does: one at a time, for the output is caught. */
const jusha: Run = async (args, env = {}) => {
  const told = { code: 0, out: '', err: '' }
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    told[name] += text
    return true
  }
  const caught = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ]
  for (const [name, value] of Object.entries(settings(env))) vi.stubEnv(name, value)
  const before = process.exitCode
  process.exitCode = undefined
  try {
    await answer(args)
    return { ...told, code: Number(process.exitCode ?? 0) }
  } finally {
    process.exitCode = before
    vi.unstubAllEnvs()
    for (const each of caught) each.mockRestore()
  }
}

/** The same by a process of its own, as people and scripts start it: it loads itself, which takes seconds. */
const started: Run = (args, env = {}) => {
  const cli = new URL('../../src/cli.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], {
    env: { ...process.env, ...settings(env) },
  })
  const told = { code: -1, out: '', err: '' }
  child.stdout.on('data', (text) => (told.out += text))
  child.stderr.on('data', (text) => (told.err += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...told, code: code ?? -1 })))
}

const nowhere = { DATABASE_URL: 'postgres://127.0.0.1:1/x' }

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const inWords = ({ err }: Told) => {
  expect(err).toMatch(/[一-龥]/)
  expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/)
}

describe('help', () => {
  it('lists the commands and ends well; a wrong call ends as misuse', async () => {
    const help = await jusha(['--help'])
    expect(help.code).toBe(0)
    for (const command of ['demo', 'serve', 'areas', 'pack', 'import', 'export', 'targets'])
      expect(help.out).toContain(command)
    const targets = await jusha(['targets', '--help'])
    const unknown = await jusha(['nonsense'])
    const missing = await jusha(['targets'])
    const port = await jusha(['serve', '--port', '99999'])
    expect([targets.code, targets.out]).toEqual([0, expect.stringContaining('--as-of')])
    expect([unknown.code, missing.code, port.code]).toEqual([2, 2, 2])
    expect(port.err).toContain('端口应为')
  })
})

describe('faults', () => {
  it.each([
    ['an unknown programme', ['targets', '--programme', 'nothing'], 1, 'notFound'],
    [
      'a day that does not exist',
      ['targets', '--programme', 'taicang', '--as-of', '2023-02-30'],
      1,
      'malformed',
    ],
    [
      'a file that is not there',
      ['import', '/nowhere/x.xlsx', '--area', places.inside],
      1,
      'file.unreadable',
    ],
    [
      'a list that is none',
      ['export', 'people', '/tmp/x.xlsx', '--area', places.inside],
      1,
      'export.unknown',
    ],
    ['an unknown pack', ['demo', '--pack', 'nothing'], 1, 'demo.unknownPack'],
  ] as [string, string[], number, string][])(
    '%s: an exit code, and in JSON a code and a mend',
    async (_, args, code, name) => {
      const json = await jusha([...args, '--json'])
      expect(json.code).toBe(code)
      expect(JSON.parse(json.out)).toMatchObject({
        error: { code: name, mend: expect.stringMatching(/[一-龥]/) },
      })
    },
  )

  it('a wrong DATABASE_URL is told in words, without its password', async () => {
    const told = await jusha(['targets', '--programme', 'taicang'], {
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing',
    })
    expect(told.code).toBe(3)
    inWords(told)
    expect(told.err).not.toContain('secret')
  })

  it('a taken port is told in words', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port))
    })
    const told = await started(['serve', '--port', String(port)])
    taken.close()
    expect(told.code).toBe(3)
    inWords(told)
    expect(told.err).toContain(String(port))
  })
})

describe('packs', () => {
  it('are checked without a database, each fault with its place', async () => {
    const good = join(paths.packs, 'taicang.yaml')
    const bad = file('bad.yaml', readFileSync(good, 'utf8').replace('judge: each', 'judge: eech'))
    const fine = await jusha(['pack', 'check', good], nowhere)
    const faulty = await jusha(['pack', 'check', bad, '--json'])
    expect(fine.code).toBe(0)
    expect(faulty.code).toBe(1)
    const [checked] = JSON.parse(faulty.out) as { faults: { line: number; mend: string }[] }[]
    expect(checked?.faults[0]).toMatchObject({ line: expect.any(Number), mend: expect.any(String) })
  })

  it('say of every target where its figure comes from, and end badly where it comes from nowhere', async () => {
    const shipped = ['chongqing', 'guangzhou', 'red', 'suzhou', 'taicang'].map((id) =>
      join(paths.packs, `${id}.yaml`),
    )
    const text = readFileSync(join(paths.packs, 'taicang.yaml'), 'utf8')
    const open = file('open.yaml', text.replace('count: certificates', 'count: custodyAccounts'))
    const whole = await jusha(['pack', 'coverage', ...shipped, '--json'], nowhere)
    const lacking = await jusha(['pack', 'coverage', open], nowhere)
    expect(whole.code).toBe(0)
    const packs = JSON.parse(whole.out) as { targets: { covered: boolean }[] }[]
    expect(packs.flatMap(({ targets }) => targets.filter(({ covered }) => !covered))).toEqual([])
    expect(packs.map(({ targets }) => targets.length > 0)).toEqual(shipped.map(() => true))
    expect(lacking.code).toBe(1)
    expect(lacking.out).toContain('1 个没有来源')
    expect(lacking.out).toMatch(/certificates .*custodyAccounts（programmes） 没有来源/)
  })
})

describe('rule sets', () => {
  it('are checked without a database, each fault with file, line, column and mend', async () => {
    const good = join(paths.packs, '../rulesets/taicang.yaml')
    const bad = file(
      'bad-rules.yaml',
      readFileSync(good, 'utf8').replace('value: township', 'value: townhall'),
    )
    const faulty = await jusha(['rules', 'check', good, bad], nowhere)
    expect(faulty.code).toBe(1)
    expect(faulty.out).toContain(`✔ ${good}：太仓市规则集`)
    expect(faulty.out).toMatch(/bad-rules\.yaml:\d+:\d+ 错误：.*可用的有：township, county/)
  })
})

describe('tables', () => {
  it('are tried, imported and exported, and tell every problem', async () => {
    const rows = [
      ['命令行合唱队', '文化艺术', '新北社区', '张三', '13800001111', 20, '2021-9-1'],
      ['命令行舞蹈队', '文化艺术', '没有村', '张三', '13800001111', 20, '2021-9-1'],
    ]
    const book = file('名录.xlsx', bookOf(rows))
    const tried = await jusha(['import', book, '--area', places.inside, '--dry-run', '--json'])
    expect(tried.code).toBe(1)
    expect(JSON.parse(tried.out)).toMatchObject({ counts: { new: 1, same: 0, changed: 0, problem: 1 } })
    const called = () => database().rows(sql`select 1 from organization where name = '命令行合唱队'`)
    expect(await called()).toHaveLength(0)
    const done = await jusha(['import', book, '--area', places.inside])
    expect(done.out).toContain('没有叫“没有村”的社区（村）')
    expect(await called()).toHaveLength(1)
    const target = join(folder, 'out.xlsx')
    const exported = await jusha(['export', 'organizations', target, '--area', places.inside, '--json'])
    expect([exported.code, JSON.parse(exported.out)]).toEqual([0, { file: target }])
    const [sheet] = (await readWorkbook(new Uint8Array(readFileSync(target)), 'out.xlsx')).sheets
    expect(sheet?.rows.some((cells) => cells[0] === '命令行合唱队')).toBe(true)
  })
})

describe('a process of its own', () => {
  it.each([
    ['help', ['--help'], 0],
    ['a wrong call', ['nonsense'], 2],
    ['a fault in words', ['export', 'organizations', '/nowhere/x', '--area', '1'], 3, nowhere],
    ['a fault in JSON', ['rules', 'check', '/nowhere/rules.yaml', '--json'], 1],
    [
      'an answer from the database',
      ['export', 'organizations', join(folder, 'a.xlsx'), '--area', places.inside],
      0,
    ],
  ] as [string, string[], number, Settings?][])(
    '%s: says the same and ends with the same code',
    async (_, args, code, env) => {
      const [ours, theirs] = [await jusha(args, env), await started(args, env)]
      expect(theirs).toEqual(ours)
      expect(ours.code).toBe(code)
    },
  )
})
