// For a target that counts records: the way to put one on record, its form filled in.
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { useMay } from '../../../ui/may.ts'
import type { Breakdown } from '../programmes-api.ts'

export function RecordEntries({ entries }: Pick<Breakdown, 'entries'>): ReactNode {
  const { pathname, search } = useLocation()
  const may = useMay()
  if (entries.length === 0 || !may('record.enter')) return null
  const back = new URLSearchParams({ back: pathname + search })
  return (
    <p className="record-entries no-print">
      {entries.map(({ title, path }) => (
        <ButtonLink key={path} to={`${path}&${back}`}>
          {entries.length > 1 ? `登记一条记录：${title}` : '登记一条记录'}
        </ButtonLink>
      ))}
    </p>
  )
}
