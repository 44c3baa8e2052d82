// Runs the real product for browser journeys: the built pages, a real database, a port of its own.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Day, Instant } from '../../src/kernel/time.ts'
import { paths } from '../../src/paths.ts'
import type { Database } from '../../src/platform/db.ts'
import { buildServer } from '../../src/server.ts'
import { openPage, type Screen } from '../browser/pages.ts'
import { type Client, clientOf } from '../client.ts'
import { useDatabase } from '../database.ts'
import { password, worldNow } from '../world.ts'

export const bothScreens: readonly Screen[] = ['desk', 'phone']

export type Product = {
  database: () => Database
  url: () => string
  /** Goes on to a day; the world stands on its own day until then. */
  goTo: (day: Day) => void
  /** Does what is not the subject of a journey, without a browser. */
  clientAs: (loginName: string) => Promise<Client>
  /** A fresh browser in which the person is signed in already, opened at `path`. */
  pageAs: (screen: Screen, loginName: string, path?: string) => Promise<Page>
}

/** `world`: the tests' small world on its own day. `empty`: nothing but the schema, as after `npm start`. */
export function useProduct(from: 'world' | 'empty' = 'world'): Product {
  const database = useDatabase(from)
  let now = worldNow
  let running: { app: FastifyInstance; url: string } | undefined
  const server = () => {
    if (!running) throw new Error('the product runs only inside tests')
    return running
  }
  beforeAll(async () => {
    const app = await buildServer(database(), {
      secret: 'a secret of at least thirty-two letters',
      web: paths.web,
      ...(from === 'world' ? { clock: () => now } : {}),
    })
    await app.ready()
    running = { app, url: await serve(app) }
  })
  afterAll(async () => {
    front.serves = undefined
    await running?.app.close()
  })
  const cookies = new Map<string, Promise<Cookie[]>>()
  const cookiesOf = (loginName: string) => {
    const known = cookies.get(loginName) ?? signIn(server().url, loginName)
    cookies.set(loginName, known)
    return known
  }
  return {
    database,
    url: () => server().url,
    goTo: (day) => {
      now = `${day}T02:00:00.000Z` as Instant
    },
    clientAs: (loginName) => clientOf(server().app, loginName),
    pageAs: async (screen, loginName, path = '/') => {
      const page = await openPage(screen, server().url)
      await page.context().addCookies(await cookiesOf(loginName))
      await page.goto(path)
      return page
    },
  }
}

/** One address for all files that a worker runs, so that its browser keeps the code of the pages. */
const front: { url?: Promise<string>; serves?: FastifyInstance | undefined } = {}

/** With the same headers as the pages: otherwise the browser would begin a process anew. */
const asOfPages = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
}

function serve(app: FastifyInstance): Promise<string> {
  if (front.serves) throw new Error('one product at a time: give each a `describe` of its own')
  front.serves = app
  front.url ??= new Promise((resolve) => {
    const server = createServer((request, response) => {
      if (request.url === '/blank') response.writeHead(200, asOfPages).end()
      else if (front.serves) front.serves.routing(request, response)
      else response.destroy()
    })
    server.unref()
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
  return front.url
}

type Cookie = { name: string; value: string; url: string }

/** Signs in as the page does; hashing a password takes its time, so each person does it once a file. */
async function signIn(url: string, loginName: string): Promise<Cookie[]> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password }),
  })
  if (!answer.ok) throw new Error(`${loginName} cannot sign in: ${await answer.text()}`)
  return answer.headers.getSetCookie().map((header) => {
    const [name = '', value = ''] = (header.split(';')[0] ?? '').split(/=(.*)/s)
    return { name, value, url }
  })
}
