// Drafts and papers through the front door, two at once, and corrections of what was recorded.
import { describe, expect, it } from 'vitest'
import { counted, filled, useCharters } from '../../../../test/charters.ts'
import { worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { chartersApi } from '../charters-api.ts'

const { database, people, newOrganization, start, complete, vote, register, versions } = useCharters()

describe('Two at once', () => {
  it('recording a vote: exactly one succeeds, the other is told', async () => {
    const draft = await complete(await newOrganization())
    const replies = await Promise.all([
      vote(draft),
      vote(draft, { inFavour: 1, against: 27, abstaining: 0 }, people.worker),
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
        people.leader.call(chartersApi.edit, {
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
    const begin = () => people.leader.call(chartersApi.start, { params: { id }, body: { from: null } })
    const replies = await Promise.all([begin(), begin()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('A paper charter', () => {
  const pdf = { name: '旧章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
  const upload = (id: string, file = pdf) =>
    people.leader.upload(chartersApi.upload, { params: { id } }, file)

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
    const entered = await people.leader.call(chartersApi.acknowledge, {
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
    const read = await people.officer.call(chartersApi.file, { params: { id: body.id } })
    expect(read.raw).toEqual(Buffer.from(pdf.bytes))
    expect(read.headers['content-type']).toBe('application/pdf')
    expect((await people.officer.call(chartersApi.pdf, { params: { id: body.id } })).status).toBe(422)
    const rewritten = await start(id)
    expect(rewritten).toMatchObject({ amends: true, formInForce: null })
  })

  it('may have its vote recorded too, and a written one may not do without', async () => {
    const id = await newOrganization()
    const voted = await vote((await upload(id)).body, { heldOn: '2023-08-01', inForceOn: '2023-08-01' })
    expect(voted.body).toMatchObject({ status: 'inForce', vote: { result: 'adopted' } })
    const written = await complete(id)
    const reply = await people.leader.call(chartersApi.acknowledge, {
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
    const gone = await people.leader.call(chartersApi.discard, {
      params: { id: draft.id },
      body: { reason: '写错了' },
    })
    expect(gone.body.status).toBe('discarded')
    expect((await vote(draft)).status).toBe(409)
    const again = await start(id)
    expect((await versions(id)).items.map(({ status }) => status)).toEqual(['draft', 'discarded'])
    expect(
      (await people.leader.call(chartersApi.start, { params: { id }, body: { from: again.id } })).status,
    ).toBe(409)
  })

  it('is not begun from the charter of another organization, nor for one that has ended', async () => {
    const other = await start(await newOrganization())
    const id = await newOrganization()
    expect(
      (await people.leader.call(chartersApi.start, { params: { id }, body: { from: other.id } })).status,
    ).toBe(404)
    await people.officer.call(organizationsApi.end, {
      params: { id },
      body: { on: worldToday, reason: '解散' },
    })
    expect(
      (await people.leader.call(chartersApi.start, { params: { id }, body: { from: null } })).status,
    ).toBe(409)
  })
})

describe('The record of a vote', () => {
  const correct = (id: string, change: Partial<typeof counted> = {}) =>
    people.leader.call(chartersApi.correctVote, {
      params: { id },
      body: { ...counted, reason: '抄错了', ...change },
    })

  it('is corrected with a reason, and what it was before stays told', async () => {
    const { body } = await vote(await complete(await newOrganization()))
    const mended = await correct(body.id, { inFavour: 25, against: 2 })
    expect(mended.body).toMatchObject({ status: 'inForce', vote: { inFavour: 25, against: 2 } })
    expect(mended.body.vote?.because).toContain('赞成 25 人')
    const event = await database().one(sql`
      select reason, changes from event where subject = ${body.id} and action = 'charter.correctVote'`)
    expect(event).toEqual({
      reason: '抄错了',
      changes: [
        { field: 'inFavour', from: 26, to: 25 },
        { field: 'against', from: 1, to: 2 },
      ],
    })
  })

  it('is not corrected so that the result would turn, nor against its own numbers or days', async () => {
    const adopted = (await vote(await complete(await newOrganization()))).body
    const turned = await correct(adopted.id, { inFavour: 10, against: 18, abstaining: 0 })
    expect(turned.status).toBe(422)
    expect(turned.raw.toString()).toContain('结果会变成“未通过”')
    expect((await correct(adopted.id, { inFavour: 30 })).raw.toString()).toContain('多出')
    expect((await correct(adopted.id, { heldOn: '2023-08-22' })).raw.toString()).toContain('早于表决日期')
    const draft = await start(await newOrganization())
    expect((await correct(draft.id)).status).toBe(409)
  })

  it('of a paper is added when it is found', async () => {
    const id = await newOrganization()
    const pdf = { name: '旧章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
    const paper = (await people.leader.upload(chartersApi.upload, { params: { id } }, pdf)).body
    await people.leader.call(chartersApi.acknowledge, {
      params: { id: paper.id },
      body: { inForceOn: '2020-05-01', reason: '没有记录' },
    })
    const found = await correct(paper.id, { heldOn: '2020-04-20' })
    expect(found.body).toMatchObject({ status: 'inForce', vote: { heldOn: '2020-04-20', result: 'adopted' } })
  })
})
