// What an officer can do with a census now: change, open, close, reopen, give up. A button that cannot be used is not there.
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Progress } from '../census.ts'
import { type Step, whyNot } from '../census-rules.ts'
import { nextRound } from '../next-round.ts'
import { CensusForm } from './CensusForm.tsx'
import { useStep } from './census-queries.ts'

type Open = Step | 'edit' | 'next'

export function CensusSteps({ progress }: { progress: Progress }): ReactNode {
  const { census } = progress
  const [open, setOpen] = useState<Open | null>(null)
  const { today } = progress
  if (!census.may.includes('census.run')) return null
  const can = (step: Step) => whyNot(step, census) === null
  const button = (step: Open, label: string, primary = false) => (
    <Button key={step} type={primary ? 'primary' : 'default'} onClick={() => setOpen(step)}>
      {label}
    </Button>
  )
  return (
    <div className="census-steps no-print">
      {can('open') && button('open', '开始摸底', true)}
      {can('close') && button('close', '结束并封存', progress.unfinished === null)}
      {(can('open') || can('close')) && button('edit', '修改')}
      {can('discard') && button('discard', '作废')}
      {nextRound(census, today) && button('next', '下一轮', true)}
      {can('reopen') && button('reopen', '重新打开')}
      {open && <Dialog open={open} progress={progress} onClose={() => setOpen(null)} />}
    </div>
  )
}

type DialogProps = { progress: Progress; onClose: () => void }

function Dialog({ open, ...props }: DialogProps & { open: Open }): ReactNode {
  const { census, today } = props.progress
  const next = nextRound(census, today)
  switch (open) {
    case 'edit':
      return <CensusForm census={census} onClose={props.onClose} />
    case 'next':
      return next && <CensusForm census={null} next={next} onClose={props.onClose} />
    case 'reopen':
      return <Reopen {...props} />
    case 'close':
      return props.progress.unfinished ? <CloseEarly {...props} /> : <Plain {...props} step="close" />
    default:
      return <Plain {...props} step={open} />
  }
}

const plain = {
  open: {
    title: '开始摸底',
    explain: '每个社区（村）都会得到一份名单，并收到一件待办。开始以后不能再换范围。',
    word: '开始',
  },
  close: {
    title: '结束并封存',
    explain: '所有社区（村）都走完了。结束后不能再核对，今天的数字会封存下来。',
    word: '结束并封存',
  },
  discard: { title: '作废这份草稿', explain: '作废后不再出现在列表里，留在记录中。', word: '作废' },
} as const

function Plain({
  progress: { census },
  step,
  onClose,
}: DialogProps & { step: keyof typeof plain }): ReactNode {
  const take = useStep(census.id)
  const navigate = useNavigate()
  const { title, explain, word } = plain[step]
  const confirm = async () => {
    await take.mutateAsync(step === 'close' ? { step, reason: null } : { step })
    onClose()
    if (step === 'discard') await navigate('/censuses')
  }
  return (
    <Modal
      open
      title={title}
      okText={word}
      cancelText="先不"
      okButtonProps={{ loading: take.isPending }}
      onOk={() => void confirm().catch(() => undefined)}
      onCancel={onClose}
    >
      <p className="explain">{explain}</p>
      <ProblemAlert problem={take.error} />
    </Modal>
  )
}

function CloseEarly({ progress: { census, unfinished }, onClose }: DialogProps): ReactNode {
  const take = useStep(census.id)
  return (
    <ConfirmWithReason
      open
      title="结束并封存"
      explain={`${unfinished}。没有核对的组织，按名录里现在的样子封存。`}
      confirmText="结束并封存"
      reasonLabel="为什么现在结束"
      onConfirm={({ reason }) => take.mutateAsync({ step: 'close', reason })}
      onClose={onClose}
    />
  )
}

function Reopen({ progress: { census }, onClose }: DialogProps): ReactNode {
  const take = useStep(census.id)
  return (
    <ConfirmWithReason
      open
      title="重新打开"
      explain="已封存的数字会撤回（留在记录里），再次结束时重新封存；用它作基数的目标，这期间没有比较的对象。"
      confirmText="重新打开"
      onConfirm={({ reason }) => take.mutateAsync({ step: 'reopen', reason })}
      onClose={onClose}
    />
  )
}
