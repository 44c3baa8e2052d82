// The controls of an organization's form, each bound to its field: text, date, number, choice.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type ChipOption, ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { CountInput } from '../../../ui/CountInput.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { type ControlProps, FormField, FormGroup } from '../../../ui/FormField.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type DraftField, fieldLabels } from '../organization-fields.ts'
import { isAsked, requiredBecause } from './organization-form.ts'
import { fieldId, type OrganizationForm } from './use-organization-form.ts'

type Props = { form: OrganizationForm }
type FieldProps = Props & { field: DraftField; hint?: string | undefined; wide?: boolean }

/** One question; asked only of organizations that have it. */
export function Question(props: FieldProps & { children: (control: ControlProps) => ReactNode }): ReactNode {
  const { form, field, hint, wide, children } = props
  if (!isAsked(field, form.draft)) return null
  return (
    <FormField
      id={fieldId(field)}
      label={fieldLabels[field]}
      hint={hint ?? reasonFor(field)}
      fault={form.faultOf(field)}
      required={field in requiredBecause}
      {...(wide && { wide })}
    >
      {children}
    </FormField>
  )
}

const reasonFor = (field: DraftField): string | undefined =>
  (requiredBecause as Partial<Record<DraftField, string>>)[field]

type TextName = 'leader' | 'phone' | 'place' | 'unifiedCode'
type TextProps = FieldProps & { field: TextName; inputMode?: 'tel' }

export function TextField({ inputMode, ...props }: TextProps): ReactNode {
  const { form, field } = props
  return (
    <Question {...props}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          inputMode={inputMode}
          status={control['aria-invalid'] ? 'error' : ''}
          value={form.draft[field] ?? ''}
          onChange={(event) => form.set({ [field]: event.target.value || null })}
        />
      )}
    </Question>
  )
}

export function LongField({ form, field }: Props & { field: 'scope' | 'note' }): ReactNode {
  return (
    <Question form={form} field={field} wide>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 10 }}
          status={control['aria-invalid'] ? 'error' : ''}
          value={form.draft[field] ?? ''}
          onChange={(event) => form.set({ [field]: event.target.value || null })}
        />
      )}
    </Question>
  )
}

export function DayField(props: FieldProps & { field: 'foundedOn' | 'filedOn' | 'registeredOn' }): ReactNode {
  const { form, field } = props
  const { today } = useSession()
  return (
    <Question {...props}>
      {(control) => (
        <DayInput
          {...control}
          max={today}
          calendarLabel={`从日历选${fieldLabels[field]}`}
          value={form.draft[field]}
          onChange={(value) => form.set({ [field]: value })}
        />
      )}
    </Question>
  )
}

export function CountField({
  form,
  field,
}: Props & { field: 'members' | 'partyMembers' | 'residentsServed' }): ReactNode {
  return (
    <Question form={form} field={field}>
      {(control) => (
        <CountInput
          {...control}
          unit="人"
          value={form.draft[field]}
          onChange={(value) => form.set({ [field]: value })}
        />
      )}
    </Question>
  )
}

type ChoiceProps = Props & {
  field: 'category' | 'tier' | 'legalForm' | 'partyPresence'
  options: readonly ChipOption<string>[]
}

export function Choice({ form, field, options }: ChoiceProps): ReactNode {
  if (!isAsked(field, form.draft)) return null
  const value = form.draft[field] ?? (field === 'partyPresence' ? 'unknown' : null)
  return (
    <FormGroup
      wide
      id={fieldId(field)}
      label={fieldLabels[field]}
      hint={reasonFor(field)}
      fault={form.faultOf(field)}
      required={field in requiredBecause}
    >
      <ChooseOne
        name={field}
        options={options}
        value={value}
        onChange={(chosen) => form.set({ [field]: chosen === 'unknown' ? null : chosen })}
      />
    </FormGroup>
  )
}
