// Ask for the cancellation of an organization: the cause, and the vote if there was one.
import { type ReactNode, useState } from 'react'
import type { Fault } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormGroup } from '../../../ui/FormField.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import { type Cancellation, cancellationCauses, type Vote } from '../exit.ts'
import { CountQuestion, DayQuestion, TextQuestion } from './ChangeControls.tsx'
import { ChangeForm, FormPart, type Opened } from './ChangeFrame.tsx'
import { useWrite } from './changes-queries.ts'
import { fieldId, type Sending, useSending } from './use-sending.ts'

type Counts = Record<Exclude<keyof Vote, 'on'>, number | null>
type Ballot = Counts & { on: string | null }

const counts = {
  entitled: '应到人数',
  present: '到会人数',
  inFavour: '赞成',
  against: '反对',
  abstaining: '弃权',
} as const satisfies Record<keyof Counts, string>

const fields = ['cause', 'said', 'vote', ...['on', ...Object.keys(counts)].map((field) => `vote.${field}`)]

export function CancellationForm({ organization, standing }: Opened): ReactNode {
  const { today } = useSession()
  const [cause, setCause] = useState<Cancellation['cause']>('resolved')
  const [said, setSaid] = useState('')
  const [voted, setVoted] = useState<'yes' | 'no'>('yes')
  const [ballot, setBallot] = useState<Ballot>({ ...emptyCounts, on: today })
  const sending = useSending(fields)
  const request = useWrite((body: Cancellation) =>
    call(changesApi.requestExit, { params: { id: organization.id }, body }),
  )
  const submit = () =>
    void sending.send([...saidFaults(said), ...(voted === 'yes' ? ballotFaults(ballot) : [])], () =>
      request.mutateAsync({ cause, said: said.trim(), vote: voted === 'yes' ? voteOf(ballot) : null }),
    )
  return (
    <ChangeForm
      sending={sending}
      submitText="申请注销"
      cancelTo={`/organizations/${organization.id}#changes`}
      summary={`由${standing.rules.decidedAt}受理`}
      danger
      onSubmit={submit}
    >
      <FormPart id="cause" title="1 为什么注销">
        <div className="form-fields">
          <FormGroup id={fieldId('cause')} label="原因" fault={sending.faultOf('cause')} wide required>
            <ChooseOne name="cause" options={chipsOf(cancellationCauses)} value={cause} onChange={setCause} />
          </FormGroup>
          <TextQuestion
            {...{
              sending,
              at: 'said',
              label: '具体情况',
              value: said,
              rows: 2,
              max: 400,
              required: true,
              wide: true,
            }}
            onChange={setSaid}
          />
        </div>
      </FormPart>
      <FormPart id="vote" title="2 成员表决">
        <FormGroup
          id={fieldId('vote')}
          label="有没有表决"
          hint="成员走散、开不成会的，选“没有表决”，在上面写明情况。"
          wide
        >
          <ChooseOne
            name="voted"
            options={chipsOf({ yes: '表决通过', no: '没有表决' })}
            value={voted}
            onChange={setVoted}
          />
        </FormGroup>
        {voted === 'yes' && (
          <BallotFields {...{ ballot, sending, onChange: setBallot }} rules={standing.rules.endVote} />
        )}
      </FormPart>
      <FormPart id="steps" title="受理以后要做的">
        <ol className="plain-list">
          {standing.rules.liquidation.map(({ name, title, within }) => (
            <li key={name}>
              {title}
              {within && <span className="faint">（受理后 {within}内）</span>}
            </li>
          ))}
        </ol>
      </FormPart>
    </ChangeForm>
  )
}

type BallotProps = {
  ballot: Ballot
  sending: Sending
  onChange: (ballot: Ballot) => void
  rules: Opened['standing']['rules']['endVote']
}

function BallotFields({ ballot, sending, onChange, rules }: BallotProps): ReactNode {
  return (
    <>
      <div className="form-fields change-part">
        <DayQuestion
          {...{ sending, at: 'vote.on', label: '表决的日期', value: ballot.on }}
          onChange={(on) => onChange({ ...ballot, on })}
        />
        {(Object.keys(counts) as (keyof Counts)[]).map((field) => (
          <CountQuestion
            key={field}
            {...{ sending, at: `vote.${field}`, label: counts[field], value: ballot[field], required: true }}
            unit={field === 'entitled' || field === 'present' ? '人' : '票'}
            onChange={(count) => onChange({ ...ballot, [field]: count })}
          />
        ))}
      </div>
      <p className="vote-sum">
        到会不少于应到人数的 {rules.present.join('/')}，赞成超过到会人数的 {rules.inFavour.join('/')}
        ，才算通过。
      </p>
    </>
  )
}

const emptyCounts: Counts = { entitled: null, present: null, inFavour: null, against: null, abstaining: null }

const saidFaults = (said: string): Fault[] => (said.trim() ? [] : [{ at: 'said', message: '请写明具体情况' }])

function ballotFaults(ballot: Ballot): Fault[] {
  const open = (Object.keys(counts) as (keyof Counts)[]).filter((field) => ballot[field] === null)
  return [
    ...(dayFromText(ballot.on ?? '') ? [] : [{ at: 'vote.on', message: '请填写表决的日期' }]),
    ...open.map((field) => ({ at: `vote.${field}`, message: '请填写，没有就填 0' })),
  ]
}

function voteOf(ballot: Ballot): Vote | null {
  const on = dayFromText(ballot.on ?? '')
  const { entitled, present, inFavour, against, abstaining } = ballot
  if (
    !on ||
    entitled === null ||
    present === null ||
    inFavour === null ||
    against === null ||
    abstaining === null
  )
    return null
  return { on: on as Day, entitled, present, inFavour, against, abstaining }
}
