// The controls of a charter's form, each bound to its question.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type ChipOption, ChooseMany, ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { CountInput } from '../../../ui/CountInput.tsx'
import { type ControlProps, FormField, FormGroup } from '../../../ui/FormField.tsx'
import type { Share } from '../../rules/keys/charters-keys.ts'
import { type CharterField, type CharterForm, charterFields, isAsked } from '../charter-form.ts'
import { isAtLeast, isSameShare, offeredShares, shareWords } from '../shares.ts'
import type { CharterFormState } from './use-charter-form.ts'

type Props<F extends CharterField> = { state: CharterFormState; field: F; hint?: ReactNode; wide?: boolean }

/** Fields of the form whose answers are of a type. */
type FieldOf<T> = {
  [F in CharterField]: NonNullable<CharterForm[F]> extends T ? F : never
}[CharterField]

export const fieldId = (field: CharterField): string => `charter-${field}`

function Question<F extends CharterField>(
  props: Props<F> & { children: (control: ControlProps) => ReactNode },
): ReactNode {
  const { state, field, hint, wide = false, children } = props
  if (!isAsked(field, state.form)) return null
  return (
    <FormField
      id={fieldId(field)}
      label={charterFields[field]}
      hint={hint}
      fault={state.faultOf(field)}
      wide={wide}
    >
      {children}
    </FormField>
  )
}

type TextField = Exclude<FieldOf<string>, 'self' | 'party' | 'joining' | 'election' | 'custody' | 'heir'>

export function TextAnswer(props: Props<TextField> & { placeholder?: string }): ReactNode {
  const { state, field, wide, placeholder } = props
  const change = (text: string) => state.set({ [field]: text || null })
  return (
    <Question {...props}>
      {(control) =>
        wide ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={placeholder}
            value={state.form[field] ?? ''}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            autoComplete="off"
            placeholder={placeholder}
            value={state.form[field] ?? ''}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Question>
  )
}

/** One item a line. */
export function LinesAnswer(props: Props<'activities' | 'other'> & { placeholder?: string }): ReactNode {
  const { state, field, placeholder } = props
  return (
    <Question {...props} wide>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 3, maxRows: 14 }}
          placeholder={placeholder}
          value={state.form[field].join('\n')}
          onChange={({ target }) =>
            state.set({ [field]: target.value === '' ? [] : target.value.split('\n') })
          }
        />
      )}
    </Question>
  )
}

export function CountAnswer(props: Props<FieldOf<number>> & { unit: string }): ReactNode {
  const { state, field, unit } = props
  return (
    <Question {...props}>
      {(control) => (
        <CountInput
          {...control}
          unit={unit}
          value={state.form[field]}
          onChange={(value) => state.set({ [field]: value })}
        />
      )}
    </Question>
  )
}

function Group<F extends CharterField>(props: Props<F> & { children: ReactNode }): ReactNode {
  const { state, field, hint, wide = true, children } = props
  if (!isAsked(field, state.form)) return null
  return (
    <FormGroup
      id={fieldId(field)}
      label={charterFields[field]}
      hint={hint}
      fault={state.faultOf(field)}
      wide={wide}
    >
      {children}
    </FormGroup>
  )
}

type ChoiceField = 'self' | 'party' | 'joining' | 'election' | 'custody' | 'heir'

export function ChoiceAnswer<F extends ChoiceField>(
  props: Props<F> & { options: readonly ChipOption<NonNullable<CharterForm[F]>>[] },
): ReactNode {
  const { state, field, options } = props
  return (
    <Group {...props}>
      <ChooseOne
        name={fieldId(field)}
        options={options}
        value={state.form[field] as NonNullable<CharterForm[F]> | null}
        onChange={(value) => state.set({ [field]: value })}
      />
    </Group>
  )
}

export function ManyAnswer<F extends 'incomes' | 'disclosureWays'>(
  props: Props<F> & { options: readonly ChipOption<CharterForm[F][number]>[] },
): ReactNode {
  const { state, field, options } = props
  return (
    <Group {...props}>
      <ChooseMany
        options={options}
        value={state.form[field]}
        onChange={(value) => state.set({ [field]: value })}
      />
    </Group>
  )
}

type ShareField = 'quorum' | 'majority' | 'amendMajority'

/** Offered are the shares that the place allows. */
export function ShareAnswer(props: Props<ShareField> & { least: Share }): ReactNode {
  const { state, field, least } = props
  const given = state.form[field]
  const offered = [least, ...offeredShares].filter(
    (one, at, all) => isAtLeast(one, least) && all.findIndex((each) => isSameShare(each, one)) === at,
  )
  const chosen = offered.findIndex((one) => isSameShare(given, one))
  return (
    <Group {...props}>
      <ChooseOne
        name={fieldId(field)}
        options={offered.map((one, at) => ({ value: String(at), label: shareWords(one) }))}
        value={chosen < 0 ? null : String(chosen)}
        onChange={(at) => state.set({ [field]: offered[Number(at)] ?? null })}
      />
    </Group>
  )
}
