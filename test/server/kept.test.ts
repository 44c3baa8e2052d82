// What browsers and proxies may keep: hashed files for ever, the entry page and answers never without asking.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildServer } from '../../src/server.ts'
import { useDatabase } from '../database.ts'

const database = useDatabase('empty')
const home = mkdtempSync(join(tmpdir(), 'jusha-kept-'))
// Of the same name as the folder of hashed files, as an installation may lie.
const web = join(home, 'assets', 'web')
let app: FastifyInstance

beforeAll(async () => {
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html>')
  writeFileSync(join(web, 'assets', 'first-1a2b.js'), 'export {}')
  writeFileSync(join(web, 'assets', 'first-1a2b.js.gz'), 'packed')
  app = await buildServer(database(), { secret: 'a secret of at least thirty-two letters', web })
})

afterAll(async () => {
  await app.close()
  rmSync(home, { recursive: true })
})

const headersOf = async (url: string) =>
  (await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })).headers

it('files whose name changes with their content are kept for ever, packed for those who asked', async () => {
  expect(await headersOf('/assets/first-1a2b.js')).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
  })
})

it.each(['/', '/index.html', '/organizations'])('the entry page is asked for each time: %s', async (url) => {
  expect((await headersOf(url))['cache-control']).toBe('no-cache')
})

it('answers are not kept', async () => {
  expect((await headersOf('/api/session'))['cache-control']).toBe('no-store')
})
