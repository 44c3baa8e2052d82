// The paper behind a person's judgement: handed in once, shown with the verdict, sent to those who see the programme.
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { programmesApi } from '../programmes-api.ts'

const database = useDatabase()
let officer: Client
let outside: Client

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  outside = await clientOf(app, 'countyOfficer.outside')
})

it('A judgement takes one paper, which those who see the programme open', async () => {
  const { body: listed } = await officer.call(programmesApi.list)
  const params = { id: listed.items[0]?.id ?? '', target: 'environment' }
  const body = { area: places.inside, result: 'met' as const, on: worldToday, evidence: '会议纪要' }
  const { id } = (await officer.call(programmesApi.judge, { params, body })).body
  const verdict = async () => (await officer.call(programmesApi.breakdown, { params })).body.row.verdict
  expect(await verdict()).toMatchObject({ id, evidence: '会议纪要', file: null })
  const paper = (client: Client) => client.call(programmesApi.paper, { params: { id } })
  expect((await paper(officer)).status).toBe(404)
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const attach = (client: Client) =>
    client.upload(programmesApi.attachPaper, { params: { id } }, { name: '纪要.pdf', bytes })
  expect((await attach(outside)).status).toBe(404)
  expect((await attach(officer)).status).toBe(200)
  expect((await attach(officer)).body).toMatchObject({ code: 'judgement.hasPaper' })
  expect(await verdict()).toMatchObject({ file: '纪要.pdf' })
  expect((await paper(officer)).headers['content-type']).toBe('application/pdf')
  expect((await paper(outside)).status).toBe(404)
})
