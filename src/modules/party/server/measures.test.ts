// The measures of party-building: every one can be counted and listed, where it was and when, without a name.
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { addParty } from '../../../demo/party.ts'
import { join, sql } from '../../../platform/db.ts'
import { partyMeasures } from '../measures.ts'
import { partySources } from './measures.ts'

const database = useDatabase()

beforeAll(async () => {
  const spots = await spotsIn(database(), places.inside)
  await database().transaction(async (db) => {
    await db.run(sql`update organization set demo = true`)
    await addParty(worldContext(db), { ...spots, county: places.inside })
  })
})

describe('Every measure of party-building', () => {
  it('has a source with the attributes of the catalogue', () => {
    const attributesOf = (table: Record<string, { attributes: object }>) =>
      Object.entries(table).map(([name, { attributes }]) => [name, Object.keys(attributes)])
    expect(attributesOf(partySources)).toEqual(attributesOf(partyMeasures))
  })

  it.each(Object.entries(partySources))(
    '%s is listed with its place, its day and no name',
    async (_, source) => {
      const rows = await database().rows<{ text: string; county: string; link: string }>(sql`
      select concat_ws(' ', ${source.label}, ${source.note}) as text, ${source.link} as link, ${source.id} as id,
        m.county::text as county, m.area, m.province, m.city, m.township, m.community, m.organization, m.starts_on,
        m.ends_on, ${source.quantity}, ${join(Object.values(source.attributes))}
      from ${source.from} ${source.labelFrom} where ${source.where}`)
      expect(rows.length).toBeGreaterThan(0)
      for (const { text, county, link } of rows) {
        expect(text).not.toContain('演示党员')
        expect(county).toBe(places.inside)
        expect(link).toMatch(/^\/(organizations|party\/branches)\/[0-9a-f-]{36}$/)
      }
    },
  )
})

describe('The made-up party-building', () => {
  it('agrees with the register: whoever is covered has the arrangement that the register says', async () => {
    const odd = await database().rows(sql`
      select o.name from organization o join party_arrangement t on t.organization = o.id and t.ends_on is null
      where t.kind is distinct from o.party_presence`)
    expect(odd).toEqual([])
    const joint = await database().rows<{ those: number }>(sql`
      select count(*)::int as those from party_arrangement where kind = 'joint' group by branch`)
    expect(joint.every(({ those }) => those >= 2 && those <= 5)).toBe(true)
  })
})
