// Where in the tree we are: the areas above as links, as far as the person may go.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { areaQuery } from './areas-queries.ts'

type Props = {
  code: string
  /** The highest areas that the person sees; what lies above them is named but cannot be opened. */
  tops: readonly string[] | undefined
  go: (code: string | null) => void
}

export function AreaPath({ code, tops = [], go }: Props): ReactNode {
  const { data: area } = useQuery(areaQuery(code))
  if (!area) return <div className="area-path bone" style={{ width: '30%' }} />
  const first = Math.max(
    0,
    area.ancestors.findIndex((above) => tops.includes(above.code)),
  )
  const beyond = tops.includes(area.code) ? area.ancestors : area.ancestors.slice(0, first)
  const above = area.ancestors.slice(beyond.length)
  return (
    <nav className="area-path" aria-label="所在区划">
      {tops.length > 1 && <Step onPress={() => go(null)}>我的区域</Step>}
      {beyond.length > 0 && <span className="faint">{beyond.map((one) => one.name).join(' ')}</span>}
      {above.map((one) => (
        <Step key={one.code} onPress={() => go(one.code)}>
          {one.name}
        </Step>
      ))}
      <b aria-current="page">{area.name}</b>
    </nav>
  )
}

function Step({ onPress, children }: { onPress: () => void; children: ReactNode }): ReactNode {
  return (
    <>
      <button type="button" className="text-button" onClick={onPress}>
        {children}
      </button>
      <Icon name="right" size={14} />
    </>
  )
}
