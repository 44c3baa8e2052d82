// Charters through the front door: written, voted on, refused, in force, changed.
import { describe, expect, it } from 'vitest'
import { filled, useCharters } from '../../../../test/charters.ts'
import { places } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import type { Charter } from '../charter.ts'
import { plainText } from '../charter-text.ts'
import { chartersApi } from '../charters-api.ts'
import { charterInForce } from './index.ts'

const { database, people, newOrganization, start, edit, complete, vote, register, versions } = useCharters()

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
    const timeline = await people.officer.call(organizationsApi.timeline, { params: { id } })
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
    const draft = await complete(id, people.worker)
    expect(draft.onBehalf).toBe(true)
    expect((await vote(draft, {}, people.worker)).body.vote).toMatchObject({ onBehalf: true })
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
    expect(
      (await people.leader.call(chartersApi.start, { params: { id }, body: { from: null } })).status,
    ).toBe(409)
    const early = await people.leader.call(chartersApi.enter, {
      params: { id: adopted.id },
      body: { inForceOn: '2023-08-19' },
    })
    expect(early.status).toBe(422)
    const entered = await people.leader.call(chartersApi.enter, {
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
      plainText(
        (await people.leader.call(chartersApi.one, { params: { id: first.id } })).body.chapters ?? [],
      ),
    ).not.toContain('服务老人')
  })

  it('keeps the words that were voted on, whatever the rules say later', async () => {
    const id = await newOrganization()
    const { body } = await vote(await complete(id))
    await database().run(sql`insert into rule_set (id, area, version, title, entries, reason, loaded_at)
      values (gen_random_uuid(), ${places.inside}, 1, '试', ${JSON.stringify({
        'charters.extraArticles': { value: [{ chapter: 'closing', text: '本地新增的一条' }], default: true },
      })}, '试', now())`)
    const read = await people.leader.call(chartersApi.one, { params: { id: body.id } })
    expect(read.body.chapters).toEqual(body.chapters)
    const next = await start(await newOrganization())
    expect(plainText(next.chapters ?? [])).toContain('本地新增的一条')
    await database().run(sql`delete from rule_set where area = ${places.inside}`)
  })
})
