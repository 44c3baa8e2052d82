// The dialogs of a title: award it, refuse or end it with a reason, change or take back a nomination.
import type { ReactNode } from 'react'
import type { Given } from '../../../kernel/endpoint.ts'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type HonorInFull, honorThemes } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'
import { AwardQuestions, YearAndReason } from './HonorQuestions.tsx'
import type { Act } from './honor-acts.ts'
import { type AwardValues, awardOf } from './honor-form.ts'
import { useHonorAct } from './honor-queries.ts'

type Props = { honor: HonorInFull; onClose: () => void }

export function HonorDialog({ act, ...props }: Props & { act: Act['name'] }): ReactNode {
  if (act === 'award') return <AwardDialog {...props} />
  if (act === 'edit') return <EditDialog {...props} />
  return act === 'pass' ? null : <ReasonDialog {...props} act={act} />
}

const dialogs = {
  refuse: {
    title: '不予通过',
    explain: '提名就此结束，理由会给提名的人看到。',
    confirmText: '不予通过',
    danger: false,
  },
  retract: { title: '撤回提名', explain: '提名就此结束，可以重新提名。', confirmText: '撤回', danger: false },
  withdraw: {
    title: '撤销称号',
    explain: '从所填的那一天起不再算数；以前的数字和经过都保留。',
    confirmText: '撤销',
    danger: true,
  },
  annul: {
    title: '登记有误，作废',
    explain: '当作从来没有登记过，以前的数字也随之更正；经过保留。称号本身被取消的，请用“撤销称号”。',
    confirmText: '作废',
    danger: true,
  },
} as const

function ReasonDialog({ act, honor, onClose }: Props & { act: keyof typeof dialogs }): ReactNode {
  const { today } = useSession()
  const take = useHonorAct()
  const params = { id: honor.id }
  const confirm = ({ reason, on }: ReasonValues) =>
    take.mutateAsync(() =>
      act === 'withdraw'
        ? call(honorsApi.withdraw, { params, body: { reason, on: dayFromText(String(on)) ?? String(on) } })
        : call(honorsApi[act], { params, body: { reason } }),
    )
  return (
    <ConfirmWithReason
      open
      {...dialogs[act]}
      title={`${dialogs[act].title}：${honor.name}`}
      max={500}
      initialValues={{ on: today }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {act === 'withdraw' && <DayItem name="on" label="从哪一天起" max={today} />}
    </ConfirmWithReason>
  )
}

function AwardDialog({ honor, onClose }: Props): ReactNode {
  const { today } = useSession()
  const take = useHonorAct()
  const award = (values: AwardValues) =>
    take.mutateAsync(() => call(honorsApi.award, { params: { id: honor.id }, body: awardOf(values) }))
  return (
    <FormDialog<AwardValues>
      title={`公布：${honor.name}`}
      explain="公示期满，没有成立的异议。公布以后算进各项目标。"
      okText="公布"
      initialValues={{ on: today, validUntil: honor.wouldHoldUntil }}
      onSend={award}
      onClose={onClose}
    >
      <AwardQuestions needsDocument={false} />
    </FormDialog>
  )
}

type Words = NonNullable<Given<typeof honorsApi.edit>['body']>

function EditDialog({ honor, onClose }: Props): ReactNode {
  const take = useHonorAct()
  const { title, year, theme, reason, kind } = honor
  const save = (body: Words) =>
    take.mutateAsync(() =>
      call(honorsApi.edit, {
        params: { id: honor.id },
        body: { ...body, year: Number(body.year), theme: body.theme ?? null },
      }),
    )
  return (
    <FormDialog<Words>
      title={`修改提名：${honor.name}`}
      explain="评审以前可以改。种类、主体或级别填错了的，请撤回后重新提名。"
      okText="保存"
      initialValues={{ title, year, theme, reason }}
      onSend={save}
      onClose={onClose}
    >
      <WordsItem name="title" label="称号" max={40} needed="请填写称号" />
      {kind === 'pilot' && <OneItem name="theme" label="试什么" choices={honorThemes} />}
      <YearAndReason />
    </FormDialog>
  )
}
