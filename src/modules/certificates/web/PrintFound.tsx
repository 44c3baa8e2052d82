// All that the filter finds as one PDF; how many that are is said before, and how to narrow where they are too many.
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { whyNotPrintFound } from '../certificate-rules.ts'
import { certificatesApi } from '../certificates-api.ts'
import { type FilterQuery, usePrintable } from './certificate-queries.ts'

export function PrintFound({ filter }: { filter: FilterQuery }): ReactNode {
  const { data } = usePrintable(filter)
  if (!data || data.value === 0) return null
  const why = whyNotPrintFound(data)
  if (why)
    return (
      <p className="print-found-why">
        <b>打印筛选出的全部：</b>
        {why.body.message}
        {why.body.mend}
      </p>
    )
  return (
    <a
      className="print-part"
      target="_blank"
      rel="noreferrer"
      href={urlOf(certificatesApi.printFound, { query: filter })}
    >
      <Icon name="print" size={16} />
      打印筛选出的全部（有效的 {data.value} 张，一份 PDF）
    </a>
  )
}
