// What can be done with an incubation now, as buttons, each with its dialog.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { IncubationView } from '../incubation.ts'
import { AcceptDialog, EnterDialog, RefuseDialog, WithdrawDialog } from './AnswerDialogs.tsx'
import { ExitDialog, ExtendDialog, StageDialog } from './StayDialogs.tsx'
import { SubsidyDialog } from './SubsidyDialog.tsx'

export type DialogProps = { view: IncubationView; onClose: () => void }

type Step = {
  word: string
  action: string
  when: readonly IncubationView['status'][]
  primary?: true
  Dialog: (props: DialogProps) => ReactNode
}

const steps: readonly Step[] = [
  { word: '同意', action: 'incubation.decide', when: ['applied'], primary: true, Dialog: AcceptDialog },
  { word: '不同意', action: 'incubation.decide', when: ['applied'], Dialog: RefuseDialog },
  { word: '记为入驻', action: 'incubation.decide', when: ['accepted'], primary: true, Dialog: EnterDialog },
  { word: '撤回申请', action: 'incubation.apply', when: ['applied', 'accepted'], Dialog: WithdrawDialog },
  { word: '开始新阶段', action: 'incubation.decide', when: ['entered'], primary: true, Dialog: StageDialog },
  { word: '给予补贴', action: 'incubation.subsidize', when: ['entered', 'exited'], Dialog: SubsidyDialog },
  { word: '延长', action: 'incubation.decide', when: ['entered'], Dialog: ExtendDialog },
  { word: '出孵化', action: 'incubation.decide', when: ['entered'], Dialog: ExitDialog },
]

export function IncubationSteps({ view }: { view: IncubationView }): ReactNode {
  const [open, setOpen] = useState<Step | null>(null)
  const possible = steps.filter(({ when, action }) => when.includes(view.status) && view.may.includes(action))
  if (possible.length === 0) return null
  return (
    <div className="support-steps no-print">
      {possible.map((step) => (
        <Button key={step.word} type={step.primary ? 'primary' : 'default'} onClick={() => setOpen(step)}>
          {step.word}
        </Button>
      ))}
      {open && <open.Dialog view={view} onClose={() => setOpen(null)} />}
    </div>
  )
}
