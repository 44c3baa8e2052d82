// The place by which a list is narrowed, as `area` in its address.
import type { ReactNode } from 'react'
import type { UrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from './AreaPicker.tsx'
import '../../../ui/filters.css'

type Props = {
  url: UrlState
  /** For those who hear the page. */
  label?: string
  /** The area that holds while none is chosen; without it, all of them. */
  home?: string | undefined
}

export function AreaFilter({ url, label = '在哪个区划里找', home }: Props): ReactNode {
  return (
    <div className="area-filter">
      <AreaPicker
        aria-label={label}
        placeholder="全部区划"
        allowClear={home === undefined}
        value={url.one('area') ?? home}
        onChange={(area) => url.set({ area })}
      />
    </div>
  )
}
