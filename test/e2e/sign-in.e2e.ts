// The way in and out: a wrong password in words, back to the page that was asked for, a new password, signing out.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible, expectFault, openPage, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { password } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()

for (const screen of bothScreens) {
  const name = screen === 'desk' ? 'townshipOfficer.inside' : 'partyOfficer.inside'

  it(`a wrong password is said in words, the right one leads to the page asked for (${screen})`, async () => {
    const page = await openPage(screen, product.url())
    expectFault(page, /401 POST .*\/session/)
    await page.goto('/organizations?tier=filed')
    await page.getByRole('heading', { name: '登录聚沙' }).waitFor()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('请填写登录名').waitFor()
    await enter(page, name, 'not-the-password')
    await page
      .getByRole('alert')
      .getByText(/登录名或密码不对/)
      .waitFor()
    await expectAccessible(page)
    await screenshot(page, `sign-in-refused-${screen}`)
    expect(await page.getByLabel('登录名').inputValue()).toBe(name)
    await enter(page, name, password)
    await page.waitForURL(/\/organizations\?tier=filed/)
    await settled(page)
  })

  it(`a password is changed, the person signs out and in again with the new one (${screen})`, async () => {
    const page = await openPage(screen, product.url())
    await page.goto('/me')
    const [mine, next] = [`countyOfficer.${screen === 'desk' ? 'inside' : 'outside'}`, 'A-New-Password-7']
    await enter(page, mine, password)
    await page.getByLabel('现在的密码').fill(password)
    await page.getByLabel('新密码', { exact: true }).fill('abc')
    await expectAccessible(page)
    await page.getByLabel('新密码', { exact: true }).fill(next)
    await page.getByLabel('再写一遍').fill(next)
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByText('密码已改').waitFor()
    await screenshot(page, `password-changed-${screen}`)

    await page.getByRole('button', { name: /^我的：/ }).click()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { name: '登录聚沙' }).waitFor()
    await page.goto('/organizations')
    await page.getByRole('heading', { name: '登录聚沙' }).waitFor()
    await enter(page, mine, next)
    await page.getByRole('heading', { name: '组织名录' }).waitFor()
  })
}

async function enter(page: Page, name: string, word: string): Promise<void> {
  await page.getByLabel('登录名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(word)
  await page.getByRole('button', { name: '登录' }).click()
}
