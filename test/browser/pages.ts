// Opens a page as a person would see it, on a desk or on a phone, and fails the test on anything that went wrong in it.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished, type TestContext } from 'vitest'
import { type FaultList, refuseFaults, watchFaults } from './faults.ts'
import { launchChromium } from './launch.ts'

/** The two screens that every page is made for. */
export type Screen = 'desk' | 'phone'

const screens: Record<Screen, BrowserContextOptions> = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
}

const person: BrowserContextOptions = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
}

type Desk = { page: Page; faults: FaultList }

let browser: Promise<Browser> | undefined
/** Pages that no test uses now, by screen and address: what has run the code once need not read it again. */
const resting = new Map<string, Desk[]>()
const faultsOf = new WeakMap<Page, FaultList>()

/**
 * A page as of a browser that nobody has used before: no cookies, nothing stored. Call it inside a test.
 * When the test ends, the test fails if the page logged an error, threw one, got an answer of 400 or more, lost a
 * request or asked for anything outside this machine. `expectFault` names those meant.
 * @param baseURL where relative addresses in `page.goto('/…')` begin
 */
export async function openPage(screen: Screen, baseURL: string): Promise<Page> {
  const key = `${screen} ${baseURL}`
  const desk = resting.get(key)?.pop() ?? (await newDesk(screen, baseURL))
  const { page, faults } = desk
  onTestFinished(async ({ task }) => {
    const hasFailed = task.result?.state === 'fail'
    if (hasFailed) await screenshot(page, failureName(task)).catch(() => undefined)
    const isTidy = !hasFailed && (await tidy(page, baseURL))
    if (!isTidy) await page.context().close()
    const { seen, expected } = faults
    Object.assign(faults, { seen: [], expected: [] })
    if (isTidy) resting.set(key, [...(resting.get(key) ?? []), desk])
    refuseFaults({ seen, expected })
  })
  return page
}

async function newDesk(screen: Screen, baseURL: string): Promise<Desk> {
  browser ??= launchChromium()
  const context = await (await browser).newContext({ ...screens[screen], ...person, baseURL })
  // Shorter than a test's own limit, so that what was waited for is named.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults = watchFaults(context)
  faultsOf.set(page, faults)
  return { page, faults }
}

/** Takes away all that a person has left in the browser; false where another page is better than this one. */
async function tidy(page: Page, baseURL: string): Promise<boolean> {
  const context = page.context()
  if (context.pages().length > 1 || !page.url().startsWith(baseURL)) return false
  await context.setOffline(false)
  await page.emulateMedia({ media: null })
  await page.evaluate('localStorage.clear(), sessionStorage.clear()')
  // An empty page of the same server: leaving it, the browser would begin a process anew.
  await page.goto('/blank')
  await context.clearCookies()
  return true
}

/** Names a fault that the test provokes on purpose, e.g. `/401 POST .*sign-in/`. It must occur, or the test fails. */
export function expectFault(page: Page, pattern: RegExp): void {
  const faults = faultsOf.get(page)
  if (!faults) throw new Error('expectFault takes a page from openPage')
  faults.expected.push(pattern)
}

/**
 * Fails on serious and critical violations of accessibility in the page as it stands, with a list that can be read.
 * On a phone what can be hit must be large enough or stand apart (WCAG 2.2, 2.5.8).
 * `colours: false` leaves out the contrast of words against what lies behind them; `within`: parts by a selector.
 */
export async function expectAccessible(
  page: Page,
  { colours = true, within = 'body' }: { colours?: boolean; within?: string | undefined } = {},
): Promise<void> {
  await finishMotion(page)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const onPhone = (page.viewportSize()?.width ?? 0) < 768
  // What has been scrolled under the bar at the top would seem too small to hit.
  if (onPhone) await page.evaluate('scrollTo(0, 0)')
  const chosen = { 'color-contrast': { enabled: colours }, 'target-size': { enabled: onPhone } }
  // Nothing that is looked for needs the style sheets read once more.
  const options = { rules: { ...unasked, ...chosen }, reporter: 'no-passes', preload: false }
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)})`,
  )
  const grave = violations.filter(isGrave)
  if (grave.length > 0)
    throw new Error([`Not accessible: ${page.url()}`, ...grave.map(describeViolation)].join('\n'))
}

const isGrave = ({ impact }: { impact?: string | null | undefined }): boolean =>
  impact === 'serious' || impact === 'critical'

/** A rule gives its own impact to every fault that it finds: those that are never grave would be half of the work. */
const unasked = Object.fromEntries(
  (axe as unknown as { _audit: { rules: { id: string; impact: string }[] } })._audit.rules
    .filter(({ impact }) => impact === 'minor' || impact === 'moderate')
    .map(({ id }) => [id, { enabled: false }]),
)

/** Keeps a picture of the whole page when `SCREENSHOTS` is set: a folder, or `1` for `test/browser/screenshots`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const wish = process.env.SCREENSHOTS
  if (!wish) return
  const folder = wish === '1' ? join(import.meta.dirname, 'screenshots') : resolve(wish)
  await mkdir(folder, { recursive: true })
  await finishMotion(page)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** A page half faded in has colours that nobody sees. Endless motion (a spinner) or motion held up is not waited for. */
async function finishMotion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((it) => Number(it.effect?.getComputedTiming().endTime) < Infinity)
    const held = new Promise((resolve) => setTimeout(resolve, 2_000))
    await Promise.race([Promise.allSettled(ending.map((it) => it.finished)), held])
  })
}

function describeViolation({ impact, id, help, nodes }: axe.Result): string {
  const places = nodes.map(({ target, failureSummary }) => {
    const why = failureSummary?.split('\n').slice(1).join(';').trim() ?? ''
    return `    ${target.join(' ')}: ${why}`
  })
  return [`${impact} ${id}: ${help}`, ...places].join('\n')
}

const failureName = (task: TestContext['task']): string => `failed ${task.name}`.replace(/[\\/:*?"<>|]/g, '-')
