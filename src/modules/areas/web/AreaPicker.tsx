// One control to find an area by Chinese, pinyin, initials or code, or by walking down the levels.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { AreaPopup } from './AreaPopup.tsx'
import { AreaSheet } from './AreaSheet.tsx'
import type { AreaPickerProps, Chosen } from './area-choice.ts'
import { areaQuery } from './areas-queries.ts'
import './area-picker.css'

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
