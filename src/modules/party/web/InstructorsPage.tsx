// The instructors whom the community's party organization sends to organizations. (HS 三(二)4)
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import type { Instructor } from '../branches-api.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { PartyTabs } from './PartyTabs.tsx'
import { useAddInstructor, useEndInstructor, useInstructors } from './party-queries.ts'

export function InstructorsPage(): ReactNode {
  const keyset = useKeyset()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [ending, end] = useState<Instructor | null>(null)
  const { data, error, refetch } = useInstructors({
    limit: 50,
    ...(keyset.after !== undefined && { after: keyset.after }),
  })
  const add = may('party.arrange') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      登记指导员
    </Button>
  )
  return (
    <>
      <PageHeader
        title="党建指导员"
        sentence="暂不具备建立党组织条件的组织，由社区党组织选派指导员开展党的工作。"
        action={add}
      />
      <PartyTabs />
      <DataTable
        label="党建指导员"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        problem={error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        rowActions={(row) => <EndButton row={row} onPress={() => end(row)} />}
        empty={<EmptyHint title="还没有登记指导员。">{add}</EmptyHint>}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {ending && <EndDialog instructor={ending} onClose={() => end(null)} />}
    </>
  )
}

const columns: Column<Instructor>[] = [
  { key: 'name', title: '姓名', card: 'title', cell: ({ name }) => name },
  { key: 'unit', title: '单位', cell: ({ unit }) => unit },
  { key: 'area', title: '负责的地区', cell: ({ areaName }) => areaName },
  { key: 'from', title: '任职', cell: ({ from, until }) => (until ? `${from} 至 ${until}` : `${from} 起`) },
  {
    key: 'organizations',
    title: '联系的组织',
    align: 'right',
    cell: ({ organizations }) => `${organizations} 个`,
  },
  {
    key: 'state',
    title: '状态',
    card: 'mark',
    cell: ({ until }) => <StateTag tone={until ? 'none' : 'met'} word={until ? '已离任' : '在任'} />,
  },
]

function EndButton({ row, onPress }: { row: Instructor; onPress: () => void }): ReactNode {
  if (row.until !== null || !row.may.includes('party.arrange')) return null
  return (
    <button type="button" className="text-button" aria-label={`离任：${row.name}`} onClick={onPress}>
      离任
    </button>
  )
}

type Values = { name: string; unit: string; area: string; from: string }

function AddDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { today } = useSession()
  const home = useHomeArea()
  const { mutateAsync } = useAddInstructor()
  return (
    <FormDialog<Values>
      title="登记党建指导员"
      okText="登记"
      initialValues={{ from: today, ...(home && { area: home.code }) }}
      onSubmit={mutateAsync}
      onClose={onClose}
    >
      <Form.Item name="name" label="姓名" rules={required('姓名')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unit" label="单位和职务" rules={required('单位和职务')}>
        <Input maxLength={60} autoComplete="off" placeholder="例如：牌楼社区党委副书记" />
      </Form.Item>
      <Form.Item name="area" label="负责的地区" rules={required('地区')} extra="可以派到这个地区里的组织">
        <AreaPicker aria-label="负责的地区" />
      </Form.Item>
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

function EndDialog({ instructor, onClose }: { instructor: Instructor; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useEndInstructor()
  const { id, name, organizations } = instructor
  return (
    <ConfirmWithReason
      open
      title={`离任：${name}`}
      explain={
        organizations > 0
          ? `${name}联系的 ${organizations} 个组织会回到待办，要重新安排。`
          : '以前的安排都保留在记录里。'
      }
      confirmText="离任"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => mutateAsync({ id, body: { on: String(on), reason } })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </ConfirmWithReason>
  )
}
