// A person decides whether a community is urban or rural; the reason goes on record.
import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { settlementLabels, settlementSourceLabels } from '../area.ts'
import { areasApi } from '../areas-api.ts'
import type { Child } from './areas-queries.ts'

export function DecideSettlement({ area, onClose }: { area: Child; onClose: () => void }): ReactNode {
  const client = useQueryClient()
  const decide = async ({ settlement, reason }: { settlement?: unknown; reason: string }) => {
    const decision = settlement === 'urban' ? 'urban' : 'rural'
    await call(areasApi.decideSettlement, {
      params: { code: area.code },
      body: { settlement: decision, reason },
    })
    await client.invalidateQueries({ queryKey: ['areas'] })
  }
  return (
    <ConfirmWithReason
      open
      title={`认定“${area.name}”的城乡属性`}
      explain={explain(area)}
      confirmText="认定"
      reasonLabel="认定的理由"
      reasonHint="例如：2022 年撤村建居，文号……。会写进记录。"
      initialValues={{ settlement: other(area) }}
      onConfirm={decide}
      onClose={onClose}
    >
      <Form.Item name="settlement" label="认定为">
        <Radio.Group
          options={[
            { value: 'urban', label: settlementLabels.urban },
            { value: 'rural', label: settlementLabels.rural },
          ]}
        />
      </Form.Item>
    </ConfirmWithReason>
  )
}

const other = ({ settlement }: Child): 'urban' | 'rural' => (settlement === 'urban' ? 'rural' : 'urban')

function explain({ settlement, settlementSource }: Child): string {
  const source = settlementSource ? `（依据：${settlementSourceLabels[settlementSource]}）` : ''
  return `现在是${settlementLabels[settlement]}${source}。改了以后，按城乡分别计算的目标会跟着变。`
}
