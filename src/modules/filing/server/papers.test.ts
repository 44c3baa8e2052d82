// Papers, decisions, leaders’ accounts and the list of applications, through the front door.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { by, key, members, ok, pdf, refused, useFiling } from '../../../../test/filing.ts'
import { textsOf } from '../../../../test/pdf.ts'
import { sql } from '../../../platform/db.ts'
import { keepersApi } from '../../organizations/keepers-api.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { membersApi } from '../../party/members-api.ts'
import { leadersApi } from '../../people/leaders-api.ts'
import { peopleApi } from '../../people/people-api.ts'
import { filingApi, type Handling } from '../filing-api.ts'

const database = useDatabase()
const { f, facts, begun, sent, accepted, atTownship } = useFiling(database)

describe('Papers', () => {
  it('that lie about their type are refused, and nothing is half done', async () => {
    const draft = await begun('清泉书画社')
    const html = { name: '章程.pdf', bytes: new TextEncoder().encode('<html><script>alert(1)</script>') }
    const lie = await f.leader.upload(
      filingApi.addFile,
      { ...by(draft), query: { material: 'charter' } },
      html,
    )
    expect(lie.status).toBe(422)
    const unasked = await f.leader.upload(
      filingApi.addFile,
      { ...by(draft), query: { material: 'capital' } },
      pdf,
    )
    expect(refused(unasked).code).toBe('filing.unasked')
    const made = await f.leader.upload(filingApi.addFile, { ...by(draft), query: { material: 'form' } }, pdf)
    expect(refused(made).code).toBe('filing.unasked')
    const kept = ok(
      await f.leader.upload(filingApi.addFile, { ...by(draft), query: { material: 'charter' } }, pdf),
    )
    const [file] = kept.materials.find(({ id }) => id === 'charter')?.files ?? []
    const shown = await f.leader.call(filingApi.file, { params: { id: draft.id, file: file?.id ?? '' } })
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    const other = await begun('清泉茶友会')
    const foreign = await f.leader.call(filingApi.file, { params: { id: other.id, file: file?.id ?? '' } })
    expect(foreign.status).toBe(404)
    const dropped = ok(
      await f.leader.call(filingApi.dropFile, { params: { id: draft.id, file: file?.id ?? '' } }),
    )
    expect(dropped.materials.every(({ files }) => files.length === 0)).toBe(true)
  })

  it('the form is made from the record, as PDF and as Word, with the words of the offices once they spoke', async () => {
    const draft = await begun('清泉诗社')
    const pdfText = async (who = f.leader) =>
      (await textsOf((await who.call(filingApi.formPdf, by(draft))).raw)).join('').replace(/\s/g, '')
    const own = await pdfText()
    for (const text of [
      '社区社会组织备案登记表',
      '填写中，还没有交',
      `${f.community.name}清泉诗社`,
      '13812345678',
    ])
      expect(own).toContain(text)
    expect(own).toContain('备案机关意见')
    const word = await f.leader.call(filingApi.formWord, by(draft))
    const xml = strFromU8(unzipSync(word.raw)['word/document.xml'] ?? new Uint8Array())
    for (const text of ['组织名称', '业务范围', '排练和演出', '5 人']) expect(xml).toContain(text)
    const done = await accepted('清泉词社')
    ok(await atTownship(done, { step: 'approve', words: '材料齐全，准予备案' }))
    const sealed = (await textsOf((await f.worker.call(filingApi.formPdf, by(done))).raw))
      .join('')
      .replace(/\s/g, '')
    for (const text of ['社区意见：支持。居民有需要', '材料齐全，准予备案', '138****5678', '12人'])
      expect(sealed).toContain(text)
    expect(sealed).not.toContain('还没有交')
  })

  it('a roster with a person twice names both rows; two of one name are told apart', async () => {
    const draft = await begun('福满棋友会')
    const sheet = (text: string) => ({ name: '名册.csv', bytes: new TextEncoder().encode(text) })
    const upload = (text: string) => f.leader.upload(filingApi.uploadRoster, by(draft), sheet(text))
    const twice = refused(await upload('姓名,政治面貌\n王某,党员\n李某,群众\n王某,群众\n'))
    expect(twice).toMatchObject({ status: 422, code: 'filing.roster' })
    expect(twice.message).toContain('第 2 行和第 4 行都是“王某”')
    const odd = refused(await upload('姓名,政治面貌\n王某,不好说\n320585199001010015,群众\n'))
    expect(odd.faults?.length).toBe(2)
    const read = ok(
      await upload(
        '序号,姓名,同名区分,职务,政治面貌\n1,王某,3号楼,队长,党员\n2,王某,5号楼,骨干,预备党员\n,,,,\n合计,2,,,\n',
      ),
    )
    expect(read).toMatchObject({ memberCount: 2, partyCount: { full: 1, probationary: 1 } })
    const typed = ok(await f.leader.call(filingApi.roster, by(draft)))
    expect(typed.members[0]).toEqual({
      name: '王某',
      mark: '3号楼',
      leader: true,
      keyMember: true,
      party: 'full',
    })
    const officer = ok(await f.township.call(filingApi.roster, by(draft)))
    expect(officer.members.map(({ party }) => party)).toEqual([null, null])
    expect(officer.party).toBe(false)
    const party = await clientOf(f.app, 'partyOfficer.inside')
    expect(ok(await party.call(filingApi.party, by(draft))).members[0]?.party).toBe('full')
    const { looks } = await database().one<{ looks: number }>(sql`
      select count(*)::int as looks from event where action = 'filing.seeParty' and subject = ${draft.id}`)
    expect(looks).toBe(1)
  })

  it('show the phone number to whoever typed it alone', async () => {
    const draft = await begun('春晖助老队')
    expect(draft.facts.phone).toBe('13812345678')
    const seen = ok(await f.township.call(filingApi.one, by(draft)))
    expect(seen.facts.phone).toBe('138****5678')
    const body = { version: seen.version, facts: { ...seen.facts, leader: '李某' } }
    ok(await f.worker.call(filingApi.save, { ...by(draft), body }))
    expect(ok(await f.leader.call(filingApi.one, by(draft))).facts).toMatchObject({
      leader: '李某',
      phone: '13812345678',
    })
    const stale = refused(await f.leader.call(filingApi.save, { ...by(draft), body }))
    expect(stale).toMatchObject({ status: 409, code: 'filing.changedMeanwhile' })
  })
})

describe('A decision', () => {
  it('may be for a lower tier with a reason, never for a higher one', async () => {
    const application = await accepted('芳邻编织社')
    const higher = refused(
      await atTownship(application, { step: 'approve', tier: 'registered', words: '试' }),
    )
    expect(higher).toMatchObject({ status: 422, code: 'filing.higherTier' })
    const lower = ok(
      await atTownship(application, { step: 'approve', tier: 'guided', words: '成员变动大，先由社区指导' }),
    )
    const made = ok(await f.leader.call(organizationsApi.one, { params: { id: lower.organization ?? '' } }))
    expect(made).toMatchObject({ tier: 'guided', filedOn: null })
  })

  it('hands the party members of the roster over: a complete list, nothing typed again, the look at it recorded', async () => {
    const application = await accepted('满庭芳花艺社')
    const { organization } = ok(await atTownship(application, { step: 'approve', words: '符合' }))
    const officer = await clientOf(f.app, 'partyOfficer.inside')
    const at = { params: { id: organization ?? '' } }
    const list = ok(await officer.call(membersApi.lookAtMembers, at))
    const named = members.filter(({ party }) => party === 'full').map(({ name }) => name)
    expect(list.members.map(({ name }) => name).sort()).toEqual(named.sort())
    expect(list.members.every(({ relation, until }) => relation === 'unknown' && until === null)).toBe(true)
    expect(ok(await officer.call(organizationsApi.one, at)).partyMembers).toBe(named.length)
    const kept = await database().one<{ from: string }>(sql`
      select kept_from as from from party_roster where organization = ${organization}`)
    expect(kept.from).toBe(list.members[0]?.from)
  })

  it('for many names each row; what cannot be decided stays where it was', async () => {
    const good = await accepted('众望志愿队')
    const early = await sent('乐龄摄影队')
    const taken = await accepted('同心龙舟队')
    const name = taken.name
    ok(
      await f.township.call(organizationsApi.create, {
        body: { name, area: f.community.code, category: 'sports', tier: 'filed' },
      }),
    )
    const ids = [good.id, early.id, taken.id, key()]
    const { results } = ok(
      await f.township.call(filingApi.decideMany, { body: { ids, step: 'approve', words: '符合' } }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false, false])
    expect(results[1]?.message).toContain('待社区意见')
    expect(results[2]?.message).toContain('已有')
    expect(ok(await f.township.call(filingApi.one, by(taken))).status).toBe('deciding')
    const rest = ok(
      await f.township.call(filingApi.decideMany, {
        body: { ids: [taken.id], step: 'refuse', words: '重名' },
      }),
    )
    expect(rest.results).toMatchObject([{ ok: true, message: '已决定不同意' }])
  })

  it('on registration is the f.county’s, asks for the supervising body, and follows the naming rule', async () => {
    const made = ok(
      await f.leader.call(filingApi.create, {
        body: { key: key(), area: f.community.code, tier: 'registered' },
      }),
    )
    const save = (more: object, name: string) =>
      f.leader.call(filingApi.one, by(made)).then(({ body }) =>
        f.leader.call(filingApi.save, {
          ...by(made),
          body: {
            version: body.version,
            facts: { ...facts(''), name, legalForm: 'serviceAgency' as const, ...more },
          },
        }),
      )
    ok(await save({ supervision: 'direct', category: 'culture' }, '太仓市暖心居家养老服务中心'))
    ok(await f.leader.call(filingApi.saveRoster, { ...by(made), body: { members } }))
    for (const material of ['charter', 'place', 'capital'])
      ok(await f.leader.upload(filingApi.addFile, { ...by(made), query: { material } }, pdf))
    const ineligible = refused(await f.leader.call(filingApi.submit, by(made)))
    expect(ineligible.faults?.map(({ at }) => at)).toEqual(['supervision'])
    ok(await save({ supervision: 'direct', category: 'elderCare' }, '夕阳红第一养老队'))
    expect(refused(await f.leader.call(filingApi.submit, by(made)))).toMatchObject({
      status: 422,
      code: 'name.unlawful',
    })
    ok(await save({ supervision: 'direct', category: 'elderCare' }, '太仓市暖心居家养老服务中心'))
    const waiting = ok(await f.leader.call(filingApi.submit, by(made)))
    expect(waiting).toMatchObject({ status: 'accepting', desk: 'county' })
    expect(refused(await atTownship(made, { step: 'accept' })).code).toBe('filing.otherDesk')
    const at = (body: Handling) => f.county.call(filingApi.handleInCounty, { ...by(made), body })
    expect(ok(await at({ step: 'accept' })).clock.words).toMatch(/到期$/)
    const done = ok(await at({ step: 'approve', words: '准予登记' }))
    const organization = ok(
      await f.county.call(organizationsApi.one, { params: { id: done.organization ?? '' } }),
    )
    expect(organization).toMatchObject({
      tier: 'registered',
      legalForm: 'serviceAgency',
      registeredOn: f.today,
    })
  })
})

describe('A f.community worker', () => {
  it('opens an account for a f.leader who signs in with the slip and sees the application that was filled in', async () => {
    const body = { displayName: '周 桂芳', area: f.community.code }
    const slip = ok(await f.worker.call(leadersApi.create, { body }))
    expect(slip).toMatchObject({ loginName: '周桂芳', areaName: f.community.name })
    expect(slip.password).toMatch(/^[A-Z][a-z]{3}-\d{4}$/)
    expect(ok(await f.worker.call(leadersApi.create, { body })).loginName).toBe('周桂芳2')
    const made = await begun('木棉助学队', 'guided', f.worker)
    expect(made).toMatchObject({ onBehalf: true, keeperName: null })
    const stranger = await database().one<{ id: string }>(
      sql`select id from person where login_name = 'auditor.inside'`,
    )
    const save = (keeper: string) =>
      f.worker.call(filingApi.save, {
        ...by(made),
        body: { version: made.version, keeper, facts: facts('木棉助学队') },
      })
    expect(refused(await save(stranger.id)).code).toBe('filing.noLeader')
    expect(ok(await save(slip.id)).keeperName).toBe('周 桂芳')
    const signIn = await f.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { loginName: slip.loginName, password: slip.password },
    })
    const session = signIn.cookies.find(({ name }) => name === 'jusha')
    const own = await f.app.inject({
      url: `/api/applications/${made.id}`,
      cookies: { jusha: session?.value ?? '' },
    })
    expect(own.json()).toMatchObject({ editable: true, mine: true, facts: { phone: '13812345678' } })
    const renewed = ok(await f.worker.call(leadersApi.renew, { params: { id: slip.id } }))
    expect(renewed.password).not.toBe(slip.password)
    expect(
      refused(
        await f.worker.call(peopleApi.signIn, {
          body: { loginName: slip.loginName, password: slip.password },
        }),
      ).status,
    ).toBe(401)
  })

  it('ties a f.leader to an organization that stands on the register, and nobody else', async () => {
    const [one] = ok(
      await f.worker.call(organizationsApi.list, { query: { limit: 1, area: f.community.code } }),
    ).items
    const [leading] = ok(await f.worker.call(leadersApi.list, { query: { area: f.community.code } })).items
    const tie = (person: string | null) =>
      f.worker.call(keepersApi.set, { params: { id: one?.id ?? '' }, body: { person } })
    expect(ok(await tie(leading?.id ?? '')).keeper).toEqual(leading)
    const outside = await database().one<{ id: string }>(
      sql`select id from person where login_name = 'organizationLeader.outside'`,
    )
    expect(refused(await tie(outside.id)).code).toBe('organization.noLeader')
    expect(ok(await tie(null)).keeper).toBeNull()
  })
})

describe('The list', () => {
  it('pages through everything once, by either order', async () => {
    for (const sort of ['due', 'recent'] as const) {
      const all = ok(await f.county.call(filingApi.list, { query: { sort, limit: 200 } })).items.map(
        ({ id }) => id,
      )
      const paged: string[] = []
      let after: string | undefined
      do {
        const page = ok(
          await f.county.call(filingApi.list, { query: { sort, limit: 5, ...(after && { after }) } }),
        )
        paged.push(...page.items.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      expect(paged).toEqual(all)
      expect(all.length).toBeGreaterThan(6)
    }
    const counted = ok(await f.county.call(filingApi.count, { query: { status: ['deciding', 'opinion'] } }))
    const listed = ok(
      await f.county.call(filingApi.list, { query: { status: ['deciding', 'opinion'], limit: 200 } }),
    )
    expect(counted).toEqual({ value: listed.items.length, capped: false })
    expect((await f.county.call(filingApi.list, { query: { after: 'bm9uc2Vuc2U' } })).status).toBe(400)
  })
})
