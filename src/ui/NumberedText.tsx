// A text with line numbers, some of them marked; a place in it can be gone to by line and column.
import { type ReactNode, type RefObject, useRef } from 'react'
import './numbered-text.css'

export type LineMark = { line: number; tone: 'error' | 'warning' }

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  marks: readonly LineMark[]
  /** The text field, for `goToPlace`. */
  field: RefObject<HTMLTextAreaElement | null>
  readOnly?: boolean
}

export function NumberedText({ label, value, onChange, marks, field, readOnly = false }: Props): ReactNode {
  const gutter = useRef<HTMLDivElement>(null)
  const tones = new Map(marks.toReversed().map(({ line, tone }) => [line, tone]))
  const follow = (top: number) => {
    if (gutter.current) gutter.current.scrollTop = top
  }
  return (
    <div className="numbered-text">
      <div ref={gutter} className="numbered-lines" aria-hidden="true">
        {value.split('\n').map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <div key={at} className={tones.has(at + 1) ? `numbered-${tones.get(at + 1)}` : undefined}>
            {at + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        value={value}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => follow(event.currentTarget.scrollTop)}
      />
    </div>
  )
}

/** Puts the cursor at a line and column, both counted from 1, and brings the line into sight. */
export function goToPlace(field: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!field) return
  const [start, end] = placeIn(field.value, line, column)
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  const height = Number.parseFloat(getComputedStyle(field).lineHeight)
  field.scrollTop = Math.max(0, (line - 4) * height)
  field.scrollLeft = 0
  field.scrollIntoView({ block: 'nearest' })
}

/** Where the place begins and where its word or line ends, in characters of the text. */
export function placeIn(text: string, line: number, column: number): [start: number, end: number] {
  const lines = text.split('\n')
  const above = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  const before = Math.min(above, text.length)
  const here = lines[line - 1] ?? ''
  const from = Math.min(Math.max(0, column - 1), here.length)
  const word = /^[^\s,，:：[\]{}]+/.exec(here.slice(from))?.[0] ?? ''
  return [before + from, before + from + word.length]
}
