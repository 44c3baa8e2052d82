// The control for a value of any shape: numbers, yes or no, choices, texts, lists, groups of fields.
import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import type { RuleName } from '../rule-keys.ts'
import { choiceName, fieldName, isMoney } from '../rule-words.ts'
import { emptyOf, type Shape } from '../value-shape.ts'

type Props<S extends Shape = Shape> = {
  rule: RuleName
  /** What is asked; read out with the control. */
  label: string
  shape: S
  value: unknown
  onChange: (value: unknown) => void
}

export function ValueEditor(props: Props): ReactNode {
  const { shape } = props
  switch (shape.kind) {
    case 'number':
      return <NumberEditor {...props} shape={shape} />
    case 'flag':
      return <FlagEditor {...props} />
    case 'text':
      return <TextEditor {...props} shape={shape} />
    case 'choice':
      return <ChoiceEditor {...props} shape={shape} />
    case 'list':
      return <ListEditor {...props} shape={shape} />
    case 'fields':
      return <FieldsEditor {...props} shape={shape} />
    case 'named':
      return <NamedEditor {...props} shape={shape} />
    case 'tuple':
      return <TupleEditor {...props} shape={shape} />
    case 'maybe':
      return <MaybeEditor {...props} shape={shape} />
  }
}

type Of<K extends Shape['kind']> = Props<Extract<Shape, { kind: K }>>

/** Money is asked for in 元 and kept in 分. */
function NumberEditor({ rule, label, shape, value, onChange }: Of<'number'>): ReactNode {
  const unit = isMoney(rule) ? 100 : 1
  return (
    <InputNumber
      aria-label={label}
      className="rule-number"
      value={typeof value === 'number' ? value / unit : null}
      {...(shape.min === null ? {} : { min: shape.min / unit })}
      {...(shape.max === null ? {} : { max: shape.max / unit })}
      {...(unit === 100 ? { suffix: '元' } : {})}
      onChange={(next) => onChange(next === null ? null : Math.round(Number(next) * unit))}
    />
  )
}

function FlagEditor({ label, value, onChange }: Props): ReactNode {
  const options = [
    { value: 'yes', label: '是' },
    { value: 'no', label: '否' },
  ]
  return (
    <fieldset className="rule-choice" aria-label={label}>
      <ChooseOne
        name={label}
        options={options}
        value={value ? 'yes' : 'no'}
        onChange={(one) => onChange(one === 'yes')}
      />
    </fieldset>
  )
}

const TextEditor = ({ label, shape, value, onChange }: Of<'text'>): ReactNode => (
  <Input
    aria-label={label}
    className="rule-text"
    value={String(value ?? '')}
    {...(shape.longest === null ? {} : { maxLength: shape.longest })}
    onChange={(event) => onChange(event.target.value)}
  />
)

const ChoiceEditor = ({ rule, label, shape, value, onChange }: Of<'choice'>): ReactNode => (
  <fieldset className="rule-choice" aria-label={label}>
    <ChooseOne
      name={`${rule} ${label}`}
      options={shape.choices.map((choice) => ({ value: choice, label: choiceName(rule, choice) }))}
      value={String(value)}
      onChange={onChange}
    />
  </fieldset>
)

/** Words and choices as tags; anything larger one below the other. */
function ListEditor(props: Of<'list'>): ReactNode {
  const { rule, label, shape, value, onChange } = props
  const { item } = shape
  if (item.kind !== 'text' && item.kind !== 'choice') return <RowsEditor {...props} />
  const known = [...new Set([...(item.kind === 'choice' ? item.choices : []), ...(value as string[])])]
  return (
    <Select
      aria-label={label}
      className="rule-words"
      mode={item.kind === 'choice' ? 'multiple' : 'tags'}
      value={value as string[]}
      onChange={onChange}
      tokenSeparators={['、', '，', ',', ' ']}
      options={known.map((one) => ({ value: one, label: choiceName(rule, one) }))}
      placeholder={item.kind === 'choice' ? '从中选择' : '写一个词，按回车'}
    />
  )
}

function RowsEditor({ rule, label, shape, value, onChange }: Of<'list'>): ReactNode {
  const rows = value as readonly unknown[]
  const replaced = (at: number, next: unknown) =>
    onChange(rows.map((row, index) => (index === at ? next : row)))
  return (
    <>
      <ol className="rule-rows">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
          <li key={at}>
            <ValueEditor
              rule={rule}
              label={`${label}，第 ${at + 1} 项`}
              shape={shape.item}
              value={row}
              onChange={(next) => replaced(at, next)}
            />
            <button
              type="button"
              className="text-button"
              aria-label={`删去第 ${at + 1} 项`}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              删去
            </button>
          </li>
        ))}
      </ol>
      <Button className="rule-add" onClick={() => onChange([...rows, emptyOf(shape.item)])}>
        加一项
      </Button>
    </>
  )
}

function FieldsEditor({ rule, label, shape, value, onChange }: Of<'fields'>): ReactNode {
  const given = value as Readonly<Record<string, unknown>>
  return (
    <div className="rule-fields">
      {shape.fields.map((field) => (
        <div key={field.name} className="rule-field">
          <span className="rule-field-name">{fieldName(field.name)}</span>
          <ValueEditor
            rule={rule}
            label={`${label}：${fieldName(field.name)}`}
            shape={field.shape}
            value={given[field.name] ?? emptyOf(field.shape)}
            onChange={(next) => onChange({ ...given, [field.name]: next })}
          />
        </div>
      ))}
    </div>
  )
}

function TupleEditor({ rule, label, shape, value, onChange }: Of<'tuple'>): ReactNode {
  const parts = value as readonly unknown[]
  return (
    <div className="rule-fields">
      {shape.items.map((item, at) => (
        <ValueEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={at}
          rule={rule}
          label={`${label}，第 ${at + 1} 个数`}
          shape={item}
          value={parts[at]}
          onChange={(next) => onChange(parts.map((part, index) => (index === at ? next : part)))}
        />
      ))}
    </div>
  )
}

/** Names of one's own, each with a value. */
function NamedEditor({ rule, label, shape, value, onChange }: Of<'named'>): ReactNode {
  const pairs = Object.entries(value as Readonly<Record<string, unknown>>)
  const put = (next: readonly (readonly [string, unknown])[]) => onChange(Object.fromEntries(next))
  return (
    <>
      <ol className="rule-rows">
        {pairs.map(([name, one], at) => (
          <li key={name}>
            <span className="rule-field-name mono">{name}</span>
            <ValueEditor
              rule={rule}
              label={`${label}：${name}`}
              shape={shape.value}
              value={one}
              onChange={(next) => put(pairs.map((pair, index) => (index === at ? [name, next] : pair)))}
            />
            <button
              type="button"
              className="text-button"
              aria-label={`删去 ${name}`}
              onClick={() => put(pairs.filter((_, index) => index !== at))}
            >
              删去
            </button>
          </li>
        ))}
      </ol>
      <Button
        className="rule-add"
        onClick={() => put([...pairs, [freshName(pairs.map(([name]) => name)), emptyOf(shape.value)]])}
      >
        加一项
      </Button>
    </>
  )
}

function freshName(taken: readonly string[]): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const first = [...letters]
    .map((letter) => `local${letter.toUpperCase()}`)
    .find((name) => !taken.includes(name))
  return first ?? `local${taken.length}`
}

function MaybeEditor({ rule, label, shape, value, onChange }: Of<'maybe'>): ReactNode {
  return (
    <div className="rule-fields">
      <label className="rule-lock-choice">
        <input
          type="checkbox"
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? emptyOf(shape.of) : null)}
        />
        有要求
      </label>
      {value !== null && (
        <ValueEditor rule={rule} label={label} shape={shape.of} value={value} onChange={onChange} />
      )}
    </div>
  )
}
