// Drafts of charters: begun from the register, from an earlier version or from a paper; filled in; thrown away.
import type { z } from 'zod'
import { allFileKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { keepFile } from '../../../platform/files/index.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { type CharterSummary, whyNotStep } from '../charter.ts'
import type { chartersApi } from '../charters-api.ts'
import { prefilled } from '../prefill.ts'
import { changedMeanwhile, isOnBehalf, move, open, told, whyNotLiving } from './charter-steps.ts'
import {
  type CharterRow,
  charterById,
  insertDraft,
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
  if (owner.status === 'ended') return whyNotLiving(owner)
  if (versions.some(({ status }) => status === 'draft')) return alreadyDrafted
  return versions.some(({ status }) => status === 'adopted') ? waitsForForce : null
}

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
  await told(ctx, owner, id, 'charter.discard', { reason })
}
