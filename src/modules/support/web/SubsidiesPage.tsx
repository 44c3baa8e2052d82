// Subsidies to be paid: one list for the finance office; what was paid is recorded for many at once.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { yuanText } from '../../../kernel/money.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem } from '../../../ui/FormItems.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type UrlState, useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type Payment, type Subsidy, subsidyStates } from '../incubation.ts'
import { supportApi } from '../support-api.ts'
import { asTyped } from './AnswerDialogs.tsx'
import { type PaymentQuery, supportActs, useDone, usePayments } from './support-queries.ts'
import './support.css'

type State = Subsidy['state']

export function SubsidiesPage(): ReactNode {
  const url = useUrlState()
  const filter = filterOf(url)
  return (
    <>
      <PageHeader
        title="孵化补贴"
        back={{ to: '/incubation', label: '孵化' }}
        sentence="已经决定、还没有拨付的补贴排成一张名单，导出后交财务；拨付了，选中记上日期。"
        extra={
          <Button href={urlOf(supportApi.paymentExport, { query: filter })} download>
            导出发放表
          </Button>
        }
      />
      <Filters url={url}>
        <ChooseOne<State>
          name="state"
          options={chipsOf(subsidyStates)}
          value={filter.state}
          onChange={(state) => url.set({ state, ids: null })}
        />
        {filter.ids && (
          <button type="button" className="text-button" onClick={() => url.set({ ids: null })}>
            看全部，不只是从待办选来的
          </button>
        )}
      </Filters>
      <Payments filter={filter} />
    </>
  )
}

const isState = (text: string): text is State => Object.hasOwn(subsidyStates, text)

type Filter = PaymentQuery & { state: State; ids?: string[] }

/** `ids` may come as one, with commas, from the queue. */
function filterOf(url: UrlState): Filter {
  const state = url.one('state') ?? ''
  const ids = url.many('ids').flatMap((some) => some.split(','))
  const known = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  return { state: isState(state) ? state : 'unpaid', ...(known.length > 0 && { ids: known }) }
}

function Payments({ filter }: { filter: Filter }): ReactNode {
  const keyset = useKeyset()
  const [chosen, setChosen] = useState<string[]>(filter.ids ?? [])
  const { data, error, refetch, isPlaceholderData } = usePayments({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const names = new Map(data?.items.map((one) => [one.id, one.organizationName]))
  return (
    <>
      <p className="count" role="status">
        {data ? `共 ${asNumber(data.count)} 笔，${yuanText(data.total)} 元` : '正在计数…'}
      </p>
      <DataTable
        label="孵化补贴"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={
          <EmptyHint title={filter.state === 'unpaid' ? '没有等待拨付的补贴' : '没有这样的补贴'}>
            在孵化的页面上给予补贴以后，会列在这里。
          </EmptyHint>
        }
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(filter.state === 'unpaid' && {
          selection: { keys: chosen, onChange: setChosen, nameOf: (id: string) => names.get(id) ?? '' },
        })}
      />
      {filter.state === 'unpaid' && <PayBar chosen={chosen} onDone={() => setChosen([])} />}
    </>
  )
}

const columns: readonly Column<Payment>[] = [
  {
    key: 'organization',
    title: '组织',
    width: '26%',
    card: 'title',
    cell: ({ incubation, organizationName, areaName }) => (
      <>
        <Link to={`/incubation/${incubation}`}>{organizationName}</Link>
        <small className="support-small">{areaName}</small>
      </>
    ),
  },
  {
    key: 'amount',
    title: '金额',
    align: 'right',
    width: '14%',
    card: 'mark',
    cell: ({ amount }) => `${yuanText(amount)} 元`,
  },
  { key: 'basis', title: '依据', card: 'words', cell: ({ basis }) => basis },
  { key: 'platform', title: '孵化基地', cell: ({ platformName }) => platformName },
  { key: 'decidedOn', title: '决定', cell: ({ decidedOn }) => <span className="nowrap">{decidedOn}</span> },
  { key: 'paidOn', title: '拨付', cell: ({ paidOn }) => paidOn && <span className="nowrap">{paidOn}</span> },
]

function PayBar({ chosen, onDone }: { chosen: readonly string[]; onDone: () => void }): ReactNode {
  const { today } = useSession()
  const done = useDone()
  const [open, setOpen] = useState(false)
  if (chosen.length === 0) return null
  const pay = async ({ on }: { on: string }) => {
    await done(supportActs.pay({ ids: [...chosen], on: asTyped(on) }))
    onDone()
  }
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的补贴">
      <span className="form-bar-words" role="status">
        已选 {chosen.length} 笔
      </span>
      <Button onClick={onDone}>取消选择</Button>
      <Button type="primary" onClick={() => setOpen(true)}>
        记为已拨付
      </Button>
      {open && (
        <FormDialog<{ on: string }>
          title={`${chosen.length} 笔补贴已拨付`}
          okText="记为已拨付"
          initialValues={{ on: today }}
          onSend={pay}
          onClose={() => setOpen(false)}
        >
          <DayItem name="on" label="哪一天拨付" max={today} />
        </FormDialog>
      )}
    </section>
  )
}
