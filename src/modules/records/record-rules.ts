// When a dated record may be entered, corrected, withdrawn or ended, and why not.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { DatedRecord, RecordDraft, RecordStatus } from './record.ts'
import { attributesOf, formOf, isLasting, titleOf } from './record-kinds.ts'

/** standing → corrected (another takes its place) or withdrawn; ending something lasting leaves it standing. */
export const recordSteps = {
  correct: { from: 'standing', to: 'corrected', called: '更正' },
  withdraw: { from: 'standing', to: 'withdrawn', called: '撤回' },
  end: { from: 'standing', to: 'standing', called: '终止' },
  attach: { from: 'standing', to: 'standing', called: '补上文件' },
} as const satisfies Record<string, { from: RecordStatus; to: RecordStatus; called: string }>
export type RecordStep = keyof typeof recordSteps

type Seen = Pick<DatedRecord, 'status' | 'kind' | 'endsOn' | 'file'>

/** Why a step cannot be taken on a record now, or null. */
export function whyNot(step: RecordStep, { status, kind, endsOn, file }: Seen): Problem | null {
  const { from, called } = recordSteps[step]
  if (status !== from) return gone(status, called)
  if (step === 'end' && !isLasting(kind))
    return refusal('record.noEnd', `${titleOf(kind)}只发生在一天，没有终止。`)
  if (step === 'end' && endsOn)
    return refusal('record.ended', `已经在 ${endsOn} 终止了。`, '日期不对的，请更正。')
  if (step === 'attach' && file)
    return refusal('record.hasFile', '已经有文件了。', '要换文件，请先更正并去掉原来的。')
  return null
}

/** Why a draft cannot be entered, or null: days, answers that the kind needs, and none that it does not know. */
export function whyNotEnter(draft: RecordDraft, today: Day): Problem | null {
  const faults = [...dayFaults(draft, today), ...answerFaults(draft)]
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'record.faulty',
    message: `填写的内容有 ${faults.length} 处不对：${faults[0]?.message}`,
    mend: '请按各处的提示修改后再提交，已填的内容都在。',
    faults,
  })
}

type Faults = { at: string; message: string }[]

function dayFaults({ kind, startsOn, endsOn }: RecordDraft, today: Day): Faults {
  return [
    ...(startsOn > today ? [{ at: 'startsOn', message: '还没有到这一天' }] : []),
    ...(endsOn && !isLasting(kind) ? [{ at: 'endsOn', message: '只发生在一天，没有终止日期' }] : []),
    ...(endsOn && endsOn <= startsOn ? [{ at: 'endsOn', message: '应在起始日期以后' }] : []),
  ]
}

function answerFaults(draft: RecordDraft): Faults {
  const form = formOf(draft.kind)
  const parsed = attributesOf(draft.kind).safeParse(draft.attributes)
  const wrong = parsed.success ? [] : parsed.error.issues
  return [
    ...(form.heading?.required && !draft.title
      ? [{ at: 'title', message: `请填写${form.heading.label}` }]
      : []),
    ...(form.doneBy.required && !draft.doneBy
      ? [{ at: 'doneBy', message: `请填写${form.doneBy.label}` }]
      : []),
    ...(form.words.required && !draft.words ? [{ at: 'words', message: `请填写${form.words.label}` }] : []),
    ...(draft.organization && !form.ofOrganization
      ? [{ at: 'organization', message: `${titleOf(draft.kind)}不属于一个组织` }]
      : []),
    ...wrong.map(({ path, message }) => ({ at: ['attributes', ...path].join('.'), message })),
  ]
}

const gone = (status: RecordStatus, called: string): Problem =>
  new Problem(409, {
    code: 'record.moved',
    message: `这条记录已经${status === 'corrected' ? '更正过' : '撤回'}了，不能再${called}。`,
    mend: status === 'corrected' ? '请打开更正后的那一条。' : '需要的话，请重新登记一条。',
  })

const refusal = (code: string, message: string, mend?: string): Problem =>
  new Problem(422, { code, message, ...(mend && { mend }) })
