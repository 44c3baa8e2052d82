// Merging and ending as people do it in the pages.
import type { Page } from 'playwright-core'
import { expectAccessible } from '../browser/pages.ts'

/** Takes another organization into the one whose merging page is open. */
export async function mergeInto(page: Page, other: string): Promise<void> {
  await page.getByLabel('按名称找').fill(other)
  await page.getByRole('checkbox', { name: new RegExp(other) }).check()
  await page.getByLabel('理由').fill('活动相近，经成员商定合为一个')
  await expectAccessible(page)
  await page.getByRole('button', { name: '合并这 2 个组织' }).click()
  await page.getByText(other).first().waitFor()
  await page.waitForURL(/\/organizations\/[0-9a-f-]+#changes/)
}

/** Asked for by the leader after a vote, accepted, wound up step by step, ended by the officer. */
export async function endIt(page: Page, officer: Page, name: string): Promise<void> {
  await page.getByLabel('具体情况').fill('任务完成，成员表决同意解散')
  for (const [label, count] of Object.entries(ballot)) await page.getByLabel(label).fill(count)
  await expectAccessible(page)
  await page.getByRole('button', { name: '申请注销' }).click()
  await page.getByText('等待').first().waitFor()
  await officer.reload()
  await officer
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await take(officer, '受理', '表决有效，开始清算')
  await page.reload()
  const open = page.getByRole('button', { name: '记为完成' })
  await open.first().waitFor()
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click()
    await page.getByRole('dialog').getByLabel('凭据').fill('签收单存社区档案')
    await page.getByRole('dialog').getByRole('button', { name: '记为完成' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await officer.reload()
  await take(officer, '准予注销', '清算完毕')
  await officer.getByText('不在名录中').first().waitFor()
}

const ballot = { 应到人数: '32', 到会人数: '30', 赞成: '28', 反对: '1', 弃权: '1' }

async function take(page: Page, step: string, words: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').last().fill(words)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
