// Numbers as people read them: thousands apart, and "10,000 个以上" when counting stopped.
import type { ReactNode } from 'react'
import type { CappedCount } from '../kernel/page.ts'

export const asNumber = (value: number): string => value.toLocaleString('zh-CN')

/** `共 3,012 个组织`, or `10,000 个以上组织`; a dash while it is not known. */
export function countText(count: CappedCount | undefined, unit = '个', noun = ''): string {
  if (!count) return '正在计数…'
  return count.capped
    ? `${asNumber(count.value)} ${unit}以上${noun}`
    : `共 ${asNumber(count.value)} ${unit}${noun}`
}

export function CountText(props: {
  count: CappedCount | undefined
  unit?: string
  noun?: string
}): ReactNode {
  return (
    <span className="count" role="status">
      {countText(props.count, props.unit, props.noun)}
    </span>
  )
}
