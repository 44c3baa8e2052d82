// The steps of an application as people take them in the pages.
import type { Page } from 'playwright-core'
import { expectAccessible } from '../browser/pages.ts'

/** Begins and sends the one page of a guided group. Gives the application's path. */
export async function beginGuided(page: Page, name: string): Promise<string> {
  await page.getByRole('radio', { name: /指导管理/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('textbox', { name: /^名称/ }).fill(name)
  await page.getByRole('radio', { name: '文化艺术' }).check()
  await page.getByRole('textbox', { name: /^负责人/ }).fill('演示负责人')
  await page.getByRole('textbox', { name: /^有多少人/ }).fill('12')
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交。').waitFor()
  return new URL(page.url()).pathname
}

/** Takes a step of an application that lies on one's desk. Gives the organization's path when it was the last one. */
export async function handle(page: Page, step: string, words?: string): Promise<string> {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (words) await dialog.getByRole('textbox').fill(words)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const result = page.getByRole('link', { name: '打开它在名录里的一页' })
  await page
    .getByText(/已同意，列入名录|已受理|意见已报上去/)
    .first()
    .waitFor()
  return (await result.count()) > 0 ? ((await result.getAttribute('href')) ?? '') : ''
}

/** From the organization's page to an application for filing, with a roster of twelve and the papers. */
export async function askToBeFiled(page: Page): Promise<string> {
  await page.getByRole('link', { name: '申请备案或登记' }).click()
  await page.getByRole('radio', { name: /^备案/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('textbox', { name: /^活动场所/ }).fill('社区党群服务中心二楼')
  return complete(page)
}

/** The same for registration, under the name of an association. */
export async function askToBeRegistered(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: '申请登记' }).click()
  await page.getByRole('radio', { name: /^登记/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('radio', { name: '社会团体' }).check()
  await page.getByRole('textbox', { name: /^名称/ }).fill(name)
  await page.getByRole('textbox', { name: /^业务范围/ }).fill('组织居民开展合唱排练和公益演出')
  await page.getByRole('radio', { name: '双重管理' }).check()
  await page.getByRole('textbox', { name: /^业务主管单位/ }).fill('太仓市文体广电和旅游局')
  return complete(page)
}

/** Goes through the remaining parts, hands in what is asked for, sends. */
async function complete(page: Page): Promise<string> {
  await page.getByRole('button', { name: '下一步：成员' }).click()
  await page.getByRole('textbox', { name: /^负责人/ }).fill('演示负责人')
  await page.locator('#field-materials-roster input[type=file]').setInputFiles(roster)
  await page.getByRole('heading', { name: /成员名册（12 人）/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '下一步：材料' }).click()
  const asked = page.locator('.materials .hand-in input[type=file]')
  await page.getByRole('heading', { name: '要交的材料' }).waitFor()
  for (let at = 0; at < (await asked.count()); at++) {
    await asked.nth(at).setInputFiles({ ...paper, name: `材料${at + 1}.pdf` })
    await page.getByRole('link', { name: `材料${at + 1}.pdf` }).waitFor()
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: '下一步：核对提交' }).click()
  await page.getByText('材料齐了').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交。').waitFor()
  return new URL(page.url()).pathname
}

const roster = {
  name: '名册.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `姓名,职务,政治面貌\n${Array.from({ length: 12 }, (_, at) => `成员${at + 1},${at === 0 ? '负责人' : ''},${at < 3 ? '正式党员' : '群众'}`).join('\n')}\n`,
  ),
}

const paper = {
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
}
