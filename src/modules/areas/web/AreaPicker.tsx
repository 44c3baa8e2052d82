// One control to find an area by Chinese, pinyin, initials or code, or by walking down the levels.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNarrow } from '../../../ui/use-narrow.ts'
import type { AreaLevel } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { AreaPopup } from './AreaPopup.tsx'
import { AreaSheet } from './AreaSheet.tsx'
import { areaQuery } from './areas-queries.ts'
import './area-picker.css'

export type AreaPickerProps = {
  /** Code of the chosen area. */
  value?: string | null | undefined
  /** The new code and its line; both null when the choice was cleared. */
  onChange?: (code: string | null, hit: AreaHit | null) => void
  /** Only areas below this one. */
  within?: string | undefined
  /** Only areas of this level; higher ones are steps on the way down. */
  level?: AreaLevel | undefined
  placeholder?: string
  allowClear?: boolean
  disabled?: boolean
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean
  'aria-required'?: boolean
}

export type Chosen = { code: string; name: string; where: string }

export function AreaPicker(props: AreaPickerProps): ReactNode {
  const narrow = useNarrow()
  const chosen = useChosen(props.value)
  const rootName = useChosen(props.within)?.name ?? '我的区域'
  const Control = narrow ? AreaSheet : AreaPopup
  return <Control {...props} chosen={chosen} rootName={rootName} />
}

/** Name and path of a code; the code itself until they are known. */
function useChosen(code: string | null | undefined): Chosen | null {
  const { data } = useQuery({ ...areaQuery(code ?? ''), enabled: !!code })
  if (!code) return null
  if (!data || data.code !== code) return { code, name: code, where: '' }
  return {
    code,
    name: data.name,
    where: data.ancestors
      .map((area) => area.name)
      .slice(-2)
      .join(' '),
  }
}

/** "牌楼社区（太仓市 浮桥镇）" */
export const chosenText = (chosen: Chosen | null): string =>
  chosen ? `${chosen.name}${chosen.where && `（${chosen.where}）`}` : ''
