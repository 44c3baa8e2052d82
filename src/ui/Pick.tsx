// The box that chooses one row or card of a list.
import type { ReactNode } from 'react'
import type { Selection } from './data-table.ts'

export function Pick({ selection, id }: { selection: Selection; id: string }): ReactNode {
  const chosen = selection.keys.includes(id)
  const toggled = chosen ? selection.keys.filter((key) => key !== id) : [...selection.keys, id]
  const name = selection.nameOf?.(id)
  return (
    <label className="pick-box">
      <input
        type="checkbox"
        aria-label={name ? `选择“${name}”` : '选择这一行'}
        checked={chosen}
        onChange={() => selection.onChange(toggled)}
      />
    </label>
  )
}
