// What can be done with one organization; a button that cannot be used says why.
import { Button, Form } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Organization } from '../organization.ts'
import { type Move, whyNotMove } from '../organization-rules.ts'
import { useMove } from './organization-queries.ts'
import { whyNot } from './organization-steps.ts'

const moves = {
  rest: {
    label: '标为不活跃',
    explain: '它还在名录里，可以随时恢复；从所填的那一天起，不再算作活跃的组织。',
    reason: '例如：今年以来没有开展活动，负责人外出',
  },
  end: {
    label: '退出名录',
    explain: '从所填的那一天起不再计入任何数字；以前的数字和全部经过都保留，之后还可以恢复。',
    reason: '例如：成员自愿解散；并入某某组织',
  },
  revive: {
    label: '恢复',
    explain: '从所填的那一天起重新算作正常的组织。',
    reason: '例如：重新开展活动；此前登记有误',
  },
} as const satisfies Record<Move, { label: string; explain: string; reason: string }>

type Props = { organization: Organization }

export function OrganizationActions({ organization }: Props): ReactNode {
  const [open, setOpen] = useState<Move | null>(null)
  const navigate = useNavigate()
  const reasons = useId()
  const shown = shownMoves(organization)
  const refusals = new Set(
    (['edit', ...shown] as const).flatMap((action) => whyNot(action, organization) ?? []),
  )
  return (
    <div className="organization-actions no-print">
      {shown.map((move) => (
        <Button
          key={move}
          disabled={whyNot(move, organization) !== null}
          aria-describedby={reasons}
          onClick={() => setOpen(move)}
        >
          {moves[move].label}
        </Button>
      ))}
      <Button
        type="primary"
        disabled={whyNot('edit', organization) !== null}
        aria-describedby={reasons}
        onClick={() => navigate(`/organizations/${organization.id}/edit`)}
      >
        修改
      </Button>
      <p id={reasons} className="action-why" hidden={refusals.size === 0}>
        {[...refusals].join('')}
      </p>
      {open && <MoveDialog move={open} organization={organization} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** The moves that lead on from its state: they stay in sight, greyed, for those who may only read. */
const shownMoves = ({ status }: Organization): Move[] =>
  (Object.keys(moves) as Move[]).filter((move) => whyNotMove(move, status) === null)

function MoveDialog({ move, organization, onClose }: Props & { move: Move; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const take = useMove(organization.id, move)
  const { label, explain, reason } = moves[move]
  const navigate = useNavigate()
  const confirm = async ({ on, reason }: ReasonValues) => {
    await take.mutateAsync({ on: String(on), reason })
    await navigate('.', { replace: true, state: { notice: move } })
  }
  return (
    <ConfirmWithReason
      open
      title={`${label}：${organization.name}`}
      explain={explain}
      confirmText={label}
      danger={move === 'end'}
      reasonHint={`${reason}。会写进经过，别人看得到`}
      initialValues={{ on: today }}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Form.Item name="on" label="从哪一天起" rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
        <DayInput max={today} calendarLabel="从日历选日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}

const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2021-09-01')
}
