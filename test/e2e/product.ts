// Runs the real product for browser journeys: the built pages, a real database, a port of its own.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { paths } from '../../src/paths.ts'
import type { Database } from '../../src/platform/db.ts'
import { buildServer } from '../../src/server.ts'
import { openPage, type Screen } from '../browser/pages.ts'
import { useDatabase } from '../database.ts'
import { password, worldNow } from '../world.ts'

export const bothScreens: readonly Screen[] = ['desk', 'phone']

export type Product = {
  database: () => Database
  url: () => string
  /** A fresh browser, signed in through the sign-in page. */
  pageAs: (screen: Screen, loginName: string) => Promise<Page>
}

/** `world`: the tests' small world on its own day. `empty`: nothing but the schema, as after `npm start`. */
export function useProduct(from: 'world' | 'empty' = 'world'): Product {
  const database = useDatabase(from)
  let url = ''
  let close = async () => {}
  beforeAll(async () => {
    const clock = from === 'world' ? { clock: () => worldNow } : {}
    const app = await buildServer(database(), {
      secret: 'a secret of at least thirty-two letters',
      web: paths.web,
      ...clock,
    })
    url = await app.listen({ port: 0, host: '127.0.0.1' })
    close = async () => {
      app.server.closeAllConnections()
      await app.close()
    }
  })
  afterAll(() => close())
  return {
    database,
    url: () => url,
    pageAs: async (screen, loginName) => {
      const page = await openPage(screen, url)
      await page.goto('/')
      await page.getByLabel('登录名').fill(loginName)
      await page.getByLabel('密码', { exact: true }).fill(password)
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('navigation').first().waitFor()
      return page
    },
  }
}
