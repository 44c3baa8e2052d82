// Which columns the list shows.
import type { ReactNode } from 'react'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { allColumns, firstColumns } from './list-columns.tsx'

type Props = { chosen: readonly string[]; onChange: (keys: readonly string[]) => void }

export function ColumnChoice({ chosen, onChange }: Props): ReactNode {
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
  return (
    <MenuButton className="column-choice" label="选择列">
      <fieldset>
        <legend>显示哪些列（跟着账号走）</legend>
        {allColumns
          .filter(({ key }) => key !== 'name')
          .map(({ key, title }) => (
            <label key={key}>
              <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
              {title}
            </label>
          ))}
      </fieldset>
      <button type="button" onClick={() => onChange(firstColumns)}>
        恢复原样
      </button>
    </MenuButton>
  )
}
