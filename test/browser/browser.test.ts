// Proves that the browser is real, and that the helpers see what goes wrong in a page.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseFaults, watchFaults } from './faults.ts'
import { launchChromium } from './launch.ts'
import { expectAccessible, expectFault, openPage, type Screen, screenshot } from './pages.ts'
import { expectWhole } from './whole.ts'

const pages: Record<string, string> = {
  '/good': '<main><h1>聚沙成塔</h1><button>登记</button></main>',
  '/nameless': '<main><h1>表单</h1><input type="text"></main>',
  '/pale': '<main><h1>淡</h1><p style="color:#ccc;background:#fff">看不清的字</p></main>',
  '/tiny':
    '<meta name="viewport" content="width=device-width"><main><h1>小</h1><button style="font-size:4px;padding:0">一</button><button style="font-size:4px;padding:0">二</button></main>',
  '/wide':
    '<meta name="viewport" content="width=device-width"><main><h1>宽</h1><p style="width:2000px">伸出去的字</p></main>',
  '/noisy':
    '<h1>出错</h1><script>console.error("坏了"); setTimeout(() => { throw new Error("更坏") })</script>',
  '/foreign': '<h1>外部</h1><script>fetch("http://example.org/x").catch(() => 0)</script>',
  '/blank': ' ',
  '/missing': '<h1>缺失</h1><script>fetch("/nothing")</script>',
}

let server: Server
let url: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = pages[request.url ?? '']
    response.writeHead(body ? 200 : request.url === '/favicon.ico' ? 204 : 404, {
      'content-type': 'text/html; charset=utf-8',
    })
    response.end(body && `<!doctype html><html lang="zh-CN"><title>试</title>${body}</html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('a page', () => {
  test('on a desk is 1440 by 900 and speaks Chinese', async () => {
    const page = await openPage('desk', url)
    await page.goto('/good')
    expect(await page.evaluate('[innerWidth, innerHeight, navigator.language]')).toEqual([1440, 900, 'zh-CN'])
    await expectAccessible(page)
    await screenshot(page, 'harness-desk')
  })

  test('on a phone is 390 wide and is touched', async () => {
    const page = await openPage('phone', url)
    await page.goto('/good')
    expect(await page.evaluate('[screen.width, navigator.maxTouchPoints > 0]')).toEqual([390, true])
  })

  test.each<[Screen, number]>([
    ['desk', 1440],
    ['phone', 390],
  ])('that is wider than the window is not whole (%s)', async (screen, width) => {
    const page = await openPage(screen, url)
    await page.goto('/wide')
    await expect(expectWhole(page, { signedIn: false })).rejects.toThrow(
      `scrolls sideways: 2008 px on ${width}`,
    )
  })

  test('without a label on its input is not accessible', async () => {
    const page = await openPage('desk', url)
    await page.goto('/nameless')
    await expect(expectAccessible(page)).rejects.toThrow(/critical label/)
  })

  test('with words too pale to read is not accessible, nor with buttons too small to hit', async () => {
    const desk = await openPage('desk', url)
    await desk.goto('/pale')
    await expect(expectAccessible(desk)).rejects.toThrow(/serious color-contrast/)
    await expectAccessible(desk, { colours: false })
    await expect(expectAccessible(desk, { within: '.nowhere' })).rejects.toThrow(/No elements found/)
    const phone = await openPage('phone', url)
    await phone.goto('/pale')
    await expect(expectAccessible(phone)).rejects.toThrow(/serious color-contrast/)
    await phone.goto('/tiny')
    await expect(expectAccessible(phone)).rejects.toThrow(/serious target-size/)
  })

  const kept = '[localStorage.length, sessionStorage.length, document.cookie]'

  test('keeps what a person leaves in it', async () => {
    const page = await openPage('desk', url)
    await page.goto('/good')
    await page.evaluate("localStorage.a = sessionStorage.a = document.cookie = 'a=1'")
    expect(await page.evaluate(kept)).toEqual([1, 1, 'a=1'])
  })

  test('has nothing of the person before', async () => {
    const page = await openPage('desk', url)
    await page.goto('/good')
    expect(await page.evaluate(kept)).toEqual([0, 0, ''])
  })

  test('may refuse where the test says so', async () => {
    const page = await openPage('desk', url)
    expectFault(page, /404 GET .*\/nothing/)
    await page.goto('/missing')
    await page.waitForLoadState('networkidle')
  })
})

describe('faults are seen:', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  test.each([
    ['/noisy', /console error: 坏了/],
    ['/noisy', /page error: .*更坏/],
    ['/foreign', /asked outside: http:\/\/example\.org/],
    ['/foreign', /lost GET http:\/\/example\.org/],
    ['/missing', /404 GET .*\/nothing/],
  ])('%s gives %s', async (path, pattern) => {
    const context = await browser.newContext({ baseURL: url })
    const faults = watchFaults(context)
    const page = await context.newPage()
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await context.close()
    expect(() => refuseFaults(faults)).toThrow(pattern)
  })

  test('an expected fault that does not occur is one too', () => {
    expect(() => refuseFaults({ seen: [], expected: [/500/] })).toThrow(/did not occur: \/500\//)
  })
})
