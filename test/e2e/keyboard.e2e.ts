// Without a mouse: sign in, open the programme, open a target, come back; the focus is always to be seen.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPage } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { password } from '../world.ts'
import { useProduct } from './product.ts'

const product = useProduct()

it('a person signs in, opens the programme and a target with the keyboard alone', async () => {
  const page = await openPage('desk', product.url())
  await page.goto('/')
  await page.getByLabel('登录名').waitFor()
  await tabTo(page, '登录名')
  await page.keyboard.type('countyOfficer.inside')
  await tabTo(page, '密码')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: '太仓市' }).waitFor()
  await tabTo(page, '方案')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /太仓市加强/ }).waitFor()
  await settled(page)
  await tabTo(page, '农村社区平均拥有的较高质量组织')
  await page.keyboard.press('Enter')
  await page.waitForURL(/target=rural-average/)
  await tabTo(page, '打开这项目标')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '农村社区平均拥有的较高质量组织' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

it('the first stop on a page leads past its menu', async () => {
  const page = await product.pageAs('desk', 'countyOfficer.inside')
  await settled(page)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

/** Presses Tab until the control with these words has the focus; every stop on the way must be visible. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    if ((await focused(page)).startsWith(words)) return
    await page.keyboard.press('Tab')
    expect(await page.evaluate(hiddenFocus), 'the focus is somewhere that cannot be seen').toBe('')
  }
  throw new Error(`Tab never reached “${words}”`)
}

/** What the control with the focus is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = document.activeElement
    const label = now instanceof HTMLInputElement ? now.labels?.[0]?.textContent : now?.textContent
    return (now?.getAttribute('aria-label') ?? label ?? '').trim()
  })

/** Runs inside the page: the words of a focused control that is invisible or has no mark of its focus. */
function hiddenFocus(): string {
  const now = document.activeElement
  if (!now || now === document.body) return ''
  const { width, height } = now.getBoundingClientRect()
  const seen = now.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && width * height > 0
  return seen ? '' : (now.outerHTML.slice(0, 120) ?? '')
}
