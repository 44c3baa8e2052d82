// How soon the programme page shows its rows in a real browser, in the Chongqing world.
import type { Browser } from 'playwright-core'
import { launchChromium } from '../test/browser/launch.ts'
import { chongqing } from './cluster.ts'
import { signIn } from './person.ts'
import { withServer } from './processes.ts'
import { quantile, type Report } from './report.ts'

const visits = 10
/** One of the last in the table. */
const lastTarget = '初见成效'

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  await withServer({ kind: 'ours', databaseUrl }, async ({ url }) => {
    const browser = await launchChromium()
    try {
      for (const loginName of ['市级民政', '县区民政']) await measure(report, browser, url, loginName)
    } finally {
      await browser.close()
    }
  })
}

/** Each visit is the first of a browser that has nothing of the product yet, and leaves nothing running behind. */
async function measure(report: Report, browser: Browser, url: string, loginName: string): Promise<void> {
  const me = await signIn(url, loginName)
  const { items } = await me.json<{ items: { id: string }[] }>('/api/programmes')
  const address = `${url}/programmes/${items[0]?.id}`
  await visit(browser, address, me.cookie)
  const times: number[] = []
  for (let at = 0; at < visits; at++) times.push(await visit(browser, address, me.cookie))
  const seconds = quantile(times, 0.95) / 1_000
  report.atMost(`rows of the programme page after navigation, ${loginName}, p95`, seconds, 1, 's')
}

/** Milliseconds from asking for the address until the last target's row is there. */
async function visit(browser: Browser, address: string, cookie: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: new URL(address).origin }])
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(isShown, lastTarget, { timeout: 30_000 })
  const milliseconds = performance.now() - start
  await page.waitForLoadState('networkidle')
  await context.close()
  return milliseconds
}

/** Runs inside the page before each frame; waiting for a locator looks only twice a second. */
const isShown = (words: string): boolean =>
  [...document.querySelectorAll<HTMLElement>('main a')].some(
    (link) => link.textContent?.includes(words) && link.checkVisibility(),
  )
