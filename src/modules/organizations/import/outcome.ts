// What a row would do to the register: new, same, changed field by field, or a problem.

import { asDay, type Day } from '../../../kernel/time.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import { isMasked, maskPhone } from '../masking.ts'
import type { OrganizationDraft } from '../organization.ts'
import { draftFaults } from '../organization-rules.ts'
import { agrees, asInSheet } from './as-in-sheet.ts'
import { cellOf, type DraftRow, type Remark } from './draft-row.ts'
import { type FieldId, fieldLabels } from './fields.ts'
import type { FieldValues } from './read-field.ts'

/** What a row can say about an organization: the draft's fields and the status. */
export type Statement = Partial<Omit<OrganizationDraft, 'area' | 'leaderInParty'>> & {
  status?: FieldValues['status']
}

/** Fields of the sheet and the organization's own. */
const targets = {
  name: 'name',
  category: 'category',
  leader: 'leader',
  phone: 'phone',
  members: 'members',
  partyMembers: 'partyMembers',
  foundedOn: 'foundedOn',
  filedOn: 'filedOn',
  registeredOn: 'registeredOn',
  place: 'place',
  scope: 'scope',
  partyBranch: 'partyPresence',
  tier: 'tier',
  legalForm: 'legalForm',
  unifiedCode: 'unifiedCode',
  residentsServed: 'residentsServed',
  hub: 'hub',
  charter: 'charter',
  status: 'status',
  note: 'note',
} as const satisfies Partial<Record<FieldId, keyof Statement>>

export type StatedField = keyof typeof targets

type Known = Readonly<Record<string, unknown>>

/**
 * The row's words as fields of an organization. What only repeats less exactly what is on record is left out: a masked
 * telephone number, the month of a known day.
 */
export function statementOf({ given }: DraftRow, existing: Known | null = null): Statement {
  const entries = (Object.keys(targets) as StatedField[]).flatMap((field) => {
    const value = given[field]
    if (value === undefined || agrees(value, existing?.[field]) || maskedPhone(given, field)) return []
    return [[targets[field], plainValue(value)]]
  })
  return Object.fromEntries(entries) as Statement
}

const maskedPhone = ({ phone }: DraftRow['given'], field: string): boolean =>
  field === 'phone' && phone !== undefined && isMasked(phone)

/** A masked number that is not the one on record cannot be taken over: said aloud. */
export function maskedRemarks(row: DraftRow, existing: Known | null): Remark[] {
  const { phone } = row.given
  const onRecord = existing?.phone
  if (!phone || !isMasked(phone) || (typeof onRecord === 'string' && maskPhone(onRecord) === phone)) return []
  const outcome = existing ? '没有改动名录里的号码' : '没有登记号码'
  return [{ cell: cellOf(row, 'phone'), message: `“${phone}”有遮住的部分，${outcome}` }]
}

const plainValue = (value: FieldValues[FieldId]): unknown =>
  typeof value === 'object' && 'day' in value ? asDay(value.day) : value

/** The draft of a new organization, with what had to be assumed said aloud. */
export function newDraft(
  statement: Statement,
  area: string,
): { draft: OrganizationDraft; assumed: string[] } {
  const legalForm = statement.legalForm ?? formOfCode(statement.unifiedCode) ?? 'none'
  const tier = statement.tier ?? assumedTier({ ...statement, legalForm })
  const { status: _, ...stated } = statement
  const draft = Object.assign({ ...blank }, stated, { area, tier, legalForm }) as OrganizationDraft
  return {
    draft,
    assumed: [
      ...(statement.tier ? [] : [`没有写管理方式，按“${tiers[tier]}”登记`]),
      ...(statement.legalForm || legalForm === 'none'
        ? []
        : [`没有写组织形式，由代码按“${legalForms[legalForm]}”登记`]),
    ],
  }
}

/** Registered with civil affairs as 51 association, 52 service agency, 53 foundation. (GB 32100-2015, table 1) */
const formOfCode = (code: string | null | undefined): OrganizationDraft['legalForm'] | undefined =>
  (({ 51: 'association', 52: 'serviceAgency', 53: 'foundation' }) as const)[code?.slice(0, 2) ?? '']

/** Registered when there is a legal form; filed when a code or a day says that somebody keeps a record of it. */
function assumedTier({
  legalForm,
  unifiedCode,
  registeredOn,
  filedOn,
}: Statement): OrganizationDraft['tier'] {
  if (legalForm && legalForm !== 'none') return 'registered'
  return filedOn || registeredOn || unifiedCode ? 'filed' : 'guided'
}

/** All fields of a draft: one that were added later would make every draft slow and large. */
const blank: Record<keyof OrganizationDraft, unknown> = {
  name: undefined,
  area: '',
  category: undefined,
  tier: 'guided',
  legalForm: 'none',
  hub: false,
  charter: null,
  leader: null,
  phone: null,
  leaderInParty: null,
  members: null,
  partyMembers: null,
  partyPresence: null,
  residentsServed: null,
  foundedOn: null,
  filedOn: null,
  registeredOn: null,
  place: null,
  scope: null,
  unifiedCode: null,
  note: null,
}

/** What a new organization must have and this row does not say, and what contradicts itself, by cell. */
export function faultsOf(
  row: DraftRow,
  draft: Partial<OrganizationDraft>,
  today: Day,
  isNew: boolean,
): Remark[] {
  const cell = (field: string) => cellOf(row, (fieldFor[field] ?? field) as FieldId)
  const missing = isNew
    ? (['name', 'category'] as const).filter(
        (field) =>
          draft[field] === undefined && !row.problems.some((problem) => problem.cell === cell(field)),
      )
    : []
  return [
    ...missing.map((field) => ({ cell: cell(field), message: `没有写${fieldLabels[field]}` })),
    ...draftFaults(factsOf(draft), today).map(({ at, message }) => ({ cell: cell(at), message })),
  ]
}

/** What is not said contradicts nothing. */
const factsOf = (draft: Partial<OrganizationDraft>): Parameters<typeof draftFaults>[0] => ({
  tier: draft.tier ?? 'filed',
  legalForm: draft.legalForm ?? 'none',
  members: draft.members ?? null,
  partyMembers: draft.partyMembers ?? null,
  foundedOn: draft.foundedOn ?? null,
  filedOn: draft.filedOn ?? null,
  registeredOn: draft.registeredOn ?? null,
})

/** The organization's field → the sheet's, where they differ. */
const fieldFor: Readonly<Record<string, FieldId>> = { partyPresence: 'partyBranch' }

export type RowChange = { field: string; label: string; from: string; to: string }

/** Field by field what the row would change of an organization as it stands; phone numbers stay masked. */
export function changesIn(statement: Statement, now: Known): RowChange[] {
  return (Object.keys(statement) as (keyof Statement)[])
    .filter((field) => statement[field] !== asInSheet(field, now[field] ?? null))
    .map((field) => ({
      field,
      label: labelOf(field),
      from: shown(field, now[field]),
      to: shown(field, statement[field]),
    }))
}

const labelOf = (field: string): string => fieldLabels[(fieldFor[field] ?? field) as FieldId] ?? field

const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: categories,
  tier: tiers,
  legalForm: legalForms,
  status: organizationStatuses,
  partyPresence: partyPresences,
}

function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (field === 'phone') return isMasked(text) ? text : maskPhone(text)
  return choiceWords[field]?.[text] ?? text
}
