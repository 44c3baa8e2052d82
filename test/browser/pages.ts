// Opens a page as a person would see it, on a desk or on a phone, and fails the test on anything that went wrong in it.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished, type TestContext } from 'vitest'
import { type FaultList, refuseFaults, watchFaults } from './faults.ts'

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

let shared: Promise<Browser> | undefined
const faultsOf = new WeakMap<Page, FaultList>()

/**
 * A page of a browser that nobody has used before: no cookies, nothing stored. Call it inside a test.
 * When the test ends the page closes, and the test fails if the page logged an error, threw one, got an answer
 * of 400 or more, lost a request or asked for anything outside this machine. `expectFault` names those meant.
 * @param baseURL where relative addresses in `page.goto('/…')` begin
 */
export async function openPage(screen: Screen, baseURL: string): Promise<Page> {
  shared ??= chromium.connect(inject('browserEndpoint'))
  const context = await (await shared).newContext({ ...screens[screen], ...person, baseURL })
  // Shorter than a test's own limit, so that what was waited for is named.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults = watchFaults(context)
  faultsOf.set(page, faults)
  onTestFinished(async ({ task }) => {
    await keepPictureOfFailure(page, task).finally(() => context.close())
    refuseFaults(faults)
  })
  return page
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
  // Nothing that is looked for needs the style sheets read once more.
  const options = {
    resultTypes: ['violations'],
    preload: false,
    rules: { 'color-contrast': { enabled: colours }, 'target-size': { enabled: onPhone } },
  }
  const results = await page.evaluate<axe.AxeResults>(
    `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)})`,
  )
  expect(results.passes.length + results.violations.length, 'axe looked at nothing').toBeGreaterThan(0)
  const grave = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  if (grave.length > 0)
    throw new Error([`Not accessible: ${page.url()}`, ...grave.map(describeViolation)].join('\n'))
}

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

async function keepPictureOfFailure(page: Page, task: TestContext['task']): Promise<void> {
  if (task.result?.state !== 'fail') return
  await screenshot(page, `failed ${task.name}`.replace(/[\\/:*?"<>|]/g, '-')).catch(() => undefined)
}
