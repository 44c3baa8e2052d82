// A paper list of who came to an activity, as a workbook: names, numbers to know people again by, kinds of people served.
import { minuteOf } from '../../../kernel/minute.ts'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { parseName } from '../../organizations/import/index.ts'
import type {
  ImportAct,
  ImportKind,
  ImportPlace,
  StoredRow,
  WrittenRow,
} from '../../organizations/server/index.ts'
import type { ServedKind } from '../../people/served-kinds.ts'
import { whyNotImport, whyNotTakeBack } from '../activity-rules.ts'
import { parseKinds, parseMobile } from '../participant-cells.ts'
import { movedOn, takeStep, toChange, told } from './activity-steps.ts'
import { type ActivityRow, activitySubject, setAttended, setServed } from './activity-store.ts'
import { knownActivity, standingOf } from './activity-view.ts'
import { randomCode } from './codes.ts'
import { judgeParticipants, type ParticipantRow, type Statement } from './participants-judge.ts'
import { activityOf, countNamed, dropEntered, enter, tick, untick } from './participants-store.ts'
import { forgetPhones } from './sign-up-store.ts'

export const participantRows: ImportKind<ParticipantRow> = {
  words: {
    ...{ title: '活动签到表', book: '到场名单', thing: '人', unit: '人' },
    ...{ link: '/activities/{belongsTo}#held', record: null },
  },
  vocabulary: {
    labels: {
      ...{ name: '姓名', phone: '联系电话', kinds: '服务对象' },
    },
    names: {
      name: { sure: ['签到', '签名', '参加人员', '参加人', '居民', '居民姓名', '名字'] },
      phone: { sure: ['电话', '联系方式', '手机', '手机号', '手机号码'] },
      kinds: { sure: ['人群', '人群类别', '服务对象类别', '对象类别', '人员类别', '类别'] },
    },
    key: 'name',
  },
  parsers: {
    name: (cell) => parseName(cell, 20),
    phone: parseMobile,
    kinds: parseKinds,
  },
  place: 'optional',
  forgets: true,
  authorize: async (ctx, at) => {
    const id = activityIn(at)
    await authorize(ctx, 'activity.edit', activitySubject(id))
    await authorize(ctx, 'activity.seeSignUps', activitySubject(id))
    if ((await knownActivity(ctx, id)).area !== at.area) throw notFound('活动')
  },
  judging: async (ctx, at) => {
    const row = await knownActivity(ctx, activityIn(at))
    refuseIf(await whyNot(ctx, row))
    return judgeParticipants(ctx, row.id)
  },
  write,
  whyNotUndo: async (ctx, id) => {
    const activity = await activityOf(ctx.db, id)
    return whyNotTakeBack((await knownActivity(ctx, activity)).attended, await countNamed(ctx.db, activity))
  },
  takeBack,
}

function activityIn({ belongsTo }: ImportPlace): string {
  if (belongsTo === null) throw notFound('活动')
  return belongsTo
}

const whyNot = async (ctx: Context, row: ActivityRow) =>
  whyNotImport(
    { ...standingOf(row), attended: row.attended },
    await countNamed(ctx.db, row.id),
    minuteOf(ctx.now),
  )

/** The first rows say that it was held; each is one person more, of the kinds that it names. */
async function write(
  ctx: Context,
  _outcome: 'new' | 'changed',
  rows: readonly StoredRow[],
  act: ImportAct,
): Promise<WrittenRow[]> {
  const statements = rows.map(({ statement }) => statement as Statement)
  const [first] = statements
  if (!first) return []
  const row = await opened(ctx, first.activity)
  const entered = statements.filter((one) => one.entered)
  const ticked = statements.filter((one) => !one.entered).map(({ id }) => id)
  const came =
    (await tick(ctx.db, row.id, ticked)) + (await enter(ctx, row.id, entered.map(withCode)).catch(explain))
  // Somebody who was ticked or gave the place back meanwhile makes the preview untrue.
  if (came !== rows.length) throw movedOn
  await forgetPhones(ctx.db, row.id)
  await count(ctx, row, statements, 1, act)
  return rows.map(({ row: at, statement }) => ({
    ...{ row: at, version: 1, record: (statement as Statement).id },
    before: { entered: (statement as Statement).entered, kinds: (statement as Statement).kinds },
  }))
}

/** Somebody signed up with that number since the preview. */
function explain(error: unknown): never {
  throw brokenConstraint(error) === 'activity_sign_up_phone_once' ? movedOn : error
}

const withCode = ({ id, name, phoneHash }: Statement) => ({ id, name, phoneHash, code: randomCode() })

/** Held fast, and held: with nobody counted yet where these are the first. */
async function opened(ctx: Context, id: string): Promise<ActivityRow> {
  const row = await toChange(ctx, id)
  refuseIf(await whyNot(ctx, row))
  if (row.attended !== null) return row
  await takeStep(ctx, id, 'hold', { attended: 0 })
  return { ...row, attended: 0 }
}

type Taken = { entered: boolean; kinds: ServedKind[] }

async function takeBack(ctx: Context, rows: readonly WrittenRow[], act: ImportAct): Promise<void> {
  const row = await toChange(ctx, await activityOf(ctx.db, act.id))
  const taken = rows.map(({ record, before }) => ({ id: record, ...(before as Taken) }))
  const idsOf = (entered: boolean) => taken.filter((one) => one.entered === entered).map(({ id }) => id)
  const gone = (await dropEntered(ctx.db, row.id, idsOf(true))) + (await untick(ctx.db, row.id, idsOf(false)))
  if (gone !== rows.length) throw movedOn
  await count(ctx, row, taken, -1, act)
}

/** So many more or fewer, in all and of each kind. */
async function count(
  ctx: Context,
  row: ActivityRow,
  people: readonly { kinds: readonly ServedKind[] }[],
  sign: 1 | -1,
  { reason }: ImportAct,
): Promise<void> {
  const attended = (row.attended ?? 0) + sign * people.length
  const served = { ...row.served }
  for (const kind of people.flatMap(({ kinds }) => kinds))
    served[kind] = Math.max(0, (served[kind] ?? 0) + sign)
  await setAttended(ctx.db, row.id, attended)
  await setServed(ctx.db, row.id, served)
  const changes = [{ field: 'attended', from: row.attended, to: attended }]
  await told(ctx, sign === 1 ? 'activity.importPeople' : 'activity.takePeopleBack', row, { reason, changes })
}
