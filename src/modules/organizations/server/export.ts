// Exports the filtered register as a workbook that can be imported again, streamed in portions.

import { asDay } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type FieldId, type FieldValues, fieldIds, fieldLabels, labelsOf, writers } from '../import/index.ts'
import { isMasked } from '../masking.ts'
import type { Organization } from '../organization.ts'
import type { OrganizationFilter, sortKeys } from '../organizations-api.ts'
import { conditionOf, sortOf } from './organization-filter-store.ts'
import { type ListedRow, listOrganizations } from './organization-store.ts'

const portion = 1_000

type ExportQuery = OrganizationFilter & { sort: keyof typeof sortKeys; order: 'asc' | 'desc' }

/** Leaves a trace: who took which list. Phone numbers stay masked; importing a masked one changes nothing. */
export async function exportOrganizations(
  ctx: Context,
  database: Database,
  query: ExportQuery,
): Promise<FileAnswer> {
  await record(
    { ...ctx, db: database },
    {
      action: 'organization.export',
      subjectKind: 'list',
      subject: 'organizations',
      area: query.area ?? null,
      changes: [{ field: 'filter', from: null, to: query }],
    },
  )
  const rows = exportRows({ ...ctx, db: database }, query)
  const columns = exported.map((field) => ({ title: fieldLabels[field], ...choicesOf(field) }))
  return { fileName: `组织名录 ${ctx.today}.xlsx`, content: writeXlsx([{ name: '名录', columns, rows }]) }
}

const exported = fieldIds

const withChoices = ['category', 'tier', 'legalForm', 'partyBranch', 'status'] as const

function choicesOf(field: FieldId): { choices?: readonly string[] } {
  const known = withChoices.find((choice) => choice === field)
  return known ? { choices: labelsOf(known) } : {}
}

async function* exportRows(ctx: Context, query: ExportQuery): AsyncGenerator<Cell[]> {
  const condition = await conditionOf(ctx.db, query)
  let after: readonly [unknown, string] | null = null
  for (;;) {
    const rows: ListedRow[] = await listOrganizations(ctx, {
      action: 'organization.export',
      condition,
      sort: sortOf(query),
      after,
      limit: portion,
    })
    for (const { view } of rows) yield cellsOf(JSON.parse(view))
    const last = rows.at(-1)
    if (!last || rows.length < portion) return
    after = [last.key, last.id]
  }
}

const cellsOf = (organization: Organization): Cell[] => exported.map((field) => cellOf(field, organization))

function cellOf<F extends FieldId>(field: F, organization: Organization): Cell {
  const value = fieldOf(field, organization)
  return value === null || value === undefined ? null : writers[field](value as FieldValues[F])
}

function fieldOf(field: FieldId, organization: Organization): unknown {
  switch (field) {
    case 'township':
      return organization.areaLevel === 'township' ? organization.areaName : organization.townshipName
    case 'community':
      return organization.areaLevel === 'community' ? organization.areaName : null
    case 'area':
      return organization.area
    case 'partyBranch':
      return organization.partyPresence
    case 'phone':
      return organization.phone &&
        /^1\d{2}\*{4}\d{4}$/.test(organization.phone) &&
        isMasked(organization.phone)
        ? organization.phone
        : null
    case 'foundedOn':
    case 'filedOn':
    case 'registeredOn':
      return organization[field] ? { day: asDay(organization[field]), precision: 'day' } : null
    default:
      return organization[field]
  }
}
