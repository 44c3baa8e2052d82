// Questions of a form in a dialog: a day, words, one or some of a handful of choices, an amount of money.
import { Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { fenFromYuan, yuanText } from '../kernel/money.ts'
import { ChooseMany, ChooseOne, chipsOf } from './ChoiceChips.tsx'
import { CountInput } from './CountInput.tsx'
import { DayInput } from './DayInput.tsx'
import { dayRule } from './day-rule.ts'

type Choices = Readonly<Record<string, string>>

/** `max`: the latest day, when there is one. */
export const DayItem = (props: {
  name: string
  label: string
  max?: string
  extra?: ReactNode
}): ReactNode => (
  <Form.Item
    name={props.name}
    label={props.label}
    extra={props.extra}
    rules={[dayRule]}
    validateTrigger="onSubmit"
  >
    <DayInput {...(props.max && { max: props.max })} calendarLabel={`从日历选：${props.label}`} />
  </Form.Item>
)

type WordsProps = {
  name: string
  label: string
  max: number
  /** What is said when it is left empty; without it, it may be. */
  needed?: string
  extra?: ReactNode
  placeholder?: string
  /** Several lines. */
  long?: boolean
}

export const WordsItem = (props: WordsProps): ReactNode => (
  <Form.Item
    name={props.name}
    label={props.label}
    extra={props.extra}
    rules={[
      ...(props.needed ? [{ required: true, whitespace: true, message: props.needed }] : []),
      { max: props.max, message: `最多 ${props.max} 个字` },
    ]}
  >
    {props.long ? (
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={props.placeholder} />
    ) : (
      <Input autoComplete="off" placeholder={props.placeholder} />
    )}
  </Form.Item>
)

type ChoiceProps = { name: string; label: string; choices: Choices; needed?: string; extra?: ReactNode }

export const OneItem = ({ name, label, choices, needed, extra }: ChoiceProps): ReactNode => (
  <Form.Item
    name={name}
    label={label}
    extra={extra}
    rules={needed ? [{ required: true, message: needed }] : []}
  >
    <One name={name} choices={choices} />
  </Form.Item>
)

export const ManyItem = ({ name, label, choices, extra }: ChoiceProps): ReactNode => (
  <Form.Item name={name} label={label} extra={extra}>
    <Many choices={choices} />
  </Form.Item>
)

/** Filled in by the form around it. */
type Control<T> = { value?: T; onChange?: (value: T) => void }
const noChange = () => undefined

const One = ({ name, choices, value, onChange }: Control<string> & { name: string; choices: Choices }) => (
  <ChooseOne name={name} options={chipsOf(choices)} value={value ?? null} onChange={onChange ?? noChange} />
)

const Many = ({ choices, value, onChange }: Control<string[]> & { choices: Choices }) => (
  <ChooseMany options={chipsOf(choices)} value={value ?? []} onChange={onChange ?? noChange} />
)

type CountProps = {
  name: string | string[]
  label: string
  /** Classifier behind the number: 人. */
  unit: string
  needed?: string
  extra?: ReactNode
}

export const CountItem = ({ name, label, unit, needed, extra }: CountProps): ReactNode => (
  <Form.Item
    name={name}
    label={label}
    extra={extra}
    rules={needed ? [{ required: true, message: needed }] : []}
  >
    <Count unit={unit} />
  </Form.Item>
)

const Count = ({
  id = 'count',
  unit,
  value,
  onChange,
}: Control<number | null> & { id?: string; unit: string }) => (
  <CountInput
    {...{ id, unit, value: value ?? null, onChange: onChange ?? noChange }}
    {...{ 'aria-describedby': undefined, 'aria-invalid': false, 'aria-required': false }}
  />
)

/** Asked for in 元, given in 分. */
export const MoneyItem = ({ name, label }: { name: string; label: string }): ReactNode => (
  <Form.Item name={name} label={label} validateTrigger="onSubmit" rules={[{ validator: checkMoney }]}>
    <MoneyInput />
  </Form.Item>
)

/** A number of 分; null while what was typed is none. */
function MoneyInput({ id, value, onChange }: Control<number | null> & { id?: string }): ReactNode {
  const [typed, setTyped] = useState(value ? yuanText(value) : '')
  return (
    <Input
      {...(id && { id })}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      suffix="元"
      onChange={(event) => {
        setTyped(event.target.value)
        onChange?.(fenFromYuan(event.target.value))
      }}
    />
  )
}

const checkMoney = async (_: unknown, fen: number | null): Promise<void> => {
  if (!fen) throw new Error('请填写金额，例如 5000 或 1200.50')
}
