// Records a vote; what follows from the numbers is said while they are typed.
import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { CallProblem } from '../../../ui/call.ts'
import { DayInput, settled } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Charter } from '../charter.ts'
import { countFaults, demandsOf, outcomeOf } from '../vote-rules.ts'
import { useVote } from './charter-queries.ts'
import { type Counts, countLabels, emptyVote, filledVote, type VoteTyped } from './vote-form.ts'
import './charters.css'

type Props = { charter: Charter; onClose: () => void; onDone: (notice: string) => void }

export function VoteDialog({ charter, onClose, onDone }: Props): ReactNode {
  const { today } = useSession()
  const take = useVote(charter.id)
  const [typed, setTyped] = useState<VoteTyped>(() => emptyVote(charter.members))
  const [tried, setTried] = useState(false)
  const { vote, faults } = filledVote(typed)
  const said = take.error instanceof CallProblem ? take.error.faults : []
  const faultOf = (at: string) =>
    said.find((fault) => fault.at === at)?.message ?? (tried ? faults[at as keyof VoteTyped] : undefined)
  const set = (patch: Partial<VoteTyped>) => {
    take.reset()
    setTyped((now) => ({ ...now, ...patch }))
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (!vote) return
    const done = await take.mutateAsync({ ...vote, revision: charter.revision }).catch(() => null)
    if (!done) return
    onDone(noticeOf(done))
    onClose()
  }
  return (
    <Modal
      open
      title="记录表决"
      width={640}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>先不</Button>
          <Button type="primary" loading={take.isPending} onClick={() => void submit()}>
            记下来
          </Button>
        </>
      }
    >
      <p className="explain">照会议记录填写。没有通过也要记：草稿会标为“未通过”，可以改了再表决。</p>
      <form className="form-fields vote-fields" noValidate onSubmit={(event) => void submit(event)}>
        <FormField id="vote-heldOn" label="会议日期" fault={faultOf('heldOn')}>
          {(control) => (
            <DayInput
              {...control}
              max={today}
              calendarLabel="从日历选会议日期"
              value={typed.heldOn}
              onChange={(heldOn) => set({ heldOn, ...follow(typed, heldOn) })}
            />
          )}
        </FormField>
        <FormField id="vote-place" label="会议地点" fault={faultOf('place')}>
          {(control) => (
            <Input {...control} value={typed.place} onChange={({ target }) => set({ place: target.value })} />
          )}
        </FormField>
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
        <FormField id="vote-recorder" label="记录人" fault={faultOf('recorder')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={typed.recorder}
              onChange={({ target }) => set({ recorder: target.value })}
            />
          )}
        </FormField>
        <FormField
          id="vote-inForceOn"
          label="从哪一天起生效"
          hint="通过才算；空着：以后再办生效"
          fault={faultOf('inForceOn')}
        >
          {(control) => (
            <DayInput
              {...control}
              max={today}
              calendarLabel="从日历选生效日期"
              value={typed.inForceOn}
              onChange={(inForceOn) => set({ inForceOn })}
            />
          )}
        </FormField>
        <button type="submit" hidden />
      </form>
      <Foresight charter={charter} typed={typed} />
      <ProblemAlert problem={take.error} shown={said.map(({ at }) => at)} />
    </Modal>
  )
}

/** The day of the vote is the usual day from which it holds, until another is typed. */
const follow = (typed: VoteTyped, heldOn: string | null): Partial<VoteTyped> =>
  typed.inForceOn === null || typed.inForceOn === typed.heldOn ? { inForceOn: settledDay(heldOn) } : {}

const settledDay = (text: string | null): string | null => dayFromText(settled(text) ?? '') ?? text

const noticeOf = (done: Charter): string =>
  done.status === 'refused'
    ? '已记下：没有通过。改了再表决时，从这一稿起草。'
    : done.status === 'inForce'
      ? '表决通过，章程已生效，名录里也记上了。'
      : '表决通过。定了日子再办生效。'

/** What the numbers would decide. */
function Foresight({ charter, typed }: { charter: Charter; typed: VoteTyped }): ReactNode {
  const { entitled, present, inFavour, against, abstaining } = typed
  if (entitled === null || present === null || inFavour === null) return null
  const counts = { entitled, present, inFavour, against: against ?? 0, abstaining: abstaining ?? 0 }
  const [fault] = countFaults(counts)
  const outcome = outcomeOf(counts, demandsOf(charter.rules, charter))
  return (
    <p className="vote-foresight" role="status">
      {fault ? (
        <StateTag tone="behind" word="数字对不上" />
      ) : (
        <StateTag
          tone={outcome.result === 'adopted' ? 'met' : 'overdue'}
          word={outcome.result === 'adopted' ? '能通过' : '不能通过'}
        />
      )}
      <span>{fault ? fault.message : outcome.because}</span>
    </p>
  )
}
