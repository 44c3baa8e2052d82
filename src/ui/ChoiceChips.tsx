// A handful of choices side by side, one tap each: native radios or checkboxes drawn as chips.
import type { ReactNode } from 'react'
import './form-field.css'

export type ChipOption<V extends string> = { value: V; label: string }

/** A table of choices as chips, in its order. */
export const chipsOf = <V extends string>(table: Readonly<Record<V, string>>): ChipOption<V>[] =>
  (Object.entries(table) as [V, string][]).map(([value, label]) => ({ value, label }))

type OneProps<V extends string> = {
  /** Of the radio group; unique on the page. */
  name: string
  options: readonly ChipOption<V>[]
  value: V | null
  onChange: (value: V) => void
}

export function ChooseOne<V extends string>({ name, options, value, onChange }: OneProps<V>): ReactNode {
  return (
    <div className="chips">
      {options.map((option) => (
        <label key={option.value} className="chip">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

type ManyProps<V extends string> = {
  options: readonly ChipOption<V>[]
  value: readonly string[]
  onChange: (value: V[]) => void
}

export function ChooseMany<V extends string>({ options, value, onChange }: ManyProps<V>): ReactNode {
  const toggled = (one: V) =>
    options.map((option) => option.value).filter((each) => (each === one) !== value.includes(each))
  return (
    <div className="chips">
      {options.map((option) => (
        <label key={option.value} className="chip">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={() => onChange(toggled(option.value))}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

const threeWays = { yes: true, no: false, unknown: null } as const

type ThreeProps = {
  name: string
  value: boolean | null
  onChange: (value: boolean | null) => void
  /** Words for true and false; "unknown" is always a lawful answer. */
  words: readonly [yes: string, no: string]
}

/** Yes, no, or nobody knows. */
export function ChooseThree({ name, value, onChange, words: [yes, no] }: ThreeProps): ReactNode {
  const options = chipsOf({ yes, no, unknown: '不详' })
  const chosen = value === null ? 'unknown' : value ? 'yes' : 'no'
  return (
    <ChooseOne name={name} options={options} value={chosen} onChange={(one) => onChange(threeWays[one])} />
  )
}
