// The one question of an edit: did it change on a day, or was the record wrong?
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Given } from '../../../kernel/endpoint.ts'
import type { Fault } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { needsReason } from '../organization-rules.ts'
import type { organizationsApi } from '../organizations-api.ts'
import { fieldId } from './use-organization-form.ts'

/** What the person answered so far. */
export type EffectAnswer = { kind: 'change' | 'correction'; from: string | null; reason: string }

const kinds = { change: '情况有了变化', correction: '更正：以前记错了' } as const

type Props = {
  answer: EffectAnswer
  onChange: (answer: EffectAnswer) => void
  today: string
  faultOf: (at: string) => string | undefined
}

export function EffectQuestion({ answer, onChange, today, faultOf }: Props): ReactNode {
  return (
    <section className="form-section" aria-labelledby="section-effect">
      <h2 id="section-effect">这次修改，从什么时候起算？</h2>
      <div className="form-fields">
        <FormGroup id={fieldId('effect.kind')} label="为什么改" wide hint={consequences[answer.kind]}>
          <ChooseOne
            name="effect"
            options={chipsOf(kinds)}
            value={answer.kind}
            onChange={(kind) => onChange({ ...answer, kind })}
          />
        </FormGroup>
        {answer.kind === 'change' ? (
          <>
            <FormField id={fieldId('effect.from')} label="从哪一天起" required fault={faultOf('effect.from')}>
              {(control) => (
                <DayInput
                  {...control}
                  max={today}
                  calendarLabel="从日历选变化的日期"
                  value={answer.from}
                  onChange={(from) => onChange({ ...answer, from })}
                />
              )}
            </FormField>
            {isLate(answer, today) && (
              <Reason label="为什么现在才登记" hint={lateHint} {...{ answer, onChange, faultOf }} />
            )}
          </>
        ) : (
          <Reason label="更正的理由" {...{ answer, onChange, faultOf }} />
        )}
      </div>
    </section>
  )
}

/** Whether the day of the change is over, so that figures already read change with it. */
export function isLate({ kind, from }: EffectAnswer, today: string): boolean {
  const day = dayFromText(from ?? '')
  return kind === 'change' && day !== null && needsReason(day, today as Day)
}

export const lateHint = '这一天已经过去，它以后各天的统计数会跟着变；理由会写进记录。'

type ReasonProps = Omit<Props, 'today'> & { label: string; hint?: string }

function Reason({ label, hint, answer, onChange, faultOf }: ReasonProps): ReactNode {
  return (
    <FormField
      id={fieldId('effect.reason')}
      label={label}
      hint={hint}
      required
      wide
      fault={faultOf('effect.reason')}
    >
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={200}
          value={answer.reason}
          onChange={(event) => onChange({ ...answer, reason: event.target.value })}
        />
      )}
    </FormField>
  )
}

const consequences = {
  change: '那一天以前的统计数保持不变。',
  correction: '以前各天的统计数也会随着改正；理由会写进记录。',
} as const

type Effect = NonNullable<Given<typeof organizationsApi.edit>['body']>['effect']

/** The answer as the server takes it, or what is still wrong with it. */
export function effectOf(answer: EffectAnswer, today: string): { effect: Effect } | { fault: Fault } {
  const reason = answer.reason.trim()
  if (answer.kind === 'correction') {
    return reason
      ? { effect: { kind: 'correction', reason } }
      : { fault: { at: 'effect.reason', message: '请写明以前错在哪里，例如“录入时多写了一个 0”' } }
  }
  if (isLate(answer, today) && !reason)
    return { fault: { at: 'effect.reason', message: '请写一句为什么现在才登记，例如“换届后未及时报送”' } }
  const from = dayFromText(answer.from ?? '')
  return from
    ? { effect: { kind: 'change', from, ...(isLate(answer, today) && { reason }) } }
    : { fault: { at: 'effect.from', message: '请填写从哪一天起有了变化，例如 2021-09-01' } }
}
