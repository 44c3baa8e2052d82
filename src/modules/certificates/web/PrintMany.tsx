// Certificates as files of at most fifty: each link says which part it is and of how many.
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { certificatesApi, mostPrinted } from '../certificates-api.ts'

export function PrintMany({ ids }: { ids: readonly string[] }): ReactNode {
  const parts = partsOf(ids)
  return parts.map((part, at) => (
    <a
      key={part[0]}
      className="print-part"
      target="_blank"
      rel="noreferrer"
      href={urlOf(certificatesApi.printMany, { query: { ids: part } })}
    >
      <Icon name="print" size={16} />
      {parts.length === 1
        ? `打印 ${ids.length} 张（一份 PDF）`
        : `打印第 ${at * mostPrinted + 1}–${at * mostPrinted + part.length} 张，共 ${ids.length} 张`}
    </a>
  ))
}

const partsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / mostPrinted) }, (_, at) =>
    ids.slice(at * mostPrinted, (at + 1) * mostPrinted),
  )
