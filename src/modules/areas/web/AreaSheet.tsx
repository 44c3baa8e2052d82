// The area field on a phone: a button that opens a sheet as high as the screen, with large lines.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { AreaLines, lineId } from './AreaLines.tsx'
import { type AreaPickerProps, type Chosen, chosenText } from './area-choice.ts'
import { useAreaWalk } from './use-area-walk.ts'

type Props = AreaPickerProps & { chosen: Chosen | null; rootName: string }

/** Height of one line and of everything around the lines, CSS pixels. */
const lineHeight = 58
const around = 260

export function AreaSheet(props: Props): ReactNode {
  const { chosen, placeholder = '选择区划', disabled, allowClear, onChange } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const label = props['aria-label']
  return (
    <div className="area-picker">
      <button
        ref={button}
        type="button"
        id={props.id}
        className={chosen ? 'area-input' : 'area-input unset'}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-label={label && `${label}：${chosenText(chosen) || placeholder}`}
        aria-describedby={props['aria-describedby']}
        onClick={() => setOpen(true)}
      >
        {chosenText(chosen) || placeholder}
      </button>
      {allowClear && chosen && !disabled && (
        <button
          type="button"
          className="area-clear"
          aria-label="清除所选区划"
          onClick={() => onChange?.(null, null)}
        >
          <Icon name="close" size={16} />
        </button>
      )}
      {open && <Sheet {...props} close={close} />}
    </div>
  )
}

function Sheet(props: Props & { close: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const size = Math.max(5, Math.floor((window.innerHeight - around) / lineHeight))
  const walk = useAreaWalk({
    within: props.within,
    level: props.level,
    size,
    open: true,
    onClose: props.close,
    onChoose: (hit) => {
      props.onChange?.(hit.code, hit)
      props.close()
    },
  })
  useEffect(() => show(dialog.current), [])
  return (
    <dialog
      ref={dialog}
      className="area-sheet"
      tabIndex={-1}
      aria-label={props['aria-label'] ?? '选择区划'}
      onClose={props.close}
    >
      <div className="area-sheet-head">
        <h2>{props['aria-label'] ?? '选择区划'}</h2>
        <button type="button" className="area-close" onClick={props.close}>
          取消
        </button>
      </div>
      <input
        className="area-input"
        role="combobox"
        aria-label="找区划"
        aria-autocomplete="list"
        aria-expanded={!!walk.lines?.length}
        aria-controls={walk.lines?.length ? listId : undefined}
        aria-activedescendant={walk.lines?.length ? lineId(listId, walk.active) : undefined}
        autoComplete="off"
        placeholder="汉字、拼音、首字母或代码"
        value={walk.text}
        onChange={(event) => walk.type(event.target.value)}
        onKeyDown={walk.onKeyDown}
      />
      <AreaLines walk={walk} id={listId} rootName={props.rootName} />
    </dialog>
  )
}

/** The cursor goes to the sheet, not into the field: the keyboard would cover half of the lines. */
function show(dialog: HTMLDialogElement | null): void {
  dialog?.showModal()
  dialog?.focus()
}
