// What can be done about venues: enter, change, close, and give a room's calendar an address.
import { randomBytes } from 'node:crypto'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { PlatformDraft } from '../../support/platform.ts'
import { closePlatform, createPlatform, editPlatform, knownPlatform } from '../../support/server/index.ts'
import type { RoomDraft, Venue, VenueDraft, VenueEdit } from '../venue.ts'
import {
  acceptedFrom,
  bareVenue,
  insertVenue,
  isAround,
  oneVenue,
  roomSubject,
  setFeedCode,
  updateVenue,
  venueSubject,
  writeRooms,
} from './venue-store.ts'

/** A venue that the person sees. */
export async function showVenue(ctx: Context, id: string): Promise<Venue> {
  const row = await oneVenue(ctx, id)
  if (!row) throw notFound('场地')
  const rules = await rulesFor(ctx.db, row.area.code)
  return { ...row, bookableUntil: addDays(ctx.today, rules['venues.bookAhead']) }
}

/** A platform of that name that is on record already is opened for booking; otherwise it is recorded with it. */
export async function createVenue(ctx: Context, { rooms, ...facts }: VenueDraft): Promise<Venue> {
  const { area } = facts
  await authorize(ctx, 'venue.keep', areaSubject(area))
  await refuseElsewhere(ctx, facts.openTo, area)
  const known = await bareVenue(ctx.db, area, facts.name)
  const { id } =
    known ?? (await createPlatform(ctx, PlatformDraft.parse({ ...platformOf(facts), area, kind: 'venue' })))
  await insertVenue(ctx.db, id, facts)
  await saveRooms(ctx, id, rooms)
  await told(ctx, 'venue.create', id, area)
  return showVenue(ctx, id)
}

export async function editVenue(ctx: Context, id: string, { rooms, ...facts }: VenueEdit): Promise<Venue> {
  await authorize(ctx, 'venue.keep', venueSubject(id))
  const { area } = await showVenue(ctx, id)
  await refuseElsewhere(ctx, facts.openTo, area.code)
  if ((await updateVenue(ctx.db, id, facts)) !== 1) throw changedMeanwhile
  await followPlatform(ctx, id, platformOf(facts))
  await saveRooms(ctx, id, rooms)
  await told(ctx, 'venue.edit', id, area.code)
  return showVenue(ctx, id)
}

/** It is one no more from a day on; whoever was accepted for later is told first. */
export async function endVenue(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<Venue> {
  await authorize(ctx, 'venue.keep', venueSubject(id))
  refuseIf(whyNotClose(await acceptedFrom(ctx.db, id, on)))
  await closePlatform(ctx, id, { on, reason })
  return showVenue(ctx, id)
}

type OfPlatform = { name: string; place: string; openedOn: Day }

const platformOf = ({
  name,
  address,
  openedOn,
}: {
  name: string
  address: string
  openedOn: Day
}): OfPlatform => ({
  ...{ name, place: address, openedOn },
})

/** What is the platform's changes with its module, which keeps the record of it. */
async function followPlatform(ctx: Context, id: string, facts: OfPlatform): Promise<void> {
  const { operator, version, ...platform } = await knownPlatform(ctx, id)
  const same =
    platform.name === facts.name && platform.place === facts.place && platform.openedOn === facts.openedOn
  if (same) return
  const by = operator && (operator.id ? { organization: operator.id } : { words: operator.name })
  await editPlatform(ctx, id, version, PlatformDraft.parse({ ...platform, ...facts, operator: by }))
}

/** A new address for a room's calendar: who knows only the former one reads it no more. */
export async function makeFeed(ctx: Context, room: string): Promise<Venue> {
  await authorize(ctx, 'venue.keep', roomSubject(room))
  const { venue } = await setFeedCode(ctx.db, room, randomBytes(24).toString('base64url'))
  const shown = await showVenue(ctx, venue)
  await told(ctx, 'venue.makeFeed', venue, shown.area.code)
  return shown
}

async function refuseElsewhere(ctx: Context, openTo: string, area: string): Promise<void> {
  if (await isAround(ctx.db, openTo, area)) return
  throw refusal(
    'venue.openElsewhere',
    '开放范围要是场地所在的区划，或者它的上级。',
    '请重新选择开放范围。',
    'openTo',
  )
}

async function saveRooms(ctx: Context, venue: string, rooms: readonly RoomDraft[]): Promise<void> {
  const written = await writeRooms(ctx, venue, rooms).catch((error: unknown) => {
    if (brokenConstraint(error) === 'venue_room_name_once') throw sameName
    throw error
  })
  if (written !== rooms.length) throw notFound('房间')
}

const told = (ctx: Context, action: string, venue: string, area: string): Promise<void> =>
  record(ctx, { action, subjectKind: 'venue', subject: venue, area })

const whyNotClose = (accepted: number): Problem | null =>
  accepted === 0
    ? null
    : new Problem(409, {
        code: 'venue.stillBooked',
        message: `这一天以后还有 ${accepted} 次已同意的预约。`,
        mend: '请先逐个取消并说明理由，或者选晚一些的日期。',
      })

const sameName = refusal('venue.sameRoomName', '有两间房间同名。', '请给它们不同的名称。', 'rooms')

const changedMeanwhile = new Problem(409, {
  code: 'venue.changedMeanwhile',
  message: '别人刚刚改过这个场地。',
  mend: '请刷新页面，看过现在的内容再改。',
})

function refusal(code: string, message: string, mend: string, at: string): Problem {
  return new Problem(422, { code, message, mend, faults: [{ at, message }] })
}
