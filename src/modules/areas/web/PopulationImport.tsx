// Brings in the populations of one day from a table: 区划代码, 常住人口 and, if known, 户数.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { call } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { areasApi } from '../areas-api.ts'
import type { Population } from '../population.ts'
import { ImportOutcome } from './ImportOutcome.tsx'
import { WhenItems } from './RecordPopulation.tsx'

type When = Pick<Population, 'onDay' | 'source'>
type Props = { onResult: (shown: ReactNode) => void }

export function PopulationImport({ onResult }: Props): ReactNode {
  const client = useQueryClient()
  const [file, choose] = useState<File | null>(null)
  const send = async (when: When) => {
    if (!file) return
    const { written, problems } = await call(areasApi.importPopulation, { file, query: when })
    await client.invalidateQueries({ queryKey: ['areas'] })
    const away = () => onResult(null)
    onResult(
      <ImportOutcome done={`记下 ${asNumber(written)} 个社区（村）`} problems={problems} onAway={away} />,
    )
  }
  return (
    <>
      <FileButton accept=".xlsx,.xls,.csv,.txt" loading={false} onFile={choose}>
        导入人口
      </FileButton>
      {file && (
        <FormDialog<When>
          title={`导入人口：${file.name}`}
          explain="表格要有“区划代码”和“常住人口”两列，有“户数”也一起记下。全表算同一天的数。"
          okText="导入"
          initialValues={{ source: '统计年报' }}
          onSend={send}
          onClose={() => choose(null)}
        >
          <WhenItems />
        </FormDialog>
      )}
    </>
  )
}
