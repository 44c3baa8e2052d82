// The steps of winding up: each with its last day, who ticked it, when, and by what evidence.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import type { Exit, ExitStep } from '../exit.ts'
import { useWrite } from './changes-queries.ts'
import { StepFiles } from './StepFiles.tsx'

export function ExitSteps({ exit }: { exit: Exit }): ReactNode {
  const [ticking, setTicking] = useState<ExitStep | null>(null)
  const { today } = useSession()
  const may = exit.may.includes('exit.request') && exit.status === 'liquidating'
  return (
    <section className="panel" aria-labelledby="exit-steps">
      <h2 id="exit-steps">清算步骤</h2>
      {may && <p className="faint">凭据用文字说明；有照片或文件的可以附上，没有就不附。</p>}
      <ol className="exit-steps">
        {exit.steps.map((step) => (
          <li key={step.name}>
            <div className="step-words">
              {step.title}
              <p>{wordsOf(step)}</p>
              <StepFiles exit={exit} step={step} editable={may} />
            </div>
            <StepState step={step} today={today} />
            {may && step.doneOn === null && <Button onClick={() => setTicking(step)}>记为完成</Button>}
          </li>
        ))}
      </ol>
      {ticking && <TickDialog exit={exit} step={ticking} onClose={() => setTicking(null)} />}
    </section>
  )
}

function wordsOf({ doneOn, evidence, who, dueOn }: ExitStep): string {
  if (doneOn) return `${doneOn} 完成，${who ?? ''}记：${evidence ?? ''}`
  return dueOn ? `${dueOn} 前完成` : '注销前完成'
}

function StepState({ step: { doneOn, dueOn }, today }: { step: ExitStep; today: string }): ReactNode {
  if (doneOn) return <StateTag tone="met" word="已完成" />
  return dueOn && dueOn < today ? (
    <StateTag tone="overdue" word="逾期" />
  ) : (
    <StateTag tone="none" word="未完成" />
  )
}

function TickDialog({ exit, step, onClose }: { exit: Exit; step: ExitStep; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const tick = useWrite((body: { on: string; evidence: string }) =>
    call(changesApi.tickExitStep, { params: { id: exit.id, step: step.name }, body }),
  )
  return (
    <ConfirmWithReason
      open
      title={`记为完成：${step.title}`}
      explain="记下以后不能改；凭据是日后查得到的东西，例如签收单、公告、账页。"
      confirmText="记为完成"
      reasonLabel="凭据"
      reasonHint="例如：12 户签收单，存社区档案"
      max={400}
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) =>
        tick.mutateAsync({ on: dayFromText(String(on)) ?? '', evidence: reason })
      }
      onClose={onClose}
    >
      <Form.Item name="on" label="完成的日期" rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
        <DayInput max={today} calendarLabel="从日历选完成的日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}

export const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2021-09-01')
}
