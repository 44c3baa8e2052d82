// A button that shows a short list of links and buttons; closes on Escape, on a choice and on leaving.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type Props = { label: ReactNode; children: ReactNode; className?: string; name?: string }

export function MenuButton({ label, children, className = '', name }: Props): ReactNode {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useLeaving(box, open, () => setOpen(false))
  const leaveByKey = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for Escape from the controls inside
    <div
      ref={box}
      className={`menu ${className}`}
      onKeyDown={(event) => open && event.key === 'Escape' && leaveByKey()}
    >
      <button
        ref={button}
        type="button"
        className="menu-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a choice inside, by key or pointer, arrives as a click
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <div id={id} className="menu-list" onClick={(event) => isChoice(event.target) && setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  )
}

const isChoice = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button') !== null

function useLeaving(box: { readonly current: HTMLElement | null }, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [box, open, close])
}
