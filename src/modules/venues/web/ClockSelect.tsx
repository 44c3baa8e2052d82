// A time of day on a whole or half hour; filled in by the form around it.
import type { ReactNode } from 'react'

type Props = {
  id?: string
  value?: string
  onChange?: (value: string) => void
  end?: boolean
  label?: string
}

export function ClockSelect({
  id,
  value = '',
  onChange = () => undefined,
  end = false,
  label,
}: Props): ReactNode {
  return (
    <select
      {...(id && { id })}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {(end ? ends : starts).map((clock) => (
        <option key={clock} value={clock}>
          {clock}
        </option>
      ))}
    </select>
  )
}

const halfHours = Array.from(
  { length: 49 },
  (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
)
const starts = halfHours.slice(0, -1)
const ends = halfHours.slice(1)
