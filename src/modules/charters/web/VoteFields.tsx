// The fields of a vote's record, and what follows from the numbers while they are typed.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { countFaults, type Demands, outcomeOf } from '../vote-rules.ts'
import { type Counts, countLabels, type VoteTyped } from './vote-form.ts'
import './charters.css'

type Props = {
  typed: VoteTyped
  set: (patch: Partial<VoteTyped>) => void
  faultOf: (at: string) => string | undefined
  /** More questions, behind these. */
  children?: ReactNode
}

export function VoteFields({ typed, set, faultOf, children }: Props): ReactNode {
  const { today } = useSession()
  return (
    <div className="form-fields vote-fields">
      <FormField id="vote-heldOn" label="会议日期" fault={faultOf('heldOn')}>
        {(control) => (
          <DayInput
            {...control}
            max={today}
            calendarLabel="从日历选会议日期"
            value={typed.heldOn}
            onChange={(heldOn) => set({ heldOn })}
          />
        )}
      </FormField>
      <WordsField field="place" label="会议地点" typed={typed} set={set} faultOf={faultOf} />
      {(Object.keys(countLabels) as (keyof Counts)[]).map((field) => (
        <FormField key={field} id={`vote-${field}`} label={countLabels[field]} fault={faultOf(field)}>
          {(control) => (
            <CountInput
              {...control}
              unit={field === 'entitled' || field === 'present' ? '人' : '票'}
              value={typed[field]}
              onChange={(value) => set({ [field]: value })}
            />
          )}
        </FormField>
      ))}
      <WordsField field="recorder" label="记录人" typed={typed} set={set} faultOf={faultOf} />
      {children}
    </div>
  )
}

type WordsProps = Omit<Props, 'children'> & { field: 'place' | 'recorder'; label: string }

const WordsField = ({ field, label, typed, set, faultOf }: WordsProps): ReactNode => (
  <FormField id={`vote-${field}`} label={label} fault={faultOf(field)}>
    {(control) => (
      <Input
        {...control}
        autoComplete="off"
        value={typed[field]}
        onChange={({ target }) => set({ [field]: target.value })}
      />
    )}
  </FormField>
)

/** What the numbers would decide. */
export function Foresight({ typed, demands }: { typed: VoteTyped; demands: Demands }): ReactNode {
  const { entitled, present, inFavour, against, abstaining } = typed
  if (entitled === null || present === null || inFavour === null) return null
  const counts = { entitled, present, inFavour, against: against ?? 0, abstaining: abstaining ?? 0 }
  const [fault] = countFaults(counts)
  const outcome = outcomeOf(counts, demands)
  const isAdopted = outcome.result === 'adopted'
  return (
    <p className="vote-foresight" role="status">
      {fault ? (
        <StateTag tone="behind" word="数字对不上" />
      ) : (
        <StateTag tone={isAdopted ? 'met' : 'overdue'} word={isAdopted ? '能通过' : '不能通过'} />
      )}
      <span>{fault ? fault.message : outcome.because}</span>
    </p>
  )
}
