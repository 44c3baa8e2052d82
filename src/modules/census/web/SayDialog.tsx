// Asks for the day and the reason when an organization rests, is gone, or is there after all.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Saying } from '../census.ts'

const moves = {
  dormant: {
    title: '不活跃',
    explain: '它还在名录里，可以随时恢复；从所填的那一天起，不再算作活跃的组织。',
    hint: '例如：半年没有开展活动，负责人外出',
    confirm: '记为不活跃',
  },
  gone: {
    title: '已不存在',
    explain: '从所填的那一天起退出名录；以前的数字和经过都保留，点错了还能改回来。',
    hint: '例如：成员都搬走了，自愿解散',
    confirm: '记为已不存在',
  },
  revived: {
    title: '其实还在活动',
    explain: '从所填的那一天起重新算作正常的组织。',
    hint: '例如：上次点错了；今年重新开展活动',
    confirm: '恢复',
  },
} as const
export type Move = keyof typeof moves

type Props = { move: Move; name: string; onSay: (saying: Saying) => void; onClose: () => void }

export function SayDialog({ move, name, onSay, onClose }: Props): ReactNode {
  const { today } = useSession()
  const { title, explain, hint, confirm } = moves[move]
  return (
    <ConfirmWithReason
      open
      title={`${title}：${name}`}
      explain={explain}
      confirmText={confirm}
      danger={move === 'gone'}
      reasonHint={`${hint}。会写进经过，别人看得到`}
      initialValues={{ on: today }}
      onConfirm={async ({ on, reason }) =>
        onSay({ kind: move, on: (dayFromText(String(on)) ?? today) as Day, reason })
      }
      onClose={onClose}
    >
      <Form.Item name="on" label="从哪一天起" rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
        <DayInput max={today} calendarLabel="从日历选日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}

const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2023-08-25')
}
