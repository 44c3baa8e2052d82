// A date, typed as people write it or picked from the device's own calendar.
import { Input } from 'antd'
import { type ReactNode, useRef } from 'react'
import { dayFromText } from './day-text.ts'
import type { ControlProps } from './FormField.tsx'
import { Icon } from './icons.tsx'
import './form-field.css'

type Props = Partial<ControlProps> & {
  /** A day, or text that is not one yet: the form says so and keeps it. */
  value?: string | null
  onChange?: (value: string | null) => void
  /** The latest day of the calendar. */
  max?: string
  /** Said to those who cannot see the calendar sign. */
  calendarLabel: string
}

export function DayInput({
  value = null,
  onChange = () => {},
  max,
  calendarLabel,
  ...control
}: Props): ReactNode {
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <div className="day-input">
      <Input
        {...control}
        value={value ?? ''}
        placeholder="例如 2021-09-01 或 2021.9.1"
        inputMode="text"
        autoComplete="off"
        status={control['aria-invalid'] ? 'error' : ''}
        onChange={(event) => onChange(event.target.value || null)}
        onBlur={() => onChange(settled(value))}
      />
      <input
        ref={calendar}
        className="day-input-calendar"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        max={max}
        value={(value && dayFromText(value)) ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
      <button type="button" aria-label={calendarLabel} onClick={() => openCalendar(calendar.current)}>
        <Icon name="today" />
      </button>
    </div>
  )
}

/** Written as the register writes it, or left as it was typed. */
export const settled = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : (dayFromText(text) ?? text)

function openCalendar(input: HTMLInputElement | null): void {
  try {
    input?.showPicker()
  } catch {
    input?.focus()
  }
}
