// Rewards for certificates: applications, what waits to be decided, and what is to be paid and was.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { yuanText } from '../../../kernel/money.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useHomeArea, useMay } from '../../people/web/session-queries.ts'
import { type Reward, rewardStatuses } from '../reward.ts'
import { rewardsApi } from '../rewards-api.ts'
import { certifiedGrades } from '../worker.ts'
import { PayDialog } from './RewardDialogs.tsx'
import { rewardTones, termsText } from './reward-words.ts'
import { RewardFilters } from './WorkerFilters.tsx'
import { rewardFilterKeys, rewardFilterOf } from './worker-filters.ts'
import { useRewardCount, useRewards, useRewardTerms } from './worker-queries.ts'
import '../../organizations/web/organizations.css'
import './workers.css'

export function RewardsPage(): ReactNode {
  const may = useMay()
  const { data: terms } = useRewardTerms(useHomeArea()?.code)
  const area = useUrlState().one('area')
  return (
    <>
      <PageHeader
        title="持证奖励"
        sentence={terms ? termsText(terms) : '取得社会工作者职业资格的一次性奖励，同一等级只奖励一次。'}
        back={{ to: '/workers', label: '社会工作者' }}
        action={
          may('reward.apply') && (
            <ButtonLink primary to="/rewards/new">
              替人申请
            </ButtonLink>
          )
        }
        extra={
          <>
            {may('reward.pay') && (
              <Button href={urlOf(rewardsApi.paymentList, { query: area ? { area } : {} })} download>
                导出发放名单
              </Button>
            )}
            <PrintMenu />
          </>
        }
      />
      <RewardFilters />
      <List />
    </>
  )
}

const columns: readonly Column<Reward>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '18%',
    card: 'title',
    cell: (one) => <Link to={`/rewards/${one.id}`}>{one.name}</Link>,
  },
  { key: 'grade', title: '等级', card: 'words', cell: ({ grade }) => certifiedGrades[grade] },
  { key: 'area', title: '所在社区（村）', card: 'words', cell: ({ areaName }) => areaName },
  {
    key: 'amount',
    title: '金额',
    align: 'right',
    card: 'words',
    cell: ({ amount }) => <span className="nowrap">{yuanText(amount)} 元</span>,
  },
  { key: 'applied', title: '申请日期', cell: ({ appliedOn }) => <span className="nowrap">{appliedOn}</span> },
  { key: 'paid', title: '发放日期', cell: ({ paidOn }) => <span className="nowrap">{paidOn ?? '—'}</span> },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: ({ status }) => <StateTag tone={rewardTones[status]} word={rewardStatuses[status]} />,
  },
]

function List(): ReactNode {
  const [search] = useSearchParams()
  const keyset = useKeyset()
  const filter = rewardFilterOf(search)
  const query = { ...filter, limit: 50, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useRewards(query)
  const count = useRewardCount(filter)
  const choice = useChosen(data?.items ?? [])
  const mayPay = data?.items.some(({ may }) => may.includes('reward.pay'))
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="份" noun="申请" />
      </div>
      <DataTable
        label="持证奖励"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(mayPay && {
          selection: { ...choice, nameOf: (id: string) => choice.known.get(id)?.name ?? '' },
        })}
      />
      <PayBar chosen={choice.rewards} onClear={() => choice.onChange([])} />
    </>
  )
}

/** What is chosen stays while one pages; the address brings the choice from the queue (`?ids=a,b`). */
function useChosen(shown: readonly Reward[]) {
  const asked = useUrlState().one('ids')?.split(',') ?? []
  const [keys, onChange] = useState<readonly string[]>(asked)
  const [seen, setSeen] = useState<ReadonlyMap<string, Reward>>(new Map())
  const known = new Map([...seen, ...shown.map((one) => [one.id, one] as const)])
  if (shown.some(({ id }) => keys.includes(id) && !seen.has(id))) setSeen(known)
  const rewards = keys.flatMap((id) => known.get(id) ?? [])
  return { keys, onChange, known, rewards }
}

type BarProps = { chosen: readonly Reward[]; onClear: () => void }

/** Only what is approved can be paid; the rest is said to be left out. */
function PayBar({ chosen, onClear }: BarProps): ReactNode {
  const [open, setOpen] = useState(false)
  if (chosen.length === 0) return null
  const payable = chosen.filter(({ status }) => status === 'approved')
  const sum = payable.reduce((all, { amount }) => all + amount, 0)
  const left = chosen.length - payable.length
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的申请">
      <span className="form-bar-words" role="status">
        待发放 {payable.length} 份，共 {yuanText(sum)} 元{left > 0 && `；另有 ${left} 份不是待发放，不会登记`}
      </span>
      <Button onClick={onClear}>取消选择</Button>
      <Button type="primary" disabled={payable.length === 0} onClick={() => setOpen(true)}>
        登记已发放
      </Button>
      {open && <PayDialog rewards={payable} onClose={() => setOpen(false)} onPaid={onClear} />}
    </section>
  )
}

function Empty(): ReactNode {
  const url = useUrlState()
  return url.filled(rewardFilterKeys) > 0 ? (
    <EmptyHint title="没有符合这些条件的申请">放宽一两个条件再看。</EmptyHint>
  ) : (
    <EmptyHint title="还没有人申请持证奖励">社区或街镇拿着证书替人申请，县区审定、发放。</EmptyHint>
  )
}
