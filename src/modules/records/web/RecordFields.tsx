// The questions of a record's form, made from its kind.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Attribute } from '../../../kernel/measure.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { formOf, isLasting, type RecordKind } from '../record-kinds.ts'
import type { Draft, Faults } from './record-form.ts'

type Props = {
  kind: RecordKind
  draft: Draft
  doneBy: string
  faults: Faults
  today: string
  change: (patch: Partial<Draft>) => void
}

export function RecordFields(props: Props): ReactNode {
  const { kind, draft, faults, change } = props
  const form = formOf(kind)
  return (
    <div className="form-fields">
      {!draft.organization && (
        <FormField
          id="area"
          label="地区"
          required
          wide
          fault={faults.area}
          hint={form.fromAbove ? '被认定、被验收的地方，要在本级以下' : undefined}
        >
          {(control) => <AreaPicker {...control} value={draft.area} onChange={(area) => change({ area })} />}
        </FormField>
      )}
      {Object.entries(form.fields).map(([name, field]) => (
        <Answer key={name} name={name} field={field} {...props} />
      ))}
      {form.heading && <TextField id="title" line={form.heading} {...props} />}
      <Days {...props} />
      <TextField id="doneBy" line={form.doneBy} {...props} />
      <TextField id="words" line={form.words} long {...props} />
    </div>
  )
}

type AnswerProps = Props & { name: string; field: Attribute }

function Answer({ name, field, draft, faults, change }: AnswerProps): ReactNode {
  const id = `attributes.${name}`
  const value = draft.attributes[name]
  const set = (answer: string | boolean) => change({ attributes: { ...draft.attributes, [name]: answer } })
  if (field.kind === 'text')
    return (
      <FormField id={id} label={field.title} fault={faults[id]}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={String(value ?? '')}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
    )
  const isFlag = field.kind === 'flag'
  return (
    <FormGroup id={id} label={field.title} required wide fault={faults[id]}>
      <ChooseOne
        name={id}
        options={chipsOf<string>(isFlag ? { true: '是', false: '否' } : (field.choices ?? {}))}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => set(isFlag ? chosen === 'true' : chosen)}
      />
    </FormGroup>
  )
}

type TextProps = Props & {
  id: 'title' | 'doneBy' | 'words'
  line: { label: string; required: boolean; hint?: string }
  long?: boolean
}

function TextField({ id, line, long = false, draft, doneBy, faults, change }: TextProps): ReactNode {
  const value = id === 'doneBy' ? doneBy : draft[id]
  const Control = long ? Input.TextArea : Input
  return (
    <FormField
      id={id}
      label={line.label}
      required={line.required}
      wide={id !== 'doneBy'}
      fault={faults[id]}
      hint={line.hint}
    >
      {(control) => (
        <Control
          {...control}
          {...(long && { autoSize: { minRows: 2, maxRows: 8 } })}
          maxLength={long ? 1000 : 120}
          autoComplete="off"
          value={value}
          onChange={(event) => change({ [id]: event.target.value })}
        />
      )}
    </FormField>
  )
}

function Days({ kind, draft, faults, today, change }: Props): ReactNode {
  const { day } = formOf(kind)
  return (
    <>
      <FormField id="startsOn" label={day} required fault={faults.startsOn}>
        {(control) => (
          <DayInput
            {...control}
            value={draft.startsOn}
            max={today}
            calendarLabel={`选${day}`}
            onChange={(startsOn) => change({ startsOn })}
          />
        )}
      </FormField>
      {isLasting(kind) && (
        <FormField id="endsOn" label="到哪一天为止" hint="还有效的不填" fault={faults.endsOn}>
          {(control) => (
            <DayInput
              {...control}
              value={draft.endsOn}
              calendarLabel="选终止日期"
              onChange={(endsOn) => change({ endsOn })}
            />
          )}
        </FormField>
      )}
    </>
  )
}
