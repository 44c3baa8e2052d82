// The life of a title through the front door: nominated, reviewed, shown to everybody, objected to, given.
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { honorDraft, nominate, nominated, useHonors } from '../../../../test/honors.ts'
import type { Day } from '../../../kernel/time.ts'
import type { HonorDraft, SubjectDraft } from '../honor-drafts.ts'
import { honorsApi } from '../honors-api.ts'

const world = useHonors(useDatabase())

describe('A title', () => {
  it('is nominated by a world().worker, reviewed by the world().county, shown to everybody and given after its notice', async () => {
    const one = await nominated(world().worker, honorDraft(world().group(0)))
    expect((await world().township.call(honorsApi.pass, one)).status).toBe(403)
    const passed = (await world().county.call(honorsApi.pass, one)).body
    // 25 August 2023 is a Friday: five working days end on the Friday after.
    expect(passed).toMatchObject({ state: 'noticed', noticeFrom: '2023-08-25', noticeUntil: '2023-09-01' })
    expect((await world().county.call(honorsApi.pass, one)).status).toBe(409)
    const shown = (await world().stranger.call(honorsApi.notices)).body.items
    expect(shown).toMatchObject([{ id: one.params.id, until: '2023-09-01', reason: '常年义务服务' }])
    expect(Object.keys(shown[0] ?? {})).not.toContain('organization')
    const award = { ...one, body: { on: '2023-08-25' } }
    expect((await world().county.call(honorsApi.award, award)).body).toMatchObject({
      code: 'honor.noticeRuns',
    })
    world().goTo('2023-09-02' as Day)
    expect((await world().stranger.call(honorsApi.notices)).body.items).toEqual([])
    expect((await world().county.call(honorsApi.one, one)).body.state).toBe('noticeOver')
    expect((await world().county.call(honorsApi.award, award)).body).toMatchObject({ code: 'honor.tooEarly' })
    const body = { on: '2023-09-02', validUntil: '2025-09-01', document: '太民发〔2023〕1号' }
    const given = (await world().county.call(honorsApi.award, { ...one, body })).body
    expect(given).toMatchObject({ state: 'awarded', awardedOn: '2023-09-02', document: '太民发〔2023〕1号' })
    expect(given.steps.map(({ kind }) => kind)).toEqual(['nominate', 'publish', 'award'])
    world().goTo('2023-08-25' as Day)
  })

  it('is not given while an objection is open, and never when one was upheld', async () => {
    const one = await nominated(world().worker, honorDraft(world().group(1)))
    await world().county.call(honorsApi.pass, one)
    const said = { receivedOn: '2023-08-25', said: '材料里的活动没有办过' }
    expect((await world().worker.call(honorsApi.object, { ...one, body: said })).status).toBe(403)
    const [objection] = (await world().county.call(honorsApi.object, { ...one, body: said })).body.objected
    expect((await world().worker.call(honorsApi.one, one)).body).toMatchObject({
      objected: [],
      objections: { open: 1, upheld: 0 },
    })
    world().goTo('2023-09-04' as Day)
    const award = { ...one, body: { on: '2023-09-04' } }
    expect((await world().county.call(honorsApi.award, award)).body).toMatchObject({
      code: 'honor.objectionOpen',
    })
    const settle = {
      params: { ...one.params, objection: objection?.id ?? '' },
      body: { outcome: 'upheld' as const, said: '核实属实' },
    }
    expect((await world().county.call(honorsApi.settle, settle)).body.objections).toEqual({
      open: 0,
      upheld: 1,
    })
    expect((await world().county.call(honorsApi.settle, settle)).status).toBe(409)
    expect((await world().county.call(honorsApi.award, award)).body).toMatchObject({
      code: 'honor.objectionUpheld',
    })
    const refused = await world().county.call(honorsApi.refuse, { ...one, body: { reason: '异议成立' } })
    expect(refused.body).toMatchObject({ state: 'refused' })
    world().goTo('2023-08-25' as Day)
  })

  it('is held once: the same again is refused, also when two ask at once', async () => {
    const replies = await Promise.all([
      nominate(world().worker, honorDraft(world().group(2))),
      nominate(world().worker, honorDraft(world().group(2))),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await nominate(world().worker, honorDraft(world().group(2), { year: 2022 }))).status).toBe(200)
  })

  it('that two publish at once is published by one', async () => {
    const one = await nominated(
      world().worker,
      honorDraft(world().group(3), { kind: 'model', title: '示范社区社会组织' }),
    )
    const replies = await Promise.all([
      world().county.call(honorsApi.pass, one),
      world().county.call(honorsApi.pass, one),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('comes from above its subject, fits it, and is not the province’s to give here', async () => {
    const area: SubjectDraft = { subject: 'area', area: world().community }
    const refusal = async (by: Client, body: HonorDraft) => {
      const { status, body: problem } = await nominate(by, body)
      return `${status} ${(problem as unknown as { code: string }).code}`
    }
    expect(await refusal(world().worker, honorDraft(area))).toBe('422 honor.otherSubject')
    expect(await refusal(world().worker, honorDraft(area, { kind: 'pilot' }))).toBe('422 honor.themeMissing')
    expect(await refusal(world().worker, honorDraft(world().group(0), { level: 'province' }))).toBe(
      '422 honor.provincial',
    )
    const itself: SubjectDraft = { subject: 'area', area: world().townshipCode }
    const pilot = { kind: 'pilot', level: 'township', theme: 'organizations' } as const
    expect(await refusal(world().township, honorDraft(itself, pilot))).toBe('422 honor.levelTooLow')
    expect(await refusal(world().worker, honorDraft(itself, pilot))).toBe('404 notFound')
  })
})

describe('A pilot', () => {
  it('is named by its township in two steps without a public notice', async () => {
    const about: SubjectDraft = { subject: 'area', area: world().community }
    const body = honorDraft(about, {
      kind: 'pilot',
      level: 'township',
      theme: 'organizations',
      title: '试点社区',
    })
    const one = await nominated(world().township, body)
    expect((await world().township.call(honorsApi.pass, one)).body).toMatchObject({
      state: 'awarded',
      awardedOn: '2023-08-25',
      validUntil: null,
    })
  })
})

describe('A nomination', () => {
  it('may be changed and taken back until it is reviewed, and not after', async () => {
    const one = await nominated(world().worker, honorDraft(world().group(3)))
    const words = { title: '品牌“红色社区社会组织”', year: 2023, reason: '改好的理由' }
    expect((await world().worker.call(honorsApi.edit, { ...one, body: words })).body).toMatchObject(words)
    const paper = { name: '事迹.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
    const file = (await world().worker.upload(honorsApi.addFile, one, paper)).body
    expect(
      (await world().county.call(honorsApi.file, { params: { ...one.params, file: file.id } })).status,
    ).toBe(200)
    await world().county.call(honorsApi.pass, one)
    expect((await world().worker.call(honorsApi.edit, { ...one, body: words })).status).toBe(409)
    const drop = { params: { ...one.params, file: file.id } }
    expect((await world().worker.call(honorsApi.dropFile, drop)).status).toBe(409)
    const back = { ...one, body: { reason: '重复' } }
    expect((await world().worker.call(honorsApi.retract, back)).status).toBe(409)
    const other = await nominated(
      world().worker,
      honorDraft(world().group(3), { kind: 'observationSite', title: '观察点' }),
    )
    expect(
      (await world().worker.call(honorsApi.retract, { ...other, ...back, params: other.params })).body.state,
    ).toBe('retracted')
  })
})
