// Charters through the front door: written, voted on, in force, changed; on paper; and everything that is refused.
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { exampleForm } from '../../../demo/charter-form.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import type { Charter } from '../charter.ts'
import { plainText } from '../charter-text.ts'
import { chartersApi } from '../charters-api.ts'
import { charterInForce } from './index.ts'

const database = useDatabase()
let leader: Client
let worker: Client
let officer: Client
let community = ''

beforeAll(async () => {
  const app = await testServer(database())
  leader = await clientOf(app, 'organizationLeader.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  officer = await clientOf(app, 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

let made = 0
/** A filed organization of the community that the leader keeps. */
async function newOrganization(): Promise<string> {
  const body = {
    name: `章程试验${made++}合唱队`,
    area: community,
    category: 'culture',
    tier: 'filed',
  } as const
  const { id } = (
    await officer.call(organizationsApi.create, { body: { ...body, members: 30, filedOn: '2023-01-10' } })
  ).body
  await database().run(sql`update organization set keeper =
    (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
  return id
}

const start = async (organization: string, from: string | null = null, who = leader): Promise<Charter> => {
  const reply = await who.call(chartersApi.start, { params: { id: organization }, body: { from } })
  expect(reply.status, reply.raw.toString()).toBe(200)
  return reply.body
}

/** Everything that a charter needs, on top of what was prefilled. */
const filled = ({ form, rules }: Charter) => {
  const known = { name: '', category: 'culture', place: null, scope: null, partyPresence: null } as const
  const example = exampleForm({ ...known, community: '某社区', township: '某镇' }, rules)
  const given = Object.entries(form ?? {}).filter(([, value]) => value !== null && String(value) !== '')
  return { ...example, ...Object.fromEntries(given) }
}

async function complete(organization: string, who = leader): Promise<Charter> {
  const draft = await start(organization, null, who)
  return edit(draft, filled(draft), who)
}

async function edit(draft: Charter, form: Charter['form'], who = leader): Promise<Charter> {
  if (!form) throw new Error('a paper has no form')
  const body = { revision: draft.revision, form }
  const reply = await who.call(chartersApi.edit, { params: { id: draft.id }, body })
  expect(reply.status, reply.raw.toString()).toBe(200)
  return reply.body
}

const counted = {
  ...{ heldOn: '2023-08-20', place: '社区活动室', recorder: '记录人甲' },
  ...{ entitled: 30, present: 28, inFavour: 26, against: 1, abstaining: 1 },
}
type VoteChange = Partial<typeof counted> & { inForceOn?: string | null; revision?: number }
const vote = (charter: Charter, change: VoteChange = {}, who = leader) =>
  who.call(chartersApi.vote, {
    params: { id: charter.id },
    body: { revision: charter.revision, inForceOn: '2023-08-21', ...counted, ...change },
  })

const register = async (id: string) => (await officer.call(organizationsApi.one, { params: { id } })).body
const versions = async (id: string) => (await officer.call(chartersApi.list, { params: { id } })).body

/** Whether the register said on a day that there is a charter. */
const hadCharter = async (id: string, on: string) =>
  (
    await database().maybe<{ charter: boolean | null }>(sql`
      select charter from organization_period where organization = ${id} and superseded_at is null
        and starts_on <= ${on}::date and (ends_on is null or ends_on > ${on}::date)`)
  )?.charter

describe('A first charter', () => {
  it('is prefilled, filled in half-way, completed, voted on, and in force from its day', async () => {
    const id = await newOrganization()
    const draft = await start(id)
    expect(draft).toMatchObject({
      status: 'draft',
      kind: 'written',
      version: null,
      onBehalf: false,
      amends: false,
    })
    expect(draft.form).toMatchObject({ self: 'team', leaderTitle: '队长', purpose: null })
    expect(plainText(draft.chapters ?? [])).toContain('〔待填：宗旨〕')
    const early = await vote(draft)
    expect(early.status).toBe(422)
    expect(early.body).toMatchObject({ code: 'charter.incomplete' })
    const half = await edit(draft, { ...(draft.form as NonNullable<Charter['form']>), purpose: '以歌会友' })
    const whole = await edit(half, filled(half))
    expect(whole.revision).toBe(3)
    const { body } = await vote(whole)
    expect(body).toMatchObject({ status: 'inForce', version: 1, inForceOn: '2023-08-21', endedOn: null })
    expect(body.vote).toMatchObject({ result: 'adopted', onBehalf: false, present: 28 })
    expect(body.vote?.because).toContain('达到到会成员的过半数（15 人）')
    expect(plainText(body.chapters ?? [])).not.toContain('待填')
    expect((await register(id)).charter).toBe(true)
    expect(await hadCharter(id, '2023-08-20')).not.toBe(true)
    expect(await hadCharter(id, '2023-08-21')).toBe(true)
    const timeline = await officer.call(organizationsApi.timeline, { params: { id } })
    expect(timeline.body.items[0]).toMatchObject({ what: '章程生效', effectiveOn: '2023-08-21' })
  })

  it('that is not carried is recorded as refused, and can be begun anew from what was refused', async () => {
    const id = await newOrganization()
    const first = await complete(id)
    const few = await vote(first, { present: 15, inFavour: 15, against: 0, abstaining: 0 })
    expect(few.body).toMatchObject({ status: 'refused', version: null, vote: { result: 'refused' } })
    expect(few.body.vote?.because).toBe('应到 30 人，到会 15 人，没有达到过半数（16 人）')
    expect((await register(id)).charter).toBeNull()
    const second = await start(id, first.id)
    expect(second.form).toEqual(first.form)
    const against = await vote(second, { inFavour: 14, against: 14, abstaining: 0 })
    expect(against.body.vote?.because).toContain('赞成 14 人，没有达到')
    const third = await start(id, second.id)
    expect((await vote(third)).body).toMatchObject({ status: 'inForce', version: 1 })
    expect((await versions(id)).items.map(({ status }) => status)).toEqual(['inForce', 'refused', 'refused'])
  })

  it('written down by the community is kept as on behalf of the leader', async () => {
    const id = await newOrganization()
    const draft = await complete(id, worker)
    expect(draft.onBehalf).toBe(true)
    expect((await vote(draft, {}, worker)).body.vote).toMatchObject({ onBehalf: true })
  })

  it.each([
    ['more ballots than voters', { inFavour: 28 }, '多出 2 票'],
    ['more present than members', { entitled: 20 }, '多于应到的 20 人'],
    ['a day to come', { heldOn: '2023-08-26', inForceOn: null }, '还没有到'],
    ['in force before it was adopted', { inForceOn: '2023-08-19' }, '早于表决日期'],
  ])('with %s is refused, and nothing is half done', async (_, change, words) => {
    const id = await newOrganization()
    const draft = await complete(id)
    const reply = await vote(draft, change)
    expect(reply.status).toBe(422)
    expect(reply.raw.toString()).toContain(words)
    expect((await versions(id)).items).toMatchObject([{ status: 'draft', vote: null }])
    expect((await register(id)).charter).toBeNull()
  })
})

describe('A change of the charter', () => {
  it('supersedes the version before it from its day on, by a majority for changes', async () => {
    const id = await newOrganization()
    const first = (await vote(await complete(id), { heldOn: '2023-03-01', inForceOn: '2023-03-01' })).body
    const draft = await start(id, first.id)
    expect(draft).toMatchObject({ amends: true, formInForce: first.form })
    const changed = await edit(draft, { ...filled(draft), purpose: '以歌会友，服务老人' })
    const tooFew = await vote(changed, { inFavour: 18, against: 10, abstaining: 0, inForceOn: null })
    expect(tooFew.body.vote?.because).toContain('三分之二以上（19 人）')
    const again = await start(id, changed.id)
    const adopted = (await vote(again, { inFavour: 19, against: 9, abstaining: 0, inForceOn: null })).body
    expect(adopted).toMatchObject({ status: 'adopted', version: 2, inForceOn: null })
    expect((await versions(id)).whyNotDraft).toContain('还没有生效')
    expect((await leader.call(chartersApi.start, { params: { id }, body: { from: null } })).status).toBe(409)
    const early = await leader.call(chartersApi.enter, {
      params: { id: adopted.id },
      body: { inForceOn: '2023-08-19' },
    })
    expect(early.status).toBe(422)
    const entered = await leader.call(chartersApi.enter, {
      params: { id: adopted.id },
      body: { inForceOn: '2023-08-25' },
    })
    expect(entered.body).toMatchObject({ status: 'inForce', version: 2 })
    expect((await versions(id)).items.slice(0, 2)).toMatchObject([
      { version: 2, status: 'inForce', inForceOn: '2023-08-25', endedOn: null },
      { version: 1, status: 'superseded', inForceOn: '2023-03-01', endedOn: '2023-08-25' },
    ])
    const heldOn = async (day: string) => (await charterInForce(database(), id, day as Day))?.version ?? null
    expect([await heldOn('2023-02-28'), await heldOn('2023-08-24'), await heldOn('2023-08-25')]).toEqual([
      null,
      1,
      2,
    ])
    expect(
      plainText((await leader.call(chartersApi.one, { params: { id: first.id } })).body.chapters ?? []),
    ).not.toContain('服务老人')
  })

  it('keeps the words that were voted on, whatever the rules say later', async () => {
    const id = await newOrganization()
    const { body } = await vote(await complete(id))
    await database().run(sql`insert into rule_set (id, area, version, title, entries, reason, loaded_at)
      values (gen_random_uuid(), ${places.inside}, 1, '试', ${JSON.stringify({
        'charters.extraArticles': { value: [{ chapter: 'closing', text: '本地新增的一条' }], default: true },
      })}, '试', now())`)
    const read = await leader.call(chartersApi.one, { params: { id: body.id } })
    expect(read.body.chapters).toEqual(body.chapters)
    const next = await start(await newOrganization())
    expect(plainText(next.chapters ?? [])).toContain('本地新增的一条')
    await database().run(sql`delete from rule_set where area = ${places.inside}`)
  })
})

describe('Two at once', () => {
  it('recording a vote: exactly one succeeds, the other is told', async () => {
    const draft = await complete(await newOrganization())
    const replies = await Promise.all([
      vote(draft),
      vote(draft, { inFavour: 1, against: 27, abstaining: 0 }, worker),
      vote(draft),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(replies.find(({ status }) => status === 409)?.raw.toString()).toContain('请刷新页面')
  })

  it('editing a draft: the second is told, and the first stays', async () => {
    const draft = await start(await newOrganization())
    const form = filled(draft)
    const edits = await Promise.all(
      ['甲', '乙'].map((purpose) =>
        leader.call(chartersApi.edit, {
          params: { id: draft.id },
          body: { revision: draft.revision, form: { ...form, purpose } },
        }),
      ),
    )
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 409])
    const stale = await vote(draft)
    expect(stale.body).toMatchObject({ code: 'charter.changedMeanwhile' })
  })

  it('beginning a draft: there is one', async () => {
    const id = await newOrganization()
    const begin = () => leader.call(chartersApi.start, { params: { id }, body: { from: null } })
    const replies = await Promise.all([begin(), begin()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('A paper charter', () => {
  const pdf = { name: '旧章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
  const upload = (id: string, file = pdf) => leader.upload(chartersApi.upload, { params: { id } }, file)

  it('is kept as it is, put on record without a vote, and read back', async () => {
    const id = await newOrganization()
    const { body } = await upload(id)
    expect(body).toMatchObject({
      kind: 'paper',
      status: 'draft',
      form: null,
      chapters: null,
      file: { fileName: '旧章程.pdf' },
    })
    const entered = await leader.call(chartersApi.acknowledge, {
      params: { id: body.id },
      body: { inForceOn: '2020-05-01', reason: '当年开会通过，没有留下记录' },
    })
    expect(entered.body).toMatchObject({
      status: 'inForce',
      version: 1,
      vote: null,
      withoutVote: '当年开会通过，没有留下记录',
    })
    expect((await register(id)).charter).toBe(true)
    const read = await officer.call(chartersApi.file, { params: { id: body.id } })
    expect(read.raw).toEqual(Buffer.from(pdf.bytes))
    expect(read.headers['content-type']).toBe('application/pdf')
    expect((await officer.call(chartersApi.pdf, { params: { id: body.id } })).status).toBe(422)
    const rewritten = await start(id)
    expect(rewritten).toMatchObject({ amends: true, formInForce: null })
  })

  it('may have its vote recorded too, and a written one may not do without', async () => {
    const id = await newOrganization()
    const voted = await vote((await upload(id)).body, { heldOn: '2023-08-01', inForceOn: '2023-08-01' })
    expect(voted.body).toMatchObject({ status: 'inForce', vote: { result: 'adopted' } })
    const written = await complete(id)
    const reply = await leader.call(chartersApi.acknowledge, {
      params: { id: written.id },
      body: { inForceOn: '2023-08-02', reason: '试' },
    })
    expect(reply.body).toMatchObject({ code: 'charter.needsVote' })
  })

  it('that is no paper is refused', async () => {
    const id = await newOrganization()
    const reply = await upload(id, {
      name: '章程.pdf',
      bytes: new TextEncoder().encode('<html><script>1</script>'),
    })
    expect(reply.body).toMatchObject({ code: 'file.kind' })
    expect((await versions(id)).items).toEqual([])
  })
})

describe('A draft', () => {
  it('that was thrown away stays on record, and a new one may be begun', async () => {
    const id = await newOrganization()
    const draft = await start(id)
    const gone = await leader.call(chartersApi.discard, {
      params: { id: draft.id },
      body: { reason: '写错了' },
    })
    expect(gone.body.status).toBe('discarded')
    expect((await vote(draft)).status).toBe(409)
    const again = await start(id)
    expect((await versions(id)).items.map(({ status }) => status)).toEqual(['draft', 'discarded'])
    expect((await leader.call(chartersApi.start, { params: { id }, body: { from: again.id } })).status).toBe(
      409,
    )
  })

  it('is not begun from the charter of another organization, nor for one that has ended', async () => {
    const other = await start(await newOrganization())
    const id = await newOrganization()
    expect((await leader.call(chartersApi.start, { params: { id }, body: { from: other.id } })).status).toBe(
      404,
    )
    await officer.call(organizationsApi.end, { params: { id }, body: { on: worldToday, reason: '解散' } })
    expect((await leader.call(chartersApi.start, { params: { id }, body: { from: null } })).status).toBe(409)
  })
})

describe('On paper', () => {
  it('Word has every article of the text and the record of the vote', async () => {
    const { body } = await vote(await complete(await newOrganization()))
    const word = await officer.call(chartersApi.word, { params: { id: body.id } })
    const parts = unzipSync(word.raw)
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const text = xml.replace(/<[^>]+>/g, '')
    for (const { number, articles } of body.chapters ?? []) {
      expect(text).toContain(number)
      for (const { paragraphs } of articles) for (const words of paragraphs) expect(text).toContain(words)
    }
    expect(text).toContain('赞成 26 票，反对 1 票，弃权 1 票')
    expect(String(word.headers['content-disposition'])).toContain(encodeURIComponent('合唱队章程.docx'))
  })

  it('PDF is a PDF of A4 with its font inside, and says when it is only a draft', async () => {
    const draft = await start(await newOrganization())
    const pdf = await officer.call(chartersApi.pdf, { params: { id: draft.id } })
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.raw.toString('latin1')).toMatch(/FontFile/)
    expect(pdf.raw.toString('latin1')).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
    const word = await officer.call(chartersApi.word, { params: { id: draft.id } })
    expect(strFromU8(unzipSync(word.raw)['word/document.xml'] ?? new Uint8Array())).toContain('（草稿）')
  })
})
