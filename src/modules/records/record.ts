// The shape of a dated record, of what is handed in for one, and the words for its states.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { kindNames, type RecordKind } from './record-kinds.ts'

export const recordStatuses = { standing: '在册', corrected: '已更正', withdrawn: '已撤回' } as const
export type RecordStatus = keyof typeof recordStatuses

export const KindField = z.enum(kindNames as [RecordKind, ...RecordKind[]])
const Attributes = z.record(z.string().max(40), z.union([z.boolean(), z.string().max(200)]))
const line = words(120).nullable().default(null)

/** Its attributes are held against the schema of the kind by the rules. */
export const RecordDraft = z.object({
  kind: KindField,
  area: AreaCodeField,
  /** Of a record about one organization; its area is then the organization's. */
  organization: IdField.nullable().default(null),
  /** Null where the kind asks for none. */
  title: line,
  startsOn: DayField,
  endsOn: DayField.nullable().default(null),
  doneBy: line,
  words: words(1000).nullable().default(null),
  attributes: Attributes.default({}),
})
export type RecordDraft = z.output<typeof RecordDraft>

const Version = z.object({
  id: IdField,
  status: z.enum(Object.keys(recordStatuses) as [RecordStatus]),
  title: z.string(),
  startsOn: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  closedWhy: z.string().nullable(),
})

export const DatedRecord = Version.extend({
  kind: KindField,
  area: AreaCodeField,
  areaName: z.string(),
  organization: z.object({ id: IdField, name: z.string() }).nullable(),
  endsOn: z.string().nullable(),
  doneBy: z.string().nullable(),
  words: z.string().nullable(),
  attributes: Attributes,
  file: FileView.nullable(),
  /** Who corrected or withdrew it, and when. */
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  demo: z.boolean(),
  may: z.array(z.string()),
})
export type DatedRecord = z.infer<typeof DatedRecord>

/** With the versions before and after it, the newest first; itself left out. */
export const RecordPage = DatedRecord.extend({ versions: z.array(Version) })
export type RecordPage = z.infer<typeof RecordPage>
