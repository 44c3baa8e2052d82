// The area field on a wide screen: a combobox with its lines below (or above, where there is more room).
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { AreaLines, lineId } from './AreaLines.tsx'
import { type AreaPickerProps, type Chosen, chosenText } from './area-choice.ts'
import { type AreaWalk, useAreaWalk } from './use-area-walk.ts'

type Props = AreaPickerProps & { chosen: Chosen | null; rootName: string }

/** Lines in the popup: what fits beside the field on a small laptop. */
const size = 9

export function AreaPopup(props: Props): ReactNode {
  const { chosen, disabled, allowClear, onChange, within, level } = props
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const close = () => {
    setOpen(false)
    walk.reset()
  }
  const choose: NonNullable<AreaPickerProps['onChange']> = (code, hit) => {
    onChange?.(code, hit)
    close()
  }
  const walk = useAreaWalk({
    within,
    level,
    size,
    open,
    onClose: close,
    onChoose: (hit) => choose(hit.code, hit),
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notices that focus left the field and its lines
    <div className="area-picker" onBlur={(event) => leaves(event) && close()}>
      <input {...fieldProps(props, walk, open, listId)} ref={input} {...fieldActions(walk, open, setOpen)} />
      {allowClear && chosen && !disabled && !open && (
        <button
          type="button"
          className="area-clear"
          aria-label="清除所选区划"
          onClick={() => choose(null, null)}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {open && (
        <div className={roomBelow(input.current) ? 'area-popup' : 'area-popup up'}>
          <AreaLines walk={walk} id={listId} rootName={props.rootName} />
          <p className="area-keys">↑↓ 选，Enter 确定，→ 看下一级，← 返回上一级，Esc 关闭</p>
        </div>
      )}
    </div>
  )
}

function fieldProps(props: Props, walk: AreaWalk, open: boolean, listId: string) {
  const listed = open && !!walk.lines?.length
  const chosen = chosenText(props.chosen)
  return {
    id: props.id,
    className: 'area-input',
    disabled: props.disabled,
    autoComplete: 'off',
    role: 'combobox',
    value: open ? walk.text : chosen,
    placeholder: open ? chosen || '汉字、拼音、首字母或代码' : (props.placeholder ?? '选择区划'),
    'aria-autocomplete': 'list' as const,
    'aria-expanded': listed,
    'aria-controls': listed ? listId : undefined,
    'aria-activedescendant': listed ? lineId(listId, walk.active) : undefined,
    'aria-label': props['aria-label'],
    'aria-describedby': props['aria-describedby'],
    'aria-invalid': props['aria-invalid'],
    'aria-required': props['aria-required'],
  }
}

/** On arrival the whole choice is selected, so that typing replaces it; a press, an arrow or typing opens the lines. */
function fieldActions(walk: AreaWalk, open: boolean, setOpen: (open: boolean) => void) {
  return {
    onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
    onClick: () => setOpen(true),
    onChange: (event: { target: { value: string } }) => {
      setOpen(true)
      walk.type(event.target.value)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (open) return walk.onKeyDown(event)
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
      event.preventDefault()
      setOpen(true)
    },
  }
}

const leaves = (event: FocusEvent): boolean =>
  !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))

function roomBelow(input: HTMLInputElement | null): boolean {
  const box = input?.getBoundingClientRect()
  return !box || window.innerHeight - box.bottom > 460 || box.top < 460
}
