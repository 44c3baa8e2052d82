// What can be done with an exit now, by this reader; a button that cannot be used says why.
import { Button, Form } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import { type Exit, exitDecisions } from '../exit.ts'
import { type ExitMove, exitMoves, whyNotExit } from '../exit-rules.ts'
import { useWrite } from './changes-queries.ts'
import { checkDay } from './ExitSteps.tsx'

type Step = ExitMove | 'answer'

const needs: Record<Step, string> = {
  accept: 'exit.decide',
  refuse: 'exit.decide',
  conclude: 'exit.decide',
  withdraw: 'exit.request',
  answer: 'exit.request',
  remove: 'exit.remove',
  drop: 'exit.remove',
}

const words: Record<Step, { explain: string; label: string; hint: string }> = {
  accept: {
    explain: '受理后按规定的步骤清算，各步都完成了才能注销。',
    label: '受理意见',
    hint: '例如：材料齐全，同意受理',
  },
  refuse: { explain: '这项申请就此结束，组织照常在名录中。', label: '理由', hint: '哪里不符合、怎样办' },
  conclude: {
    explain: '从所填的那一天起不在名录中，证书一并注销；以前的数字和经过都保留。',
    label: '意见',
    hint: '例如：清算完成，准予注销',
  },
  withdraw: { explain: '不再注销，组织照常在名录中。', label: '理由', hint: '为什么撤回' },
  answer: { explain: '说明会写进经过，由管理部门据此决定。', label: '说明', hint: '事实、原因和打算' },
  remove: {
    explain: '从所填的那一天起不在名录中，证书一并注销；以前的数字和经过都保留。',
    label: '决定的理由',
    hint: '依据什么、是否采纳组织的说明',
  },
  drop: { explain: '不再清退，组织照常在名录中。', label: '理由', hint: '例如：已恢复活动' },
}

const labelOf = (step: Step): string => (step === 'answer' ? '说明情况' : exitDecisions[step])

export function ExitActions({ exit, name }: { exit: Exit; name: string }): ReactNode {
  const { today } = useSession()
  const [open, setOpen] = useState<Step | null>(null)
  const note = useId()
  const steps = stepsOf(exit)
  if (steps.length === 0) return null
  const whys = steps.flatMap((step) => whyNot(step, exit, today) ?? [])
  const main = steps.find((step) => whyNot(step, exit, today) === null)
  return (
    <div className="change-part">
      <div className="change-actions">
        {steps.map((step) => (
          <Button
            key={step}
            type={step === main ? 'primary' : 'default'}
            danger={step === 'conclude' || step === 'remove'}
            disabled={whyNot(step, exit, today) !== null}
            aria-describedby={note}
            onClick={() => setOpen(step)}
          >
            {labelOf(step)}
          </Button>
        ))}
      </div>
      <p id={note} className="action-why" hidden={whys.length === 0}>
        {whys.join('')}
      </p>
      {open && <StepDialog step={open} exit={exit} name={name} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Those that lead on from its status and are this reader's to take. */
function stepsOf({ status, may, kind, answer }: Exit): Step[] {
  const moves = (Object.keys(exitMoves) as ExitMove[]).filter((move) =>
    (exitMoves[move].from as readonly string[]).includes(status),
  )
  const answers: Step[] = kind === 'removal' && status === 'noticed' && answer === null ? ['answer'] : []
  return [...moves, ...answers]
    .filter((step) => may.includes(needs[step]))
    .sort((a, b) => weight(a) - weight(b))
}

/** What carries an exit on stands first. */
const weight = (step: Step): number => (step === 'withdraw' || step === 'refuse' || step === 'drop' ? 1 : 0)

function whyNot(step: Step, exit: Exit, today: string): string | null {
  if (step === 'answer') return null
  const { status, steps, answerDue, answer } = exit
  return (
    whyNotExit(step, { status, steps, answerDue, answered: answer !== null }, today as Day)?.message ?? null
  )
}

type DialogProps = { step: Step; exit: Exit; name: string; onClose: () => void }

function StepDialog({ step, exit, name, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const ends = step === 'conclude' || step === 'remove'
  const take = useWrite(({ said, on }: { said: string; on: Day | null }) => send(step, exit.id, said, on))
  const { explain, label, hint } = words[step]
  return (
    <ConfirmWithReason
      open
      title={`${labelOf(step)}：${name}`}
      explain={explain}
      confirmText={labelOf(step)}
      reasonLabel={label}
      reasonHint={`${hint}。会写进经过，别人看得到`}
      max={400}
      danger={ends}
      initialValues={{ on: today }}
      onConfirm={({ reason, on }) =>
        take.mutateAsync({ said: reason, on: ends ? dayFromText(String(on)) : null })
      }
      onClose={onClose}
    >
      {ends && (
        <Form.Item name="on" label="从哪一天起" rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
          <DayInput max={today} calendarLabel="从日历选日期" />
        </Form.Item>
      )}
    </ConfirmWithReason>
  )
}

function send(step: Step, id: string, said: string, on: Day | null): Promise<unknown> {
  const params = { id }
  if (step === 'answer') return call(changesApi.answerExit, { params, body: { said } })
  if (step === 'withdraw') return call(changesApi.withdrawExit, { params, body: { reason: said } })
  if (step === 'remove' || step === 'drop')
    return call(changesApi.decideRemoval, { params, body: { decision: step, said, on } })
  return call(changesApi.decideExit, { params, body: { decision: step, said, on } })
}
