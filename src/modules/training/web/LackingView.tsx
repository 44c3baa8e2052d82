// Who lacks the year's training, and one click to invite them.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { CappedCount } from '../../../kernel/page.ts'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { asNumber, CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useHomeArea, useMay, useSession } from '../../people/web/session-queries.ts'
import { enrolmentStatuses, type Lacking } from '../training.ts'
import {
  trainingActs,
  useLacking,
  useLackingCount,
  useTrainingAct,
  useTrainings,
} from './training-queries.ts'
import { areaIn, enrolmentTones, yearIn } from './training-words.ts'

export function LackingView(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const may = useMay()
  const year = yearIn(url, useSession().today)
  const area = areaIn(url)
  const asked = { year, ...(area && { area }) }
  const [chosen, setChosen] = useState<string[]>([])
  const { data, error, refetch, isPlaceholderData } = useLacking({
    ...asked,
    ...(keyset.after && { after: keyset.after }),
  })
  const { data: count } = useLackingCount(asked)
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <>
      <Count count={count} year={year} />
      {may('training.invite') && (
        <InviteBar year={year} count={count?.value ?? 0} chosen={chosen} onDone={() => setChosen([])} />
      )}
      <DataTable
        label="今年还没参训的组织"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyHint title="都参加过了">每个正常的组织今年都有人参加过骨干培训。</EmptyHint>}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(may('training.invite') && { selection: { keys: chosen, onChange: setChosen, nameOf } })}
      />
    </>
  )
}

function Count({ count, year }: { count: CappedCount | undefined; year: number }): ReactNode {
  if (!count) return <p className="count">正在计数…</p>
  return (
    <p className="count" role="status">
      <CountText count={count} unit="个组织" /> {year} 年还没有人参加过骨干培训；负责人和骨干每年至少一次。
    </p>
  )
}

type BarProps = { year: number; count: number; chosen: readonly string[]; onDone: () => void }

/** The next training is chosen already: inviting takes one click. */
function InviteBar({ year, count, chosen, onDone }: BarProps): ReactNode {
  const { today } = useSession()
  const url = useUrlState()
  const home = useHomeArea()
  const area = areaIn(url) ?? home?.code
  const { data } = useTrainings({ year, status: ['announced'], audience: ['keyMembers'], limit: 200 })
  const open = (data?.items ?? []).filter(({ heldOn, until }) => (until ?? heldOn) >= today).reverse()
  const [picked, setPicked] = useState<string | null>(null)
  const act = useTrainingAct<{ invited: number }>()
  const training = open.find(({ id }) => id === picked) ?? open[0]
  if (!data) return null
  if (!training) return <p className="faint">还没有可以报名的骨干培训：先发布一次，就能在这里邀请。</p>
  const invite = (whom: { organizations: string[] } | { lackingIn: string }) =>
    act.mutate(() => trainingActs.invite(training.id, whom), { onSuccess: onDone })
  return (
    <section className="panel training-invite no-print" aria-label="邀请">
      <p>邀请它们参加：</p>
      <ChooseOne
        name="training"
        options={open.map(({ id, title, heldOn }) => ({ value: id, label: `${heldOn} ${title}` }))}
        value={training.id}
        onChange={setPicked}
      />
      <div className="training-steps">
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={act.isPending}
          onClick={() => invite({ organizations: [...chosen] })}
        >
          邀请勾选的 {chosen.length} 个
        </Button>
        {area && count > 0 && (
          <Button loading={act.isPending} onClick={() => invite({ lackingIn: area })}>
            邀请全部 {asNumber(count)} 个
          </Button>
        )}
        <span role="status">
          {act.data &&
            (act.data.invited > 0 ? `已邀请 ${act.data.invited} 个组织。` : '它们都已经邀请过了。')}
        </span>
      </div>
      <ProblemAlert problem={act.error} />
    </section>
  )
}

const columns: readonly Column<Lacking>[] = [
  {
    key: 'name',
    title: '组织',
    width: '38%',
    card: 'title',
    cell: ({ id, name }) => <Link to={`/organizations/${id}#training`}>{name}</Link>,
  },
  { key: 'area', title: '所在区划', card: 'words', cell: ({ areaName }) => areaName },
  { key: 'lastOn', title: '上次参训', cell: ({ lastOn }) => lastOn ?? '没有记录' },
  {
    key: 'keeper',
    title: '负责人账号',
    card: 'hide',
    cell: ({ hasKeeper }) => (hasKeeper ? '有' : '没有，由社区代为答复'),
  },
  {
    key: 'asked',
    title: '邀请',
    card: 'mark',
    cell: ({ asked }) =>
      asked && <StateTag tone={enrolmentTones[asked.status]} word={enrolmentStatuses[asked.status]} />,
  },
]
