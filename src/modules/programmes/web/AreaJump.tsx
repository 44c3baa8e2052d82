// Goes straight to any area of the programme by name, pinyin or code.
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import type { FiguresView } from '../programmes-api.ts'

type Props = {
  area: FiguresView['area']
  ancestors: FiguresView['ancestors']
  /** Address of the same page for an area. */
  pathOf: (area: { code: string }) => string
}

/** Nothing for a reader who sees one community only. */
export function AreaJump({ area, ancestors, pathOf }: Props): ReactNode {
  const navigate = useNavigate()
  const top = ancestors[0] ?? area
  if (top.level === 'community') return null
  return (
    <div className="area-jump">
      <AreaPicker
        within={top.code}
        placeholder="去看别的地区"
        aria-label="去看别的地区"
        onChange={(code) => code && void navigate(pathOf({ code }))}
      />
    </div>
  )
}
