// One entry of hours: what, when, how long, its state, and what its organizer can do with it.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Entry, hoursText, serviceKinds, serviceStatuses, standingText } from '../service.ts'
import { whyNotConfirm, whyNotStep } from '../service-rules.ts'
import { ServiceItems } from './ServiceItems.tsx'
import { serviceBody, type TypedService, typedFrom } from './service-form.ts'
import { useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import { statusTones, whenText } from './volunteer-words.ts'

/** `children`: what the reader can do with it. */
export function EntryLine({ entry, children }: { entry: Entry; children?: ReactNode }): ReactNode {
  const { kind, activity, minutes, status, reason, objection, answer } = entry
  return (
    <li>
      <b>{activity}</b>
      <StateTag tone={statusTones[status]} word={standingText(entry)} />
      <span className="faint">
        {whenText(entry)} · {hoursText(minutes)} · {serviceKinds[kind]}
        {reason && ` · ${serviceStatuses[status]}的原因：${reason}`}
      </span>
      {objection && (
        <span>
          本人认为：{objection}
          {answer && `；答复：${answer}`}
        </span>
      )}
      {children}
    </li>
  )
}

type Question = 'refuse' | 'withdraw' | 'correct' | 'answer'

export function EntryActions({ entry }: { entry: Entry }): ReactNode {
  const [open, setOpen] = useState<Question | null>(null)
  const reason = useId()
  const confirm = useVolunteerAct<unknown>()
  const can = (step: 'confirm' | 'correct') => whyNotStep(step, entry.status) === null
  if (!entry.may.includes('service.record') || !can('correct')) return null
  const close = () => setOpen(null)
  const why = can('confirm') ? (whyNotConfirm(entry)?.body ?? null) : null
  return (
    <div className="volunteer-actions no-print">
      {can('confirm') && (
        <Button
          type="primary"
          loading={confirm.isPending}
          disabled={why !== null}
          {...(why && { 'aria-describedby': reason })}
          onClick={() => confirm.mutate(() => volunteerActs.confirm([entry.id]))}
        >
          确认
        </Button>
      )}
      {can('confirm') && <Button onClick={() => setOpen('refuse')}>不通过</Button>}
      <Button onClick={() => setOpen('correct')}>更正</Button>
      {!can('confirm') && <Button onClick={() => setOpen('withdraw')}>撤回</Button>}
      {entry.objection && !entry.answer && <Button onClick={() => setOpen('answer')}>答复本人</Button>}
      {why && (
        <p id={reason} className="action-why">
          {why.message}
          {why.mend}
        </p>
      )}
      <ProblemAlert problem={confirm.error} />
      {(open === 'refuse' || open === 'withdraw') && <Close entry={entry} step={open} onClose={close} />}
      {open === 'correct' && <Correct entry={entry} onClose={close} />}
      {open === 'answer' && <Answer entry={entry} onClose={close} />}
    </div>
  )
}

type DialogProps = { entry: Entry; onClose: () => void }

const closings = {
  refuse: { title: '不通过', explain: '这条时长不算数，记录仍保留。' },
  withdraw: { title: '撤回', explain: '这条时长从此不算数，记录仍保留；开过的证明会显示“内容已更正”。' },
} as const

function Close({ entry, step, onClose }: DialogProps & { step: keyof typeof closings }): ReactNode {
  const act = useVolunteerAct<unknown>()
  const { title, explain } = closings[step]
  return (
    <ConfirmWithReason
      open
      title={`${title}：${entry.name}的“${entry.activity}”`}
      explain={explain}
      confirmText={title}
      danger
      reasonHint="例如：那天没有来；记错了人"
      onConfirm={({ reason }) => act.mutateAsync(() => volunteerActs[step](entry.id, reason))}
      onClose={onClose}
    />
  )
}

type Correction = TypedService & { reason: string }

function Correct({ entry, onClose }: DialogProps): ReactNode {
  const act = useVolunteerAct<unknown>()
  return (
    <FormDialog<Correction>
      title={`更正：${entry.name}的“${entry.activity}”`}
      explain="按下面的内容另记一条，原来的一条保留在记录里，不再算数。"
      okText="更正"
      initialValues={typedFrom(entry)}
      onSend={({ reason, ...typed }) =>
        act.mutateAsync(() => volunteerActs.correct(entry.id, { ...serviceBody(typed), reason }))
      }
      onClose={onClose}
    >
      <ServiceItems />
      <WordsItem
        name="reason"
        label="为什么更正"
        max={200}
        needed="请填写理由"
        extra="例如：本人书面要求；早走一小时"
        long
      />
    </FormDialog>
  )
}

function Answer({ entry, onClose }: DialogProps): ReactNode {
  const act = useVolunteerAct<unknown>()
  return (
    <FormDialog<{ words: string }>
      title={`答复${entry.name}`}
      explain={`本人认为：${entry.objection}。确实记错的，请更正；没有记错的，说明为什么。`}
      okText="答复"
      initialValues={{}}
      onSend={({ words }) => act.mutateAsync(() => volunteerActs.answer(entry.id, words))}
      onClose={onClose}
    >
      <WordsItem name="words" label="为什么维持" max={200} needed="请填写答复" long />
    </FormDialog>
  )
}
