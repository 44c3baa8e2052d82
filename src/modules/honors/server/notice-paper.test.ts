// The public notice on paper: for everybody while it runs, afterwards for those who decide; what stands on it.
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { honorDraft, nominated, useHonors } from '../../../../test/honors.ts'
import { textsOf } from '../../../../test/pdf.ts'
import type { Day } from '../../../kernel/time.ts'
import { honorsApi } from '../honors-api.ts'

const world = useHonors(useDatabase())
type Given = { params: { id: string } }
const those: Given[] = []

beforeAll(async () => {
  const { worker, county, group } = world()
  const project = { subject: 'project', name: '“清水”护河项目', organization: '' } as const
  const about = group(2)
  const organization = 'organization' in about ? about.organization : ''
  const drafts = [
    honorDraft(group(0), { reason: '三年接送独居老人看病 400 多次' }),
    honorDraft(group(1)),
    honorDraft({ ...project, organization }),
    honorDraft(group(3), { title: '品牌“红色社区社会组织”' }),
  ]
  for (const draft of drafts) those.push(await nominated(worker, draft))
  for (const one of those) expect((await county.call(honorsApi.pass, one)).status).toBe(200)
})

const first = (): Given => those[0] ?? { params: { id: '' } }

const read = async (by: Client, given: Given): Promise<string> =>
  (await textsOf((await by.call(honorsApi.noticePdf, given)).raw)).join('').replace(/\s/g, '')

const words = async (by: Client, given: Given): Promise<string> => {
  const { raw } = await by.call(honorsApi.noticeWord, given)
  const xml = strFromU8(unzipSync(raw)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')
}

it('says who is to be honoured, why, until when, how to object, and whose seal comes on it', async () => {
  const { stranger } = world()
  const text = await read(stranger, first())
  const word = (await words(stranger, first())).replace(/\s/g, '')
  for (const part of [
    '2023年度品牌社区社会组织公示',
    '拟评定以下3个社区社会组织、项目为太仓市2023年度“品牌社区社会组织”',
    '公示期：2023年8月25日至2023年9月1日',
    '“清水”护河项目',
    '（承担：',
    '三年接送独居老人看病400多次',
    '怎样提出异议：',
    '太仓市民政局',
  ]) {
    expect(text).toContain(part)
    expect(word).toContain(part)
  }
  expect(text).not.toContain('红色')
})

it('leaves out who was refused meanwhile, and is a thing of its own for another title', async () => {
  const { county, stranger } = world()
  const [, second = first(), , red = first()] = those
  const refusal = { ...second, body: { reason: '材料不实' } }
  expect((await county.call(honorsApi.refuse, refusal)).status).toBe(200)
  expect(await read(stranger, first())).toContain('以下2个')
  expect((await stranger.call(honorsApi.noticePdf, second)).status).toBe(200)
  expect(await read(stranger, red)).toContain('以下1个社区社会组织')
})

it('is gone for the public when it is over, and stays for those who decide, as it was shown', async () => {
  const { goTo, stranger, worker, county, outside } = world()
  goTo('2023-09-02' as Day)
  for (const by of [stranger, worker, outside]) {
    expect((await by.call(honorsApi.noticePdf, first())).status).toBe(404)
    expect((await by.call(honorsApi.noticeWord, first())).status).toBe(404)
  }
  expect(await read(county, first())).toContain('以下3个')
  const none = { params: { id: crypto.randomUUID() } }
  expect((await county.call(honorsApi.noticePdf, none)).status).toBe(404)
})
