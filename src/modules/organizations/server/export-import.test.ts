// What is exported is imported unchanged: into the same register nothing changes, into an empty one all comes back.
import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { commit, previewOf, upload } from '../../../../test/importing.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import { settle } from '../import/index.ts'
import { organizationsApi } from '../organizations-api.ts'
import { type OrganizationRow, openFirstPeriods } from './index.ts'
import { withSearch } from './organization-commands.ts'
import { insertOrganizations } from './organization-store.ts'

const database = useDatabase()
let officer: Client
let areas: string[]

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const { county, township, community } = await spotsIn(database(), places.inside)
  areas = [community, township, county]
})

const choice = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]))
const unknownOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
const signs = [
  '合',
  '唱',
  '社',
  '区',
  '龘',
  '𠮷',
  '（',
  '）',
  '(',
  ')',
  'Ａ',
  'b',
  '３',
  '4',
  '“',
  '”',
  '·',
  '&',
  '<',
  '=',
  '+',
  "'",
  '无',
  '/',
  ' ',
]
const text = (max: number) =>
  fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: max })
    .map((made) => made.join('').trim())
    .filter((made) => made !== '')
const day = fc.constantFrom('1988-02-29', '2020-01-01', '2021-09-30', '2023-08-25')

const row = (at: number): fc.Arbitrary<OrganizationRow> =>
  fc
    .record({
      area: fc.constantFrom(...areas),
      name: text(12).map((made) => `${made}${at}号`),
      status: choice(organizationStatuses),
      category: choice(categories),
      tier: choice(tiers).filter((tier) => tier !== 'registered'),
      legalForm: choice(legalForms),
      hub: fc.boolean(),
      charter: unknownOr(fc.boolean()),
      leader: unknownOr(text(6)),
      phone: unknownOr(fc.constantFrom('13812345678', '0512-53530000', '19900001111')),
      members: unknownOr(fc.integer({ min: 30, max: 900 })),
      partyMembers: unknownOr(fc.nat(30)),
      partyPresence: unknownOr(choice(partyPresences)),
      residentsServed: unknownOr(fc.nat(9_000)),
      foundedOn: unknownOr(day),
      filedOn: unknownOr(day),
      registeredOn: unknownOr(day),
      place: unknownOr(text(20)),
      scope: unknownOr(text(30).map((made) => `${made}\n二、${made}`)),
      note: unknownOr(text(20)),
    })
    .map((given) => settle({ ...rest, ...given, id: v7() }) as OrganizationRow)

const rest = { demo: false, version: 1, leaderInParty: null, unifiedCode: null }

const registers = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => row(at))))

const fill = async (rows: OrganizationRow[]) => {
  await database().run(sql`truncate organization cascade`)
  const ctx = worldContext(database())
  await insertOrganizations(ctx, rows.map(withSearch))
  await openFirstPeriods(
    ctx,
    rows.map(({ id }) => id),
  )
}

const exported = async (): Promise<Uint8Array> =>
  new Uint8Array((await officer.call(organizationsApi.export, { query: { area: places.inside } })).raw)

describe('an exported list', () => {
  it('imported again changes nothing, and brings everything back to an empty register', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (rows) => {
        await fill(rows)
        const first = await exported()
        const again = await upload(officer, places.inside, first)
        const seen = await previewOf(officer, again.body.id)
        expect(seen.map(({ outcome, problems, changes }) => [outcome, problems, changes])).toEqual(
          rows.map(() => ['same', [], []]),
        )
        await database().run(sql`truncate organization cascade`)
        const anew = await upload(officer, places.inside, first)
        expect((await commit(officer, anew.body.id)).body.result?.added).toBe(rows.length)
        expect(await linesOf(await exported())).toEqual(await linesOf(first))
      }),
      { numRuns: 12 },
    )
  })
})

/** Every cell but the masked telephone numbers, which an import does not take over. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const [sheet] = (await readWorkbook(bytes, 'x.xlsx')).sheets
  const phone = (sheet?.rows[0] ?? []).indexOf('联系电话')
  expect(phone).toBeGreaterThan(0)
  return (sheet?.rows ?? [])
    .map((cells) => JSON.stringify(cells.map((cell, at) => (at === phone ? null : cell))))
    .sort()
}
