// How many people and households a community has: as of a day, with who says so.
import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, WordsItem } from '../../../ui/FormItems.tsx'
import { areasApi } from '../areas-api.ts'
import type { Population } from '../population.ts'
import type { Child } from './areas-queries.ts'

export function RecordPopulation({ area, onClose }: { area: Child; onClose: () => void }): ReactNode {
  const client = useQueryClient()
  const send = async (body: Population) => {
    await call(areasApi.recordPopulation, { params: { code: area.code }, body })
    await client.invalidateQueries({ queryKey: ['areas'] })
  }
  return (
    <FormDialog<Population>
      title={`登记“${area.name}”的人口`}
      explain="“每千人”的数用它来除。不知道的留空；以后有了新的一天，以前的数不变。"
      okText="保存"
      initialValues={{ residents: null, households: null, source: area.population?.source ?? '统计年报' }}
      onSend={send}
      onClose={onClose}
    >
      <HeadsItem name="residents" label="常住人口" unit="人" />
      <HeadsItem name="households" label="户数" unit="户" />
      <WhenItems />
    </FormDialog>
  )
}

/** Of which day, and who says so. */
export const WhenItems = (): ReactNode => (
  <>
    <DayItem name="onDay" label="截至哪一天" />
    <WordsItem name="source" label="出处" max={60} needed="请写出处，例如 统计年报" />
  </>
)

const HeadsItem = ({ name, label, unit }: { name: string; label: string; unit: string }): ReactNode => (
  <Form.Item name={name} label={label}>
    <CountInput unit={unit} />
  </Form.Item>
)
