// Invitations that are taken back: gone or with a reason, never after somebody came; and who came is never lost.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { announce, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { worldToday } from '../../../../test/world.ts'
import { trainingApi as api } from '../training-api.ts'

const database = useDatabase()
let cast: TrainingCast

beforeAll(async () => {
  cast = await trainingCast(database())
})

const invite = (id: string, ...organizations: string[]) =>
  cast.officer.call(api.invite, { params: { id }, body: { organizations } })
const lineOf = async (id: string, organization: string) =>
  said(await cast.officer.call(api.one, { params: { id } })).enrolments.find(
    (one) => one.organization.id === organization,
  )
const recall = (id = '', reason: string | null = null, client = cast.officer) =>
  client.call(api.recall, { params: { id }, body: { reason } })

describe('An invitation is taken back', () => {
  it('without a word where nobody was told, and is gone', async () => {
    const { id } = await announce(cast.officer, cast.area.county)
    said(await invite(id, cast.kept, cast.other))
    const line = await lineOf(id, cast.other)
    expect(line?.recall).toEqual({ withReason: false, whyNot: null })
    expect((await recall(line?.id, null, cast.stranger)).status).toBe(404)
    expect((await recall(line?.id, null, cast.leader)).status).toBe(403)
    const both = await Promise.all([recall(line?.id), recall(line?.id)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await lineOf(id, cast.other)).toBeUndefined()
    expect(said(await invite(id, cast.other)).invited).toBe(1)
  })

  it('with a reason where a leader was told, who reads it, and may be asked again', async () => {
    const { id } = await announce(cast.officer, cast.area.county)
    said(await invite(id, cast.kept))
    const line = await lineOf(id, cast.kept)
    expect((await recall(line?.id)).body).toMatchObject({
      ...{ code: 'training.reasonOwed', faults: [{ at: 'reason' }] },
    })
    said(await recall(line?.id, '教室改小了'))
    const mine = said(await cast.leader.call(api.ofOrganization, { params: { id: cast.kept } })).items
    expect(mine.find(({ training }) => training === id)).toMatchObject({
      ...{ enrolment: 'recalled', reason: '教室改小了' },
    })
    const body = { organization: cast.kept, people: 1 }
    expect((await cast.leader.call(api.enrol, { params: { id }, body })).status).toBe(409)
    expect((await recall(line?.id, '再一次')).status).toBe(409)
    expect(said(await invite(id, cast.kept)).invited).toBe(1)
    expect(await lineOf(id, cast.kept)).toMatchObject({ status: 'invited', reason: null })
    said(await cast.leader.call(api.enrol, { params: { id }, body }))
  })

  it('not where the organization enrolled by itself, nor from one that has declined', async () => {
    const { id } = await announce(cast.officer, cast.area.county)
    const body = { organization: cast.kept, people: 1 }
    said(await cast.leader.call(api.enrol, { params: { id }, body }))
    const own = await lineOf(id, cast.kept)
    expect(own?.recall).toBeNull()
    expect((await recall(own?.id, '不用来了')).body).toMatchObject({ code: 'training.notInvited' })
    said(await invite(id, cast.other))
    const line = await lineOf(id, cast.other)
    said(await cast.worker.call(api.decline, { params: { id: line?.id ?? '' }, body: { reason: '有演出' } }))
    expect(await lineOf(id, cast.other)).toMatchObject({ reason: '有演出', recall: null })
    expect((await recall(line?.id, '不用来了')).body).toMatchObject({ code: 'training.notFromHere' })
  })
})

/** What the organizer and an organization can do, one after another. */
type Act = 'invite' | 'enrol' | 'withdraw' | 'recall' | 'come' | 'leave'
const acts: Act[] = ['invite', 'enrol', 'withdraw', 'recall', 'come', 'leave']
const kinds = fc.array(fc.constantFrom(...acts), { minLength: 4, maxLength: 10 })

describe('Whatever is asked and taken back', () => {
  it('who came stays on the list, and nobody who came is asked away', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, async (doing) => {
        const { id } = await announce(cast.officer, cast.area.county, { heldOn: worldToday })
        const params = { id }
        const there = new Set<string>()
        for (const [at, act] of doing.entries()) {
          const line = await lineOf(id, cast.kept)
          const before = line?.status ?? 'none'
          if (act === 'invite') await invite(id, cast.kept)
          if (act === 'enrol')
            await cast.leader.call(api.enrol, { params, body: { organization: cast.kept, people: 1 } })
          if (act === 'withdraw' && line) await cast.leader.call(api.withdraw, { params: { id: line.id } })
          if (act === 'come') {
            there.add(`来人${at}`)
            const add = [{ name: `来人${at}`, organization: cast.kept }]
            said(await cast.officer.call(api.record, { params, body: { add } }))
          }
          if (act === 'leave') {
            const { items } = said(await cast.officer.call(api.attendance, { params }))
            const gone = items.find((one) => one.id !== null)
            if (gone?.id) {
              there.delete(gone.name)
              said(await cast.officer.call(api.record, { params, body: { add: [], remove: [gone.id] } }))
            }
          }
          if (act === 'recall' && line) {
            const taken = (await recall(line.id, '人满了')).status === 200
            expect(taken).toBe(line.recall !== null && line.recall.whyNot === null)
            expect(taken).toBe(there.size === 0 && line.recall !== null)
            expect((await lineOf(id, cast.kept))?.status).toBe(taken ? 'recalled' : before)
          }
          const { items } = said(await cast.officer.call(api.attendance, { params }))
          const listed = items.filter((one) => one.id !== null).map(({ name }) => name)
          expect(new Set(listed)).toEqual(there)
        }
      }),
      { numRuns: 12 },
    )
  })
})
