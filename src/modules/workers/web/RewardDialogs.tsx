// The dialogs about a reward: refused, withdrawn, paid, corrected.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { yuanText } from '../../../kernel/money.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Reward } from '../reward.ts'
import { rewardsApi } from '../rewards-api.ts'
import { asDay } from './worker-form.ts'
import { useDone } from './worker-queries.ts'

type Props = { reward: Reward; onClose: () => void }

export function RefuseDialog({ reward, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`不予奖励：${reward.name}`}
      explain="申请就此结束，申请的人会看到理由；材料齐了可以再申请。"
      confirmText="不予奖励"
      danger
      onConfirm={({ reason }) =>
        done(call(rewardsApi.decide, { params: { id: reward.id }, body: { decision: 'refuse', reason } }))
      }
      onClose={onClose}
    />
  )
}

export function ReturnDialog({ reward, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`退回补正：${reward.name}`}
      explain="申请还在，等改好再报；原来交的材料都留着。"
      confirmText="退回补正"
      reasonLabel="要补正什么"
      reasonHint="例如：证书照片看不清；编号与证书不一致"
      onConfirm={({ reason }) =>
        done(call(rewardsApi.decide, { params: { id: reward.id }, body: { decision: 'return', reason } }))
      }
      onClose={onClose}
    />
  )
}

export function WithdrawDialog({ reward, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`撤回申请：${reward.name}`}
      explain="填错了的可以撤回，再重新申请。"
      confirmText="撤回"
      onConfirm={({ reason }) =>
        done(call(rewardsApi.withdraw, { params: { id: reward.id }, body: { reason } }))
      }
      onClose={onClose}
    />
  )
}

type PayProps = { rewards: readonly Reward[]; onClose: () => void; onPaid?: () => void }

export function PayDialog({ rewards, onClose, onPaid }: PayProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  const sum = rewards.reduce((all, { amount }) => all + amount, 0)
  return (
    <FormDialog<{ on: string }>
      title="登记已发放"
      okText="登记已发放"
      explain={`${rewards.length} 份，共 ${yuanText(sum)} 元。登记以后不能收回，发错了的只能登记更正。`}
      initialValues={{ on: today }}
      onSend={async ({ on }) => {
        await done(call(rewardsApi.pay, { body: { ids: rewards.map(({ id }) => id), on: asDay(on) } }))
        onPaid?.()
      }}
      onClose={onClose}
    >
      <DayItem name="on" label="哪一天发放" max={today} />
    </FormDialog>
  )
}

export function CorrectDialog({ reward, onClose }: Props): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`登记更正：${reward.name}`}
      explain="发放的记录保留不动，这里另记一笔：写明情况；退回的写负数，只是写错了字的写 0。"
      confirmText="登记更正"
      reasonLabel="情况"
      initialValues={{ difference: '0', on: today }}
      onConfirm={({ difference, on, reason }) =>
        done(
          call(rewardsApi.correct, {
            params: { id: reward.id },
            body: { difference: Math.round(Number(difference) * 100), on: asDay(String(on)), reason },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="difference"
        label="差额（元）"
        rules={[{ pattern: /^[-+]?\d{1,5}(\.\d{1,2})?$/, message: '请填写数字，例如 -1000 或 0' }]}
        validateTrigger="onSubmit"
      >
        <Input inputMode="text" autoComplete="off" suffix="元" />
      </Form.Item>
      <DayItem name="on" label="哪一天" max={today} />
    </ConfirmWithReason>
  )
}
