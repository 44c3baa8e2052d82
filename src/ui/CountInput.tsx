// A whole number that counts things; full-width digits and "35人" are understood.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { ControlProps } from './FormField.tsx'
import './form-field.css'

/** Inside a `Form.Item` value and onChange come from the form. */
type Props = Partial<ControlProps> & {
  value?: number | null
  onChange?: (value: number | null) => void
  /** Classifier behind the number: 人, 行. */
  unit: string
}

export function CountInput({ value = null, onChange = () => {}, unit, ...control }: Props): ReactNode {
  return (
    <Input
      {...control}
      className="count-input"
      value={value ?? ''}
      inputMode="numeric"
      autoComplete="off"
      suffix={unit}
      status={control['aria-invalid'] ? 'error' : ''}
      onChange={(event) => onChange(countFromText(event.target.value))}
    />
  )
}

/** The digits of a text as a number of at most nine digits; null when there is none. */
export function countFromText(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 9)
  return digits === '' ? null : Number(digits)
}
