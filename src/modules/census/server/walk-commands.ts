// What a place does: answer about its organizations, add what was missing, finish, take up again.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { closeTies } from '../../changes/server/index.ts'
import type { OrganizationDraft } from '../../organizations/organization.ts'
import {
  createOrganization,
  editOrganization,
  moveOrganization,
  oneOrganization,
  organizationSubject,
} from '../../organizations/server/index.ts'
import { type AnswerSent, type Outcome, outcomes, type Saying, type Walk, type WalkItem } from '../census.ts'
import { whyNotAnswer, whyNotFinish } from '../census-rules.ts'
import { knownCensus } from './census-commands.ts'
import { areaInside, holdCensus } from './census-store.ts'
import {
  type AnswerRow,
  answerAbout,
  answerWithKey,
  finishPlace,
  givePlace,
  holdKey,
  holdVersion,
  openAt,
  resumePlace,
  writeAnswer,
} from './walk-store.ts'
import { walkOf } from './walk-views.ts'

/** Writes the answer and what follows from it for the register. The same answer sent again changes nothing more. */
export async function answerOne(ctx: Context, id: string, sent: AnswerSent): Promise<WalkItem> {
  await authorize(ctx, 'census.answer', {
    ...organizationSubject(sent.organization),
    see: 'census.see',
  })
  await hold(ctx, id)
  const known = await answerWithKey(ctx.db, id, sent.key)
  if (known) return itemOf(ctx, known)
  const { area } = await item(ctx, sent.organization)
  await inside(ctx, id, area)
  await changeRegister(ctx, sent)
  const { key, organization, seen, saying } = sent
  const outcome = outcomeOf(saying)
  const note = noteOf(saying)
  await answer(ctx, { census: id, organization, outcome, note, key, seen })
  if (outcome === 'confirmed' || outcome === 'unsure') await tellLook(ctx, sent, area, outcome)
  return itemAbout(ctx, id, organization)
}

const outcomeOf = ({ kind }: Saying): Outcome => (kind === 'revived' ? 'corrected' : kind)

const noteOf = (saying: Saying): string | null =>
  'reason' in saying ? saying.reason : 'note' in saying ? saying.note : null

/** A change of the register names the version itself; the other answers hold it. */
async function changeRegister(
  ctx: Context,
  { organization: id, version, saying }: AnswerSent,
): Promise<void> {
  if (saying.kind === 'corrected') {
    const { draft, effect } = saying
    await editOrganization(ctx, id, { version, organization: draft, effect })
    return
  }
  if (!(await holdVersion(ctx.db, id, version))) throw changedMeanwhile
  if (saying.kind === 'gone') await leaveRegister(ctx, id, saying)
  if (saying.kind in moves)
    await moveOrganization(ctx, id, moves[saying.kind as keyof typeof moves], moved(saying))
}

/** Who may not edit it hears so before anything that hangs on it is looked at. */
async function leaveRegister(ctx: Context, id: string, saying: Saying): Promise<void> {
  await authorize(ctx, 'organization.edit', organizationSubject(id))
  const { on, reason } = moved(saying)
  await closeTies(ctx, [id], on, reason)
}

const moves = { dormant: 'rest', gone: 'end', revived: 'revive' } as const

function moved(saying: Saying) {
  if (!('reason' in saying)) throw new Error(`${saying.kind} moves nothing`)
  return { on: saying.on, reason: saying.reason }
}

const changedMeanwhile = new Problem(409, {
  code: 'census.changedMeanwhile',
  message: '这个组织刚被别人改过，您看到的是旧的内容。',
  mend: '已为您换成最新的内容，请看一遍再答。',
})

/** What was missing goes on the register of the place, once for each key. */
export async function addOne(
  ctx: Context,
  id: string,
  { key, draft }: { key: string; draft: OrganizationDraft },
): Promise<WalkItem> {
  await authorize(ctx, 'census.answer', areaSubject(draft.area))
  await hold(ctx, id)
  await inside(ctx, id, draft.area)
  await holdKey(ctx.db, key)
  const known = await answerWithKey(ctx.db, id, key)
  if (known) return itemOf(ctx, known)
  const made = await createOrganization(ctx, draft)
  await givePlace(ctx.db, id, draft.area)
  await answer(ctx, { census: id, organization: made.id, outcome: 'added', note: null, key, seen: null })
  return itemAbout(ctx, id, made.id)
}

export async function finish(ctx: Context, id: string, area: string): Promise<Walk> {
  await toAnswer(ctx, id, area)
  refuseIf(whyNotFinish(await openAt(ctx.db, id, area)))
  if ((await finishPlace(ctx, id, area)) === 1) await tellPlace(ctx, id, area, 'finish')
  return walkOf(ctx, await knownCensus(ctx, id), area)
}

export async function resume(ctx: Context, id: string, area: string): Promise<Walk> {
  await toAnswer(ctx, id, area)
  if ((await resumePlace(ctx, id, area)) === 1) await tellPlace(ctx, id, area, 'resume')
  return walkOf(ctx, await knownCensus(ctx, id), area)
}

async function toAnswer(ctx: Context, id: string, area: string): Promise<void> {
  await authorize(ctx, 'census.answer', areaSubject(area))
  await hold(ctx, id)
  await inside(ctx, id, area)
}

/** The campaign stays open until this is written; closing waits for it. */
async function hold(ctx: Context, id: string): Promise<void> {
  await knownCensus(ctx, id)
  const held = await holdCensus(ctx.db, id)
  if (!held) throw notFound('摸底')
  refuseIf(whyNotAnswer(held))
}

/** An organization outside the campaign's area is as unknown to it as one that does not exist. */
async function inside(ctx: Context, id: string, area: string): Promise<void> {
  if (!(await areaInside(ctx, await knownCensus(ctx, id), area))) throw notFound('组织')
}

async function answer(ctx: Context, given: Parameters<typeof writeAnswer>[1]): Promise<void> {
  if ((await writeAnswer(ctx, given)) === 1) return
  const other = await answerAbout(ctx.db, given.census, given.organization)
  throw new Problem(409, {
    code: 'census.answeredMeanwhile',
    message: `${other?.by ?? '别人'}刚刚答了“${other ? outcomes[other.outcome] : ''}”。`,
    mend: '已为您换成最新的内容；如果您的不一样，请再答一次。',
  })
}

async function item(ctx: Context, id: string) {
  const organization = await oneOrganization(ctx, id)
  if (!organization) throw notFound('组织')
  return organization
}

async function itemAbout(ctx: Context, census: string, organization: string): Promise<WalkItem> {
  const row = await answerAbout(ctx.db, census, organization)
  if (!row) throw notFound('组织')
  return itemOf(ctx, row)
}

const itemOf = async (
  ctx: Context,
  { organization, outcome, note, by, at, key }: AnswerRow,
): Promise<WalkItem> => ({
  organization: await item(ctx, organization),
  answer: { outcome, note, by, at, key },
})

const tellLook = (ctx: Context, sent: AnswerSent, area: string, outcome: 'confirmed' | 'unsure') =>
  record(ctx, {
    action: outcome === 'confirmed' ? 'census.confirm' : 'census.unsure',
    subjectKind: 'organization',
    subject: sent.organization,
    area,
    reason: noteOf(sent.saying),
  })

const tellPlace = (ctx: Context, id: string, area: string, what: 'finish' | 'resume') =>
  record(ctx, { action: `census.${what}`, subjectKind: 'census', subject: id, area })
