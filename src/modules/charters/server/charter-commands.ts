// What can be done to a charter: begin, fill in, throw away, vote on, put into force.
import type { z } from 'zod'
import { allFileKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { keepFile } from '../../../platform/files/index.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { changeFacts } from '../../organizations/server/index.ts'
import { type CharterSummary, whyNotStep } from '../charter.ts'
import { charterText } from '../charter-text.ts'
import type { chartersApi } from '../charters-api.ts'
import { whyNotComplete } from '../form-rules.ts'
import { prefilled } from '../prefill.ts'
import { demandsOf, outcomeOf, whyNotForce, whyNotVote } from '../vote-rules.ts'
import {
  type CharterRow,
  charterById,
  charterSubject,
  currentOf,
  insertDraft,
  insertVote,
  type Move,
  moveCharter,
  nextVersion,
  type Owner,
  ownerOf,
  ownerSubject,
  updateForm,
  versionsOf,
} from './charter-store.ts'
import { knownOf, rulesOfOwner } from './charter-view.ts'

/** Begins a draft, from what the register knows or from an earlier version. Returns its id. */
export async function startCharter(ctx: Context, organization: string, from: string | null): Promise<string> {
  const owner = await openForDraft(ctx, organization)
  const earlier = from === null ? null : await charterById(ctx.db, from)
  if (from !== null && earlier?.organization !== organization) throw notFound('章程')
  const form = earlier?.form ?? prefilled(knownOf(owner), await rulesOfOwner(ctx, owner))
  return newDraft(ctx, owner, { kind: 'written', form, file: null })
}

/** Keeps a paper charter as a draft. Returns its id. */
export async function uploadPaper(ctx: Context, organization: string, upload: Upload): Promise<string> {
  const owner = await openForDraft(ctx, organization)
  const file = await keepFile(ctx, upload, allFileKinds.filter(isPaper))
  return newDraft(ctx, owner, { kind: 'paper', form: null, file: file.id })
}

const isPaper = (kind: string): boolean => kind !== 'xls' && kind !== 'xlsx'

async function openForDraft(ctx: Context, organization: string): Promise<Owner> {
  await authorize(ctx, 'charter.draft', ownerSubject(organization))
  const owner = await ownerOf(ctx, organization, true)
  refuseIf(whyNotDraft(owner, await versionsOf(ctx.db, organization)))
  return owner
}

/** Why no draft can be begun now, or null. */
export function whyNotDraft(owner: Owner, versions: readonly CharterSummary[]): Problem | null {
  if (owner.status === 'ended') return hasEnded(owner)
  if (versions.some(({ status }) => status === 'draft')) return alreadyDrafted
  return versions.some(({ status }) => status === 'adopted') ? waitsForForce : null
}

const hasEnded = ({ name }: Owner) =>
  new Problem(409, {
    code: 'charter.organizationEnded',
    message: `“${name}”已退出名录，章程不再变动。`,
    mend: '确需变动的，先在名录中恢复这个组织。',
  })

const alreadyDrafted = new Problem(409, {
  code: 'charter.oneDraft',
  message: '已经有一份草稿，同时只写一份。',
  mend: '请接着写那一份；不要了就先作废。',
})

const waitsForForce = new Problem(409, {
  code: 'charter.oneWaiting',
  message: '新的一版已经通过，还没有生效。',
  mend: '请先办生效，再起草下一版。',
})

type Content = Pick<CharterRow, 'kind' | 'form'> & { file: string | null }

async function newDraft(ctx: Context, owner: Owner, content: Content): Promise<string> {
  const id = ctx.newId()
  const draft = { id, organization: owner.id, onBehalf: isOnBehalf(ctx, owner), ...content }
  await insertDraft(ctx, draft).catch((error: unknown) => {
    throw brokenConstraint(error) === 'charter_version_one_draft' ? alreadyDrafted : error
  })
  await told(ctx, owner, id, content.kind === 'paper' ? 'charter.upload' : 'charter.start')
  return id
}

/** Not by the account of the leader: written down for the leader. */
const isOnBehalf = (ctx: Context, { keeper }: Owner): boolean => keeper === null || ctx.who.id !== keeper

type Edit = z.output<typeof chartersApi.edit.body>

export async function editCharter(ctx: Context, id: string, { revision, form }: Edit): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.draft', id)
  refuseIf(whyNotStep('edit', charter.status) ?? whyNotForm(charter))
  if ((await updateForm(ctx, id, revision, form)) !== 1) throw changedMeanwhile
  await told(ctx, owner, id, 'charter.edit')
}

const whyNotForm = ({ kind }: CharterRow): Problem | null =>
  kind === 'written'
    ? null
    : new Problem(422, {
        code: 'charter.paper',
        message: '这是一份纸质章程，没有可以填写的内容。',
        mend: '要改写成按表填写的章程，请先作废这一份，再起草。',
      })

export async function discardCharter(ctx: Context, id: string, reason: string): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.draft', id)
  await move(ctx, charter, { step: 'discard' })
  await told(ctx, owner, id, 'charter.discard', reason)
}

type VoteGiven = z.output<typeof chartersApi.vote.body>

/** Records what was counted and what follows from it; a vote that failed is recorded as well. */
export async function recordVote(ctx: Context, id: string, given: VoteGiven): Promise<void> {
  const { revision, inForceOn, ...counted } = given
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('adopt', charter.status) ?? whyNotSame(charter, revision))
  const rules = await rulesOfOwner(ctx, owner)
  if (charter.form) refuseIf(whyNotComplete(charter.form, rules))
  refuseIf(whyNotVote(counted, inForceOn, ctx.today))
  const current = await currentOf(ctx.db, owner.id)
  const demands = demandsOf(rules, { amends: current !== null, formInForce: current?.form ?? null })
  const { result, because } = outcomeOf(counted, demands)
  await insertVote(ctx, id, { ...counted, result, because, onBehalf: isOnBehalf(ctx, owner) })
  const chapters = charter.form && charterText(charter.form, rules)
  if (result === 'refused') await move(ctx, charter, { step: 'refuse', chapters })
  else await adopt(ctx, charter, { step: 'adopt', chapters })
  await told(ctx, owner, id, `charter.${result}`, because)
  if (result === 'adopted' && inForceOn) {
    const adopted = { ...charter, status: 'adopted' as const }
    await putIntoForce(ctx, owner, adopted, { step: 'enter', on: inForceOn, heldOn: counted.heldOn })
  }
}

const adopt = async (ctx: Context, charter: CharterRow, given: Move): Promise<void> =>
  move(ctx, charter, { ...given, version: await nextVersion(ctx.db, charter.organization) })

/** A paper that was adopted before anybody kept records. */
export async function acknowledgePaper(
  ctx: Context,
  id: string,
  { inForceOn, reason }: { inForceOn: Day; reason: string },
): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('acknowledge', charter.status) ?? whyNotPaper(charter))
  const version = await nextVersion(ctx.db, owner.id)
  await putIntoForce(ctx, owner, charter, {
    ...{ step: 'acknowledge', on: inForceOn, heldOn: null, version, withoutVote: reason },
  })
}

const whyNotPaper = ({ kind }: CharterRow): Problem | null =>
  kind === 'paper'
    ? null
    : new Problem(422, {
        code: 'charter.needsVote',
        message: '按表填写的章程要经成员大会表决，不能直接登记为现行章程。',
        mend: '请开会表决后“记录表决”。',
      })

export async function enterCharter(ctx: Context, id: string, inForceOn: Day): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('enter', charter.status))
  await putIntoForce(ctx, owner, charter, {
    ...{ step: 'enter', on: inForceOn, heldOn: charter.vote?.heldOn ?? null },
  })
}

type Entry = {
  step: 'enter' | 'acknowledge'
  on: Day
  heldOn: Day | null
  version?: number
  withoutVote?: string
}

/** The version in force so far ends on that day, and the register says from then on that there is a charter. */
async function putIntoForce(ctx: Context, owner: Owner, charter: CharterRow, entry: Entry): Promise<void> {
  const { on, heldOn, ...given } = entry
  const current = await currentOf(ctx.db, owner.id)
  refuseIf(whyNotForce(on, { heldOn, inForceOn: current?.inForceOn ?? null }, ctx.today))
  if (current) await move(ctx, current, { step: 'supersede', endedOn: on })
  await move(ctx, charter, { ...given, inForceOn: on })
  await told(ctx, owner, charter.id, 'charter.enter', entry.withoutVote ?? null, on)
  const reason = entry.withoutVote ? `纸质章程：${entry.withoutVote}` : null
  await changeFacts(ctx, owner.id, { charter: true }, { action: 'organization.charter', on, reason })
}

/** Locks the organization, so that whatever is decided about its charters is decided one after the other. */
async function open(
  ctx: Context,
  action: 'charter.draft' | 'charter.adopt',
  id: string,
): Promise<{ charter: CharterRow; owner: Owner }> {
  await authorize(ctx, action, charterSubject(id))
  const seen = await charterById(ctx.db, id)
  if (!seen) throw notFound('章程')
  const owner = await ownerOf(ctx, seen.organization, true)
  const charter = await charterById(ctx.db, id)
  if (!charter) throw notFound('章程')
  if (owner.status === 'ended') throw hasEnded(owner)
  return { charter, owner }
}

async function move(ctx: Context, charter: CharterRow, step: Move): Promise<void> {
  refuseIf(whyNotStep(step.step, charter.status))
  if ((await moveCharter(ctx, charter.id, step)) !== 1) throw changedMeanwhile
}

const whyNotSame = ({ revision }: CharterRow, seen: number): Problem | null =>
  revision === seen ? null : changedMeanwhile

const changedMeanwhile = new Problem(409, {
  code: 'charter.changedMeanwhile',
  message: '这份章程刚被别人改过或者办过了，您看到的是旧的内容。',
  mend: '请刷新页面，核对后再办；您填的内容还在本机草稿里。',
})

const told = (
  ctx: Context,
  owner: Owner,
  id: string,
  action: string,
  reason: string | null = null,
  effectiveOn: Day | null = null,
): Promise<void> =>
  record(ctx, { action, subjectKind: 'charter', subject: id, area: owner.area, reason, effectiveOn })
