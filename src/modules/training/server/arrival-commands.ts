// What somebody who scans the code at the door of a training sees, and how that becomes attendance.
import { createHash } from 'node:crypto'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { bareText } from '../../areas/fold-text.ts'
import type { Arrival, Arrived, Door } from '../check-in.ts'
import { takenOff, unknownChoice, unknownCode, whyNotArrive, whyNotName } from '../check-in-rules.ts'
import { cancelled } from '../training-rules.ts'
import { insertAttendance } from './attendance-store.ts'
import { type Choice, type CodeAt, choicesAt, codeAt, namesAt, standingOf } from './check-in-store.ts'
import { told } from './training-commands.ts'
import { lockTraining, moveTraining } from './training-store.ts'

export async function showDoor(ctx: Context, code: string): Promise<Door> {
  const at = await codeAt(ctx.db, code)
  if (!at) throw unknownCode
  const problem = whyNotArrive(at, at, ctx.now)
  const { title, organizer, day, place, demo } = at
  return {
    ...{ title, organizer, day, place, demo },
    whyNot: problem && problem.body.message + (problem.body.mend ?? ''),
    organizations: problem ? [] : (await choicesAt(ctx.db, at)).map((one) => offered(code, one)),
  }
}

const offered = (code: string, { id, name, areaName, twice }: Choice): Door['organizations'][number] => ({
  ...{ key: keyOf(code, id), name, where: twice ? areaName : null },
})

/** An organization as this code alone names it: its id is nobody's business at the door. */
const keyOf = (code: string, id: string): string =>
  createHash('sha256').update(`${code} ${id}`).digest('base64url').slice(0, 16)

/** One after another for one training, so that of the same name twice one is written. */
export async function arrive(
  ctx: Context,
  code: string,
  { name, organization, said }: Arrival,
): Promise<Arrived> {
  const at = await enter(ctx, code)
  refuseIf(whyNotArrive(at, at, ctx.now) ?? whyNotName(name))
  const choice = organization === null ? null : await chosen(ctx, at, organization)
  const arrived = { name, organization: choice?.name ?? said }
  const bare = bareText(name)
  const standing = await standingOf(ctx.db, at.training, choice?.id ?? null, bare)
  if (standing === 'there') return { ...arrived, again: true }
  if (standing === 'takenOff') throw takenOff(name)
  await write(ctx, at, { name, bare, choice, said: choice ? null : said })
  return { ...arrived, again: false }
}

/** What stands behind a code once those before have done with the training. */
async function enter(ctx: Context, code: string): Promise<CodeAt> {
  const known = await codeAt(ctx.db, code)
  if (!known) throw unknownCode
  await lockTraining(ctx.db, known.training)
  return (await codeAt(ctx.db, code)) ?? known
}

async function chosen(ctx: Context, at: CodeAt, key: string): Promise<Choice> {
  const choice = (await choicesAt(ctx.db, at)).find(({ id }) => keyOf(at.code, id) === key)
  if (!choice) throw unknownChoice
  return choice
}

type Coming = { name: string; bare: string; choice: Choice | null; said: string | null }

/** The first who arrives makes it held; the others leave its version alone, so that the organizer may go on editing. */
async function write(ctx: Context, at: CodeAt, { name, bare, choice, said }: Coming): Promise<void> {
  const { training, area } = at
  if (at.status === 'announced' && (await moveTraining(ctx.db, training, 'record')) !== 1) throw cancelled
  const names = choice ? await namesAt(ctx.db, training, choice.id) : []
  const leader = names.some((one) => one.leader && bareText(one.name) === bare)
  const row = { id: ctx.newId(), organization: choice?.id ?? null, name, bare, leader, checkIn: at.id, said }
  const added = await insertAttendance(ctx, training, at.heldOn, [row])
  const changes = [{ field: 'added', from: null, to: added }]
  await told(ctx, 'arrive', { id: training, area }, { on: at.heldOn, changes })
}
