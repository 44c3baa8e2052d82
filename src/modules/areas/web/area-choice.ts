// What the area field is told, and how a choice is put into words.
import type { AreaLevel } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'

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

/** "牌楼社区（太仓市 浮桥镇）" */
export const chosenText = (chosen: Chosen | null): string =>
  chosen ? `${chosen.name}${chosen.where && `（${chosen.where}）`}` : ''
