// An application from sending to decision, our whole walk beside bare routes that do the same writes; a thousand decided at once.
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { type Database, type Db, openDatabase, type Sql, sql } from '../src/platform/db.ts'
import { buildServer } from '../src/server.ts'
import { copyOf, dropDatabase, taicang } from './cluster.ts'
import { type Asker, signIn } from './person.ts'
import { quantile, type Report } from './report.ts'

const walks = 30
const many = 1000
const first = [...'春夏秋冬晨晚清明']
const second = [...'风花雪月云霞泉溪']

type Written = { text: string; values: unknown[] }

export async function run(report: Report): Promise<void> {
  const url = await copyOf(await taicang(), 'filing')
  const database = openDatabase(url)
  const log: Written[][] = []
  const ours = await buildServer(listening(database, log))
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c timezone=UTC -c jit=off' })
  try {
    const base = await ours.listen({ host: '127.0.0.1', port: 0 })
    const people = { worker: await signIn(base, '社区'), officer: await signIn(base, '街镇') }
    await compare(report, { base, database, log, pool, people })
    await decideMany(report, database, people.officer)
  } finally {
    await pool.end()
    await ours.close()
    await database.close()
    await dropDatabase(url)
  }
}

type Bench = {
  base: string
  database: Database
  log: Written[][]
  pool: pg.Pool
  people: { worker: Asker; officer: Asker }
}

async function compare(report: Report, { database, log, pool, people }: Bench): Promise<void> {
  const place = await placeOf(database)
  const drafts: string[] = []
  for (let at = 0; at < walks * 2 + 4; at++) drafts.push(await draft(people.worker, place, at))
  for (const id of drafts.splice(0, 3)) await walk(people, id)
  const model = drafts.shift() ?? ''
  log.length = 0
  await walk(people, model)
  const written = log.filter((those) => those.length > 0).map((those) => [...those])
  const bare = bareServer(pool, written, { model, known: await knownIds(database) })
  const mine: number[] = []
  const theirs: number[] = []
  try {
    const base = await bare.listen({ host: '127.0.0.1', port: 0 })
    for (const [at, id] of drafts.entries()) {
      const start = performance.now()
      if (at % 2 === 0) await walk(people, id)
      else await barely(base, id, written.length)
      const times = at % 2 === 0 ? mine : theirs
      times.push(performance.now() - start)
    }
  } finally {
    await bare.close()
  }
  const [a, b] = [quantile(mine, 0.5), quantile(theirs, 0.5)]
  report.atLeast(
    `application sent → decided, ${a.toFixed(0)} ms against ${b.toFixed(0)} ms of ${written.length} bare routes with the same writes`,
    b / a,
    0.5,
    '×',
  )
}

/** Sends, hears the community, accepts, decides: four requests. */
async function walk({ worker, officer }: Bench['people'], id: string): Promise<void> {
  const at = `/api/applications/${id}`
  await worker.post(`${at}/submission`)
  await worker.post(`${at}/community-handling`, { step: 'opine', supports: true, words: '同意' })
  await officer.post(`${at}/township-handling`, { step: 'accept' })
  await officer.post(`${at}/township-handling`, { step: 'approve', words: '符合条件' })
}

type Place = { code: string; name: string }

const placeOf = (database: Database): Promise<Place> =>
  database.one(sql`
    select a.code::text as code, a.short_name as name from person p join posting h on h.person = p.id
    join area a on a.code = h.area where p.login_name = '社区'`)

/** A complete draft of a group to be filed, through the front door. */
async function draft(worker: Asker, place: Place, at: number): Promise<string> {
  const { body } = await worker.post('/api/applications', {
    key: randomUUID(),
    area: place.code,
    tier: 'filed',
  })
  const { id } = JSON.parse(body.toString('utf8')) as { id: string }
  const name = `${place.name}${first[at % 8]}${second[Math.floor(at / 8) % 8]}${first[Math.floor(at / 64)]}合唱队`
  const facts = { name, category: 'culture', leader: '陈某', place: '活动室', scope: '排练', founders: 4 }
  const members = Array.from({ length: 20 }, (_, each) => ({ name: `成员${each}`, party: 'none' }))
  await worker.put(`/api/applications/${id}`, { version: 1, facts })
  await worker.put(`/api/applications/${id}/roster`, { members })
  const paper = new Blob([`%PDF-1.4\n%${at}\n%%EOF\n`])
  for (const material of ['charter', 'place'])
    await worker.post(`/api/applications/${id}/files?material=${material}`, paper, '材料.pdf')
  return id
}

/** The same database, telling what each transaction writes. */
function listening(database: Database, log: Written[][]): Database {
  const heard = (db: Db, written: Written[]): Db => {
    const note = (statement: Sql) => {
      if (/^\s*(with\b[\s\S]*?\)\s*)?(insert|update|delete)\b/i.test(statement.text))
        written.push({ text: statement.text, values: statement.values })
      return statement
    }
    return {
      rows: (statement) => db.rows(note(statement)),
      maybe: (statement) => db.maybe(note(statement)),
      one: (statement) => db.one(note(statement)),
      run: (statement) => db.run(note(statement)),
    }
  }
  return {
    ...database,
    transaction: (work) => {
      const written: Written[] = []
      log.push(written)
      return database.transaction((db) => work(heard(db, written)))
    },
  }
}

/** Ids that stay the same when the writes are repeated: those of people and files. */
async function knownIds(database: Database): Promise<Set<string>> {
  const rows = await database.rows<{ id: string }>(
    sql`select id::text from person union all select id::text from stored_file`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Fastify and `pg`, nothing else: each route runs the writes of one of our requests, for another application. */
function bareServer(
  pool: pg.Pool,
  written: readonly Written[][],
  { model, known }: { model: string; known: ReadonlySet<string> },
): FastifyInstance {
  const app = Fastify()
  const fresh = new Map<string, Map<string, string>>()
  app.post('/:id/:step', async (request) => {
    const { id, step } = request.params as { id: string; step: string }
    const others = fresh.get(id) ?? new Map([[model, id]])
    fresh.set(id, others)
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const { text, values } of written[Number(step)] ?? [])
        await client.query({ text, values: values.map((value) => otherThan(value, others, known, id)) })
      await client.query('commit')
    } finally {
      client.release()
    }
    return {}
  })
  return app
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The value with fresh ids, and with names and numbers that are not taken. */
function otherThan(
  value: unknown,
  others: Map<string, string>,
  known: ReadonlySet<string>,
  mark: string,
): unknown {
  if (Array.isArray(value)) return value.map((each) => otherThan(each, others, known, mark))
  if (typeof value !== 'string') return value
  const renamed = value.replace(uuid, (id) => {
    if (known.has(id)) return id
    const other = others.get(id) ?? randomUUID()
    others.set(id, other)
    return other
  })
  return renamed
    .replace(/合唱队/g, `${mark}队`)
    .replace(/"(number|code)":"[^"]*"/g, (_, field: string) => `"${field}":"${field}${mark}"`)
    .replace(/"serial":\d+/g, () => `"serial":${nextSerial()}`)
}

let serial = 1_000_000
function nextSerial(): number {
  serial += 1
  return serial
}

async function barely(base: string, id: string, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const reply = await fetch(`${base}/${id}/${step}`, { method: 'POST' })
    if (!reply.ok) throw new Error(await reply.text())
    await reply.arrayBuffer()
  }
}

async function decideMany(report: Report, database: Database, officer: Asker): Promise<void> {
  const ids = (
    await database.rows<{ id: string }>(sql`
      insert into application (id, kind, tier, area, province, city, county, township, community, keeper, on_behalf,
        opened_by, draft_key, name, facts, status, desk, office, terms, proposal, submitted_on, since_on, due_on, demo,
        created_at, updated_at)
      select gen_random_uuid(), a.kind, a.tier, a.area, a.province, a.city, a.county, a.township, a.community, a.keeper,
        a.on_behalf, a.opened_by, gen_random_uuid(), a.name || n, jsonb_set(a.facts, '{name}', to_jsonb(a.name || n)),
        a.status, a.desk, a.office, a.terms, a.proposal, a.submitted_on, a.since_on, a.due_on, a.demo, a.created_at, a.updated_at
      from (select * from application where status = 'deciding' and desk = 'township' limit 1) a, generate_series(1, ${many}) n
      returning id::text`)
  ).map(({ id }) => id)
  const start = performance.now()
  const { body } = await officer.post('/api/applications/decisions', {
    ids,
    step: 'approve',
    words: '符合条件',
  })
  const seconds = (performance.now() - start) / 1000
  const { results } = JSON.parse(body.toString('utf8')) as { results: { ok: boolean }[] }
  const done = results.filter(({ ok }) => ok).length
  report.holds(`${many} applications decided at once`, `${done} done`, `${many} done`, done === many)
  report.atMost(`${many} applications decided at once, each with its certificate`, seconds, 10, 's')
}
