// Organizations of the county that are called the same or nearly so, shown while a name is typed.
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { useNearDuplicates } from './organization-queries.ts'

type Props = {
  name: string
  area: string | null
  /** The organization being edited is not its own duplicate. */
  except?: string | undefined
}

export function NearDuplicates({ name, area, except }: Props): ReactNode {
  const typed = useDebounced(name.trim(), 250)
  const { data } = useNearDuplicates({ name: typed, area, except })
  const items = typed.length >= 2 && area ? (data?.items ?? []) : []
  return (
    <div className="near" role="status">
      {items.length > 0 && (
        <>
          <p className="near-title">
            <Icon name="warning" size={18} />
            名录里有 {items.length} 个相近的名称，请看看是不是同一个：
          </p>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <a href={`/organizations/${item.id}`} target="_blank" rel="noreferrer">
                  {item.name}
                </a>
                <span className="near-why">
                  {item.why} · {item.areaName}
                </span>
              </li>
            ))}
          </ul>
          <p className="near-hint">点开会在新窗口里看，这里填的不会丢。不是同一个，就接着填。</p>
        </>
      )}
    </div>
  )
}
