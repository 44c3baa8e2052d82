// A change that somebody asks for and somebody else decides: its kinds, states and shapes.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'

export const changeKinds = { details: '变更', move: '迁移' } as const
export type ChangeKind = keyof typeof changeKinds

export const changeStatuses = {
  submitted: '等待决定',
  returned: '退回补正',
  approved: '已同意',
  refused: '不同意',
  withdrawn: '已撤回',
} as const
export type ChangeStatus = keyof typeof changeStatuses

export const changeStepKinds = {
  submit: '提出',
  resubmit: '补正后再次提出',
  return: '退回补正',
  approve: '同意',
  refuse: '不同意',
  withdraw: '撤回',
} as const
export type ChangeStepKind = keyof typeof changeStepKinds

/** What may be asked for; a field that is left out stays as it is. */
export const Asked = z
  .object({
    name: words(60),
    leader: words(40),
    /** Of the new leader; shown masked. */
    phone: z.string().trim().min(1).max(40),
    place: words(200).nullable(),
    scope: words(1000).nullable(),
  })
  .partial()
export type Asked = z.infer<typeof Asked>

export const askedLabels = {
  name: '组织名称',
  leader: '负责人',
  phone: '负责人联系电话',
  place: '活动场所',
  scope: '业务范围',
} as const satisfies Record<keyof Asked, string>

const common = { from: DayField, reason: words(200) }

export const ChangeDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('details'), asked: Asked, ...common }),
  z.object({ kind: z.literal('move'), to: AreaCodeField, ...common }),
])
export type ChangeDraft = z.infer<typeof ChangeDraft>

export const ChangeStep = z.object({
  kind: z.enum(Object.keys(changeStepKinds) as [ChangeStepKind]),
  at: z.string(),
  who: z.string(),
  said: z.string().nullable(),
})

/** A request as its readers see it. */
export const ChangeRequest = z.object({
  id: IdField,
  kind: z.enum(Object.keys(changeKinds) as [ChangeKind]),
  status: z.enum(Object.keys(changeStatuses) as [ChangeStatus]),
  organization: z.object({ id: IdField, name: z.string(), status: z.string() }),
  /** The area whose officers decide. */
  deskName: z.string(),
  asked: Asked.nullable(),
  /** What the register says now of the fields that are asked for. */
  now: Asked.partial().extend({
    name: z.string().nullable().optional(),
    leader: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
  }),
  to: z.object({ code: z.string(), name: z.string() }).nullable(),
  fromName: z.string(),
  from: z.string(),
  reason: z.string(),
  onBehalf: z.boolean(),
  askedAt: z.string(),
  steps: z.array(ChangeStep),
  due: z.string(),
  may: z.array(z.string()),
})
export type ChangeRequest = z.infer<typeof ChangeRequest>
