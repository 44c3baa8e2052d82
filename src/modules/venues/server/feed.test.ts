// A room's calendar for whoever knows its address: read back with the rules of RFC 5545.
import { expect, it } from 'vitest'
import { clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { asked, day, useVenueCast } from '../../../../test/venues.ts'
import { venuesApi } from '../venues-api.ts'

const database = useDatabase()
const cast = useVenueCast(database)

const makeFeed = async (): Promise<string> => {
  const { body } = await cast.worker.call(venuesApi.makeFeed, { params: { id: cast.hall } })
  return body.rooms.find(({ id }) => id === cast.hall)?.feedCode ?? ''
}
const read = async (code: string) =>
  (await clientOf(cast.worker.app)).call(venuesApi.feed, { params: { code } })

/** Lines longer than 75 octets go on in the next one, after a space. */
const linesOf = (raw: Buffer): string[] => raw.toString('utf8').replaceAll('\r\n ', '').split('\r\n')

it('a calendar holds what is accepted, at the time of China in UTC, and no person', async () => {
  await asked(cast, { day: day('2023-08-30'), purpose: '排练，带音响；请早到' }, { by: cast.worker })
  await asked(cast, { day: day('2023-12-29'), from: '19:00', to: '21:00' }, { by: cast.worker })
  await asked(cast, { day: day('2023-09-27') })
  const { status, headers, raw } = await read(await makeFeed())
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  for (const line of raw.toString('utf8').split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = linesOf(raw)
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
    'DTSTART:20230830T060000Z',
    'DTSTART:20231229T110000Z',
  ])
  expect(lines).toContain('DTEND:20230830T080000Z')
  expect(lines).toContain('SUMMARY:约场舞蹈队：排练，带音响；请早到')
  expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(2)
  expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toHaveLength(2)
  expect(raw.toString('utf8')).not.toMatch(/测试|mailto|ORGANIZER/)
})

it('an address cannot be guessed, and a new one ends the former', async () => {
  const former = await makeFeed()
  expect(former).toMatch(/^[\w-]{32}$/)
  const now = await makeFeed()
  expect(now).not.toBe(former)
  expect((await read(former)).status).toBe(404)
  expect((await read(now)).status).toBe(200)
  const shown = await cast.leader.call(venuesApi.one, { params: { id: cast.venue.id } })
  expect(shown.body.rooms.map(({ feedCode }) => feedCode)).toEqual([null, null])
})
