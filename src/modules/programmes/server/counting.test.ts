// The targets that count a measure are those of the programme's page, with the same figures.
import { expect, it } from 'vitest'
import { clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { programmesApi } from '../programmes-api.ts'
import { parsedPack, shippedText } from './index.ts'

const database = useDatabase()

it('a page about records shows of each target what the programme’s page shows', async () => {
  const client = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const { id } = await database().one<{ id: string }>(
    sql`select id from programme where area = ${places.inside}`,
  )
  const { body } = await client.call(programmesApi.figures, { params: { id } })
  const { targets } = parsedPack(shippedText('taicang'))
  const measures = new Set(targets.flatMap((target) => ('count' in target ? [target.count] : [])))
  expect(measures.size).toBeGreaterThan(2)
  for (const measure of measures) {
    const reply = await client.call(programmesApi.counting, { query: { measure } })
    const counting = targets.filter((target) => 'count' in target && target.count === measure)
    expect(reply.body.items.map(({ target, value, state, gap }) => ({ target, value, state, gap }))).toEqual(
      body.rows
        .filter(({ target }) => counting.some((one) => one.id === target))
        .map(({ target, value, state, gap }) => ({ target, value, state, gap })),
    )
  }
  const none = await client.call(programmesApi.counting, { query: { measure: 'nothing' } })
  expect(none.body.items).toEqual([])
})
