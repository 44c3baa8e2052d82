// The controls of an application's facts, each bound to its field: text, number, date, choice.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type ChipOption, ChooseOne, ChooseThree } from '../../../ui/ChoiceChips.tsx'
import { CountInput } from '../../../ui/CountInput.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { ApplicationFacts } from '../filing.ts'
import { type Filling, fieldId } from './use-filling.ts'

type FieldsOf<T> = {
  [K in keyof ApplicationFacts]: ApplicationFacts[K] extends T ? K : never
}[keyof ApplicationFacts]
type Props<F extends keyof ApplicationFacts> = {
  filling: Filling
  field: F
  label: string
  hint?: ReactNode
  required?: boolean
  wide?: boolean
}
type TextName = 'leader' | 'phone' | 'place' | 'supervisingBody'

const frame = <F extends keyof ApplicationFacts>(props: Props<F>) => ({
  id: fieldId(props.field),
  label: props.label,
  hint: props.hint,
  fault: props.filling.faultOf(props.field),
  required: props.required ?? false,
  wide: props.wide ?? false,
})

export function TextFact(
  props: Props<TextName> & { inputMode?: 'tel'; placeholder?: string; autoComplete?: string },
): ReactNode {
  const { filling, field, inputMode, placeholder } = props
  return (
    <FormField {...frame(props)}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          {...(inputMode && { inputMode })}
          {...(placeholder && { placeholder })}
          status={control['aria-invalid'] ? 'error' : ''}
          value={filling.facts[field] ?? ''}
          onChange={(event) => filling.set({ [field]: event.target.value || null })}
        />
      )}
    </FormField>
  )
}

export function LongFact(props: Props<'scope' | 'note'> & { placeholder?: string }): ReactNode {
  const { filling, field, placeholder } = props
  return (
    <FormField {...frame({ ...props, wide: true })}>
      {(control) => (
        <Input.TextArea
          {...control}
          {...(placeholder && { placeholder })}
          autoSize={{ minRows: 2, maxRows: 8 }}
          status={control['aria-invalid'] ? 'error' : ''}
          value={filling.facts[field] ?? ''}
          onChange={(event) => filling.set({ [field]: event.target.value || null })}
        />
      )}
    </FormField>
  )
}

export function CountFact(props: Props<FieldsOf<number | null>> & { unit?: string }): ReactNode {
  const { filling, field, unit = '人' } = props
  return (
    <FormField {...frame(props)}>
      {(control) => (
        <CountInput
          {...control}
          unit={unit}
          value={filling.facts[field]}
          onChange={(value) => filling.set({ [field]: value })}
        />
      )}
    </FormField>
  )
}

/** Whole yuan on the page, 分 on record. */
export function MoneyFact(props: Props<'money'>): ReactNode {
  const { filling } = props
  const { money } = filling.facts
  return (
    <FormField {...frame(props)}>
      {(control) => (
        <CountInput
          {...control}
          unit="元"
          value={money === null ? null : Math.floor(money / 100)}
          onChange={(yuan) => filling.set({ money: yuan === null ? null : yuan * 100 })}
        />
      )}
    </FormField>
  )
}

export function DayFact(props: Props<'foundedOn'>): ReactNode {
  const { filling, field, label } = props
  const { today } = useSession()
  return (
    <FormField {...frame(props)}>
      {(control) => (
        <DayInput
          {...control}
          max={today}
          calendarLabel={`从日历选${label}`}
          value={filling.facts[field]}
          onChange={(value) => filling.set({ [field]: value as ApplicationFacts['foundedOn'] })}
        />
      )}
    </FormField>
  )
}

export function ChoiceFact(
  props: Props<'category' | 'legalForm' | 'supervision'> & { options: readonly ChipOption<string>[] },
): ReactNode {
  const { filling, field, options } = props
  return (
    <FormGroup {...frame({ ...props, wide: true })}>
      <ChooseOne
        name={field}
        options={options}
        value={filling.facts[field]}
        onChange={(value) => filling.set({ [field]: value })}
      />
    </FormGroup>
  )
}

export function FlagFact(props: Props<'leaderInParty'>): ReactNode {
  const { filling, field } = props
  return (
    <FormGroup {...frame(props)}>
      <ChooseThree
        name={field}
        words={['是', '不是']}
        value={filling.facts[field]}
        onChange={(value) => filling.set({ [field]: value })}
      />
    </FormGroup>
  )
}
