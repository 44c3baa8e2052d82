// What can be done to an organization: put it on the register, change or correct it, rest, end, revive.
import type { z } from 'zod'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { type FieldChange, record, recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { bareText } from '../../areas/fold-text.ts'
import { searchFields } from '../../areas/search-text.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { settle } from '../import/index.ts'
import { isMasked, unmask } from '../masking.ts'
import type { Effect, Organization, OrganizationDraft } from '../organization.ts'
import {
  draftFaults,
  type Move,
  moves,
  whyNotAgain,
  whyNotDraft,
  whyNotEffect,
  whyNotMove,
  whyNotName,
} from '../organization-rules.ts'
import type { organizationsApi } from '../organizations-api.ts'
import {
  allowedAmong,
  columns,
  insertOrganizations,
  lockOrganizations,
  namesakeOf,
  type OrganizationRow,
  type OrganizationWrite,
  oneOrganization,
  organizationSubject,
  phoneOf,
  successorOf,
  updateOrganizations,
} from './organization-store.ts'
import { endPeriods, moveStart, openFirstPeriods, reopenPeriod, rewritePeriods } from './period-store.ts'

export async function createOrganization(ctx: Context, given: OrganizationDraft): Promise<Organization> {
  await authorizeArea(ctx, 'organization.create', given.area)
  const draft = settle(given)
  refuseIf(whyNotDraft(draft, ctx.today) ?? whyNotPhone(draft.phone))
  const id = ctx.newId()
  const row = { ...draft, id, status: 'active', demo: false, version: 1 } as const
  await refuseNamesake(ctx, row)
  await insertOrganizations(ctx, [withSearch(row)]).catch(explainTaken)
  await openFirstPeriods(ctx, [id])
  await record(ctx, {
    action: 'organization.create',
    subjectKind: 'organization',
    subject: id,
    area: draft.area,
    changes: changesOf(null, row),
  })
  return shown(ctx, id)
}

export async function editOrganization(
  ctx: Context,
  id: string,
  edit: { version: number; organization: OrganizationDraft; effect: Effect },
): Promise<Organization> {
  await authorizeOrganization(ctx, 'organization.edit', id)
  await authorizeArea(ctx, 'organization.edit', edit.organization.area)
  refuseIf(whyNotDraft(edit.organization, ctx.today) ?? whyNotEffect(edit.effect, ctx.today))
  const before = await lockOne(ctx, id)
  refuseIf(whyNotSameVersion(before.version, edit.version))
  const after = merge(before, settle(edit.organization))
  refuseIf(whyNotPhone(after.phone))
  const changes = changesOf(before, after)
  if (changes.length === 0) return shown(ctx, id)
  await refuseNamesake(ctx, after)
  await writeOrganization(ctx, after)
  await applyEffect(ctx, id, edit.effect, changes)
  await record(ctx, {
    action: edit.effect.kind === 'change' ? 'organization.change' : 'organization.correct',
    subjectKind: 'organization',
    subject: id,
    area: after.area,
    effectiveOn: edit.effect.kind === 'change' ? edit.effect.from : null,
    reason: edit.effect.reason ?? null,
    changes,
  })
  return shown(ctx, id)
}

/** Only a correction may move the day from which an organization existed: a change leaves past days as they were. */
async function applyEffect(ctx: Context, id: string, effect: Effect, changes: FieldChange[]): Promise<void> {
  const change = { id, columns: changes.flatMap(periodColumns) }
  await rewritePeriods(ctx, [change], effect.kind === 'change' ? effect.from : null)
  if (effect.kind === 'correction' && changes.some(({ field }) => startFields.has(field)))
    await moveStart(ctx, id)
}

const startFields = new Set(['foundedOn', 'filedOn', 'registeredOn'])

/** Columns of a period that a changed field touches. */
export function periodColumns({ field }: FieldChange): string[] {
  if (field === 'area') return ['area', 'province', 'city', 'county', 'township', 'community']
  const column = columns[field as keyof typeof columns]
  return column ? [column] : []
}

/** Ends, rests or revives an organization from a day on, with the reason. */
export async function moveOrganization(
  ctx: Context,
  id: string,
  move: Move,
  { on, reason }: { on: Day; reason: string },
): Promise<Organization> {
  await authorizeOrganization(ctx, 'organization.edit', id)
  refuseIf(whyNotEffect({ kind: 'change', from: on, reason }, ctx.today))
  const before = await lockOne(ctx, id)
  refuseIf(whyNotMove(move, before.status))
  if (before.status === 'ended') refuseIf(whyNotAgain(await successorOf(ctx.db, id)))
  const after = { ...before, status: moves[move].to, version: before.version + 1 }
  await refuseNamesake(ctx, after)
  await writeOrganization(ctx, after)
  if (before.status === 'ended') await reopenPeriod(ctx, id, on)
  else if (move === 'end') await endPeriods(ctx, [id], on)
  else await rewritePeriods(ctx, [{ id, columns: ['status'] }], on)
  await record(ctx, {
    action: `organization.${move}`,
    subjectKind: 'organization',
    subject: id,
    area: before.area,
    effectiveOn: on,
    reason,
    changes: [{ field: 'status', from: before.status, to: after.status }],
  })
  return shown(ctx, id)
}

/** The leader's number in full; the look is recorded. */
export async function showPhone(ctx: Context, id: string): Promise<{ phone: string | null }> {
  await authorizeOrganization(ctx, 'organization.seePhone', id)
  await record(ctx, { action: 'organization.seePhone', subjectKind: 'organization', subject: id })
  return { phone: await phoneOf(ctx, id) }
}

type BulkChange = z.infer<typeof organizationsApi.bulkChange.body>['change']
type RowResult = { id: string; name: string; ok: boolean; message: string }

/** The same change for many from a day on: a row that cannot take it is named, the others are changed. */
export async function changeMany(
  ctx: Context,
  ids: string[],
  change: BulkChange,
  { from, reason }: { from: Day; reason?: string | undefined },
): Promise<RowResult[]> {
  refuseIf(whyNotEffect({ kind: 'change', from, reason }, ctx.today))
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const allowed = await allowedAmong(ctx, 'organization.edit', ids)
  const rows = await lockOrganizations(ctx.db, allowed)
  const known = new Map(rows.map((row) => [row.id, row]))
  const results = [...new Set(ids)].map((id) => resultFor(id, known.get(id), given, ctx.today))
  const changed = results.flatMap(({ id, ok }) => known.get(ok ? id : '') ?? [])
  const after = changed.map((row) => ({ ...row, ...given, version: row.version + 1 }))
  await updateOrganizations(ctx, after.map(withSearch))
  const happenings = after.map((row, index) => ({
    action: 'organization.change',
    subjectKind: 'organization',
    subject: row.id,
    area: row.area,
    effectiveOn: from,
    reason: reason ?? null,
    changes: changesOf(changed[index] ?? null, row),
  }))
  await rewritePeriods(
    ctx,
    happenings.map(({ subject, changes }) => ({ id: subject, columns: changes.flatMap(periodColumns) })),
    from,
  )
  await recordAll(ctx, happenings)
  return results
}

function resultFor(id: string, row: OrganizationRow | undefined, change: object, today: Day): RowResult {
  if (!row) return { id, name: '', ok: false, message: '没有找到，或不在您的管理范围内' }
  const message = whyNotChange(row, { ...row, ...change }, today)
  return { id, name: String(row.name), ok: message === null, message: message ?? '已修改' }
}

function whyNotChange(before: OrganizationRow, after: OrganizationRow, today: Day): string | null {
  if (before.status === 'ended') return '已退出名录，先恢复才能修改'
  if (changesOf(before, after).length === 0) return '本来就是这样，没有改动'
  const faults = draftFaults(after as unknown as OrganizationDraft, today)
  return faults.length > 0 ? faults.map((fault) => fault.message).join('；') : null
}

/** The row with the search columns that follow from its name. */
export function withSearch<T extends OrganizationRow>(row: T): T & OrganizationWrite {
  const name = String(row.name)
  return { ...row, bare: bareText(name), ...searchFields(name) }
}

/** The row after a draft: a masked phone number leaves the one on record. */
export function merge(before: OrganizationRow, draft: OrganizationDraft): OrganizationRow {
  const phone = unmask(draft.phone, before.phone as string | null)
  return { ...before, ...draft, phone, version: before.version + 1 }
}

/** Field by field what differs; the phone number itself stays out of the record. */
export function changesOf(before: OrganizationRow | null, after: OrganizationRow): FieldChange[] {
  const fields = ['area', ...Object.keys(columns)] as (keyof OrganizationRow)[]
  return fields
    .filter((field) => (before?.[field] ?? null) !== (after[field] ?? null))
    .map((field) =>
      field === 'phone'
        ? { field, from: null, to: null }
        : { field, from: before?.[field] ?? null, to: after[field] ?? null },
    )
}

/** Writes one whole row; the version that it leaves behind must be the one on record. */
export async function writeOrganization(ctx: Context, row: OrganizationRow): Promise<void> {
  const count = await updateOrganizations(ctx, [withSearch(row)]).catch(explainTaken)
  if (count !== 1) throw changedMeanwhile
}

const whyNotSameVersion = (now: number, then: number): Problem | null =>
  now === then ? null : changedMeanwhile

const changedMeanwhile = new Problem(409, {
  code: 'organization.changedMeanwhile',
  message: '这个组织刚被别人改过，您看到的是旧的内容。',
  mend: '请重新打开这一页，核对后再改；您填的内容还在本机草稿里。',
})

/** A masked number that is not the one on record is no number. */
function whyNotPhone(phone: unknown): Problem | null {
  if (typeof phone !== 'string' || !isMasked(phone)) return null
  return new Problem(422, {
    code: 'organization.phoneMasked',
    message: `联系电话“${phone}”有遮住的部分，与名录中的号码不符。`,
    mend: '请填写完整的号码，或者留空。',
    faults: [{ at: 'phone', message: '有遮住的部分' }],
  })
}

/** Those that have ended may share a name; so the name is asked for only of those that go on. */
export async function refuseNamesake(ctx: Context, row: OrganizationRow): Promise<void> {
  if (row.status === 'ended') return
  refuseIf(whyNotName(String(row.name), await namesakeOf(ctx.db, row)))
}

/** What two writers at the same time, or an import, ran into. */
export async function explainTaken(error: unknown): Promise<never> {
  if (brokenConstraint(error) === 'organization_name_once') {
    throw new Problem(409, {
      code: 'organization.nameTaken',
      message: '同一个社区（村）刚有人登记了同名的组织。',
      mend: '请刷新名录核对；如果不是同一个组织，请在名称里写明区别（如小区、街巷）。',
      faults: [{ at: 'name', message: '已有同名的组织' }],
    })
  }
  if (brokenConstraint(error) === 'organization_unified_code_once') {
    throw new Problem(422, {
      code: 'organization.unifiedCodeTaken',
      message: '这个统一社会信用代码已属于名录中的另一个组织。',
      mend: '请核对代码；如果是同一个组织，请修改那一条，不必新建。',
      faults: [{ at: 'unifiedCode', message: '已属于名录中的另一个组织' }],
    })
  }
  throw error
}

/** The whole row, locked until the transaction ends. */
export async function lockOne(ctx: Context, id: string): Promise<OrganizationRow> {
  const [row] = await lockOrganizations(ctx.db, [id])
  if (!row) throw notFound('组织')
  return row
}

async function shown(ctx: Context, id: string): Promise<Organization> {
  const organization = await oneOrganization(ctx, id)
  if (!organization) throw notFound('组织')
  return organization
}

export const authorizeOrganization = (ctx: Context, action: string, id: string) =>
  authorize(ctx, action, organizationSubject(id))

const authorizeArea = (ctx: Context, action: string, area: string) =>
  authorize(ctx, action, areaSubject(area))
