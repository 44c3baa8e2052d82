// A register as a township keeps it, as large as one likes: organizations that the demo world does not have.
import { buffer } from 'node:stream/consumers'
import { v7 } from 'uuid'
import { makeOrganizations } from '../src/demo/organizations.ts'
import { chanceFrom } from '../src/demo/random.ts'
import type { Day } from '../src/kernel/time.ts'
import {
  type Category,
  categories,
  type LegalForm,
  legalForms,
  type Tier,
  tiers,
} from '../src/modules/organizations/choices.ts'
import { type Database, sql } from '../src/platform/db.ts'
import { type Cell, writeXlsx } from '../src/platform/sheets/index.ts'

type Community = {
  code: string
  shortName: string
  township: string
  townshipName: string
  settlement: 'urban' | 'rural' | 'unknown'
}
type Made = ReturnType<typeof makeOrganizations>['rows'][number]

const titles =
  '序号 组织名称 类别 所在街道（镇） 所在社区（村） 所属区域 负责人 联系电话 成员人数 党员人数 成立日期 备案日期 登记日期 ' +
  '活动场所 业务范围 管理方式 组织形式 章程'

/** As many workbooks as counts are given, none with an organization of another. */
export async function registerFiles(
  database: Database,
  counts: readonly number[],
  today: Day,
): Promise<Buffer[]> {
  const communities = new Map((await communitiesOf(database)).map((community) => [community.code, community]))
  const average = { urban: 10.3, rural: 9.8 }
  const { rows } = makeOrganizations(chanceFrom(7), [...communities.values()], { today, average, newId: v7 })
  return Promise.all(
    counts.map((count, at) => {
      const start = counts.slice(0, at).reduce((sum, before) => sum + before, 0)
      const own = rows.slice(start, start + count)
      if (own.length < count) throw new Error('not enough organizations were made up')
      return workbookOf(own, communities)
    }),
  )
}

const communitiesOf = (database: Database): Promise<Community[]> =>
  database.rows(sql`
    select c.code::text as code, c.short_name as "shortName", c.township::text as township,
      t.short_name as "townshipName", c.settlement
    from area c join area t on t.code = c.township
    where c.level = 'community' and not c.virtual order by c.code`)

const workbookOf = (rows: readonly Made[], communities: ReadonlyMap<string, Community>): Promise<Buffer> =>
  buffer(
    writeXlsx([
      {
        name: '名录',
        columns: titles.split(' ').map((title) => ({ title })),
        rows: rows.map((row, at) => cellsOf(row, communities.get(row.area), at)),
      },
    ]),
  )

function cellsOf(row: Made, community: Community | undefined, at: number): Cell[] {
  return [
    at + 1,
    `${row.name}（新）`,
    categories[row.category as Category],
    community?.townshipName ?? null,
    community?.shortName ?? null,
    row.area,
    String(row.leader),
    `1380000${String(at % 10_000).padStart(4, '0')}`,
    Number(row.members),
    Number(row.partyMembers),
    dayCell(row.foundedOn),
    dayCell(row.filedOn),
    dayCell(row.registeredOn),
    row.place === null ? null : String(row.place),
    String(row.scope),
    tiers[row.tier as Tier],
    row.legalForm === 'none' ? null : legalForms[row.legalForm as LegalForm],
    row.charter ? '是' : '否',
  ]
}

const dayCell = (day: unknown): Cell => (day === null ? null : { day: String(day), precision: 'day' })
