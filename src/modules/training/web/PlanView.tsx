// The plan of a year beside what was done: of one area by audience, and of the areas below.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { CountItem } from '../../../ui/FormItems.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import { type Audience, audiences, type Plan } from '../training.ts'
import { trainingActs, usePlan, useTrainingAct } from './training-queries.ts'
import { areaIn, yearIn } from './training-words.ts'

export function PlanView(): ReactNode {
  const url = useUrlState()
  const home = useHomeArea()
  const year = yearIn(url, useSession().today)
  const { data, error, refetch } = usePlan(areaIn(url) ?? home?.code, year)
  const [open, setOpen] = useState(false)
  if (error && !data) return <ProblemAlert problem={error} retry={() => void refetch()} />
  return (
    <>
      <h2 className="training-heading">{data ? `${data.area.name}自己举办的` : '年度计划'}</h2>
      <DataTable
        label="年度计划"
        columns={lines}
        rows={data?.lines}
        rowKey={({ audience }) => audience}
        empty={null}
      />
      {data?.may.includes('training.plan') && (
        <p className="training-steps no-print">
          <Button onClick={() => setOpen(true)}>修改 {year} 年计划</Button>
        </p>
      )}
      {data && data.below.length > 0 && <Below plan={data} />}
      {open && data && <PlanDialog plan={data} onClose={() => setOpen(false)} />}
    </>
  )
}

/** 3 / 10, or the figure alone where nothing was planned. */
const ofPlan = (done: number, planned: number): string =>
  planned > 0 ? `${asNumber(done)} / ${asNumber(planned)}` : `${asNumber(done)} / 未定`

const lines: readonly Column<Plan['lines'][number]>[] = [
  { key: 'audience', title: '对象', card: 'title', cell: ({ audience }) => audiences[audience] },
  {
    key: 'held',
    title: '次数（已办 / 计划）',
    align: 'right',
    cell: (one) => ofPlan(one.held, one.trainings),
  },
  {
    key: 'attended',
    title: '人次（已训 / 计划）',
    align: 'right',
    cell: (one) => ofPlan(one.attended, one.attendances),
  },
]

function Below({ plan: { below, year } }: { plan: Plan }): ReactNode {
  const columns: readonly Column<Plan['below'][number]>[] = [
    {
      key: 'name',
      title: '区划',
      card: 'title',
      cell: ({ code, name }) => <Link to={`/trainings?view=plan&year=${year}&area=${code}`}>{name}</Link>,
    },
    {
      key: 'held',
      title: '次数（已办 / 计划）',
      align: 'right',
      cell: (one) => ofPlan(one.held, one.trainings),
    },
    {
      key: 'attended',
      title: '人次（已训 / 计划）',
      align: 'right',
      cell: (one) => ofPlan(one.attended, one.attendances),
    },
  ]
  return (
    <>
      <h2 className="training-heading">下级区划</h2>
      <DataTable
        label="下级区划的计划"
        columns={columns}
        rows={below}
        rowKey={({ code }) => code}
        empty={<EmptyHint title="没有下级区划" />}
      />
    </>
  )
}

type Values = Record<Audience, { trainings: number | null; attendances: number | null }>

function PlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }): ReactNode {
  const act = useTrainingAct()
  const initial = Object.fromEntries(
    plan.lines.map(({ audience, ...line }) => [audience, line]),
  ) as unknown as Values
  const send = (values: Values) =>
    act.mutateAsync(() =>
      trainingActs.setPlan({
        area: plan.area.code,
        year: plan.year,
        lines: (Object.keys(audiences) as Audience[]).map((audience) => ({
          audience,
          trainings: values[audience].trainings ?? 0,
          attendances: values[audience].attendances ?? 0,
        })),
      }),
    )
  return (
    <FormDialog<Values>
      title={`${plan.area.name} ${plan.year} 年培训计划`}
      explain="只写本级自己举办的；没有打算的留空。"
      okText="保存"
      initialValues={initial}
      onSend={send}
      onClose={onClose}
    >
      {(Object.keys(audiences) as Audience[]).map((audience) => (
        <fieldset key={audience} className="training-plan-line">
          <legend>{audiences[audience]}</legend>
          <CountItem name={[audience, 'trainings']} label="次数" unit="次" />
          <CountItem name={[audience, 'attendances']} label="人次" unit="人次" />
        </fieldset>
      ))}
    </FormDialog>
  )
}
