// The dialogs of a stay: the next stage, a longer stay, the exit.
import type { ReactNode } from 'react'
import { addMonths } from '../../../kernel/time.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type IncubationView, type Result, results } from '../incubation.ts'
import { asTyped } from './AnswerDialogs.tsx'
import type { DialogProps } from './IncubationSteps.tsx'
import { supportActs, useDone } from './support-queries.ts'

type StageValues = { stage: string; mentor?: string; goal: string; from: string; finding?: string }

const orNull = (text: string | undefined): string | null => (text?.trim() ? text : null)

/** The first of the stages that has not been. */
const nextStage = ({ offered, stages }: IncubationView): string | undefined =>
  Object.keys(offered).find((name) => !stages.some(({ stage }) => stage === name))

export function StageDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  const now = view.stages.at(-1)
  const stage = nextStage(view)
  const send = ({ mentor, finding, from, ...values }: StageValues) =>
    done(
      supportActs.begin(view.id, {
        ...values,
        ...{ mentor: orNull(mentor), finding: orNull(finding), from: asTyped(from) },
      }),
    )
  return (
    <FormDialog<StageValues>
      title="开始新阶段"
      okText="开始"
      {...(now && { explain: `“${view.offered[now.stage] ?? now.stage}”到那一天结束。` })}
      initialValues={{
        ...(stage && { stage }),
        ...(now?.mentor && { mentor: now.mentor }),
        from: now ? today : (view.enteredOn ?? today),
      }}
      onSend={send}
      onClose={onClose}
    >
      {now && (
        <WordsItem
          name="finding"
          label="上一阶段做到了什么（可不填）"
          max={200}
          placeholder="例如：每月活动两次，有了骨干"
        />
      )}
      <OneItem name="stage" label="新阶段" choices={view.offered} needed="请选择阶段" />
      <WordsItem
        name="goal"
        label="目标"
        max={200}
        needed="请填写目标"
        placeholder="例如：独立策划一次社区活动"
        long
      />
      <WordsItem name="mentor" label="导师（可不填）" max={40} />
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

type ExtendValues = { until: string; reason: string }

export function ExtendDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <FormDialog<ExtendValues>
      title="延长孵化"
      okText="延长"
      explain={`现在最晚 ${view.leaveBy} 出孵化。`}
      initialValues={{ until: addMonths(view.leaveBy ?? asTyped(today), 6) }}
      onSend={({ until, reason }) => done(supportActs.extend(view.id, { until: asTyped(until), reason }))}
      onClose={onClose}
    >
      <DayItem name="until" label="延长到哪一天" />
      <WordsItem
        name="reason"
        label="理由"
        max={200}
        needed="请填写理由"
        extra="会写进记录，别人看得到"
        long
      />
    </FormDialog>
  )
}

type ExitValues = { on: string; result: Result; conclusion: string }

export function ExitDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <FormDialog<ExitValues>
      title={`出孵化：${view.organization.name}`}
      okText="办理出孵化"
      explain="从所填的那一天起不再计入孵化；以前的记录和数字都保留。"
      initialValues={{ on: today }}
      onSend={({ on, ...values }) => done(supportActs.exit(view.id, { ...values, on: asTyped(on) }))}
      onClose={onClose}
    >
      <OneItem name="result" label="结果" choices={results} needed="请选择结果" />
      <WordsItem
        name="conclusion"
        label="一句话小结"
        max={500}
        needed="请填写小结"
        placeholder="例如：能独立办活动，已备案"
        long
      />
      <DayItem name="on" label="哪一天出孵化" max={today} />
    </FormDialog>
  )
}
