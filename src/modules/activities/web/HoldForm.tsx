// Records that an activity was held: who of the list came, how many in all, and of which kinds; or puts that right.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Fault } from '../../../kernel/problem.ts'
import { CountInput } from '../../../ui/CountInput.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { CountQuestion, TextQuestion } from '../../changes/web/ChangeControls.tsx'
import { ChangeForm, FormPart } from '../../changes/web/ChangeFrame.tsx'
import { useSending } from '../../changes/web/use-sending.ts'
import { type ServedKind, servedKinds } from '../../people/served-kinds.ts'
import type { Activity } from '../activity.ts'
import { activityActs, useActivityAct } from './activity-queries.ts'
import { CameList } from './CameList.tsx'

type Typed = {
  came: readonly string[]
  attended: number | null
  served: Partial<Record<ServedKind, number | null>>
  reason: string
}

export function HoldForm({ activity }: { activity: Activity }): ReactNode {
  const { id, title, attended, served, whyNot } = activity
  const correcting = attended !== null
  const [typed, setTyped] = useState<Typed>({ came: [], attended, served, reason: '' })
  const set = (patch: Partial<Typed>) => setTyped((now) => ({ ...now, ...patch }))
  const sending = useSending(['attendance.attended', 'reason'])
  const act = useActivityAct()
  const navigate = useNavigate()
  const submit = () =>
    sending.send(faultsIn(typed, correcting), async () => {
      await act.mutateAsync(() => send(id, typed, correcting))
      await navigate(`/activities/${id}#held`, { replace: true })
    })
  return (
    <>
      <PageHeader
        title={`${correcting ? '更正人数' : '记录举办情况'}：${title}`}
        sentence={correcting ? '' : (whyNot.hold ?? '数一数来了多少人就行；人群和名单不清楚的可以空着。')}
        back={{ to: `/activities/${id}`, label: title }}
      />
      <ChangeForm
        sending={sending}
        submitText={correcting ? '更正' : '办完了，保存'}
        cancelTo={`/activities/${id}`}
        whyNot={correcting ? null : whyNot.hold}
        onSubmit={() => void submit()}
      >
        {!correcting && activity.signUp && (
          <CameList
            id={id}
            came={typed.came}
            onChange={(came) => set({ came, attended: Math.max(came.length, typed.attended ?? 0) || null })}
          />
        )}
        <FormPart id="attended" title="来了多少人">
          <CountQuestion
            {...{ sending, at: 'attendance.attended', label: '一共到场', required: true }}
            hint="包括没有报名就来的人"
            value={typed.attended}
            onChange={(count) => set({ attended: count })}
          />
          <Kinds served={typed.served} onChange={(kinds) => set({ served: kinds })} />
          {correcting && (
            <TextQuestion
              {...{ sending, at: 'reason', label: '为什么更正', required: true, wide: true }}
              value={typed.reason}
              onChange={(reason) => set({ reason })}
            />
          )}
        </FormPart>
      </ChangeForm>
    </>
  )
}

type KindsProps = { served: Typed['served']; onChange: (served: Typed['served']) => void }

/** One person may be of several kinds. */
function Kinds({ served, onChange }: KindsProps): ReactNode {
  return (
    <details className="activity-kinds" open={Object.keys(served).length > 0}>
      <summary>其中有哪些人（可以不填，只记人数）</summary>
      <div className="form-fields">
        {(Object.entries(servedKinds) as [ServedKind, string][]).map(([kind, label]) => (
          <FormField key={kind} id={`served-${kind}`} label={label}>
            {(control) => (
              <CountInput
                {...control}
                unit="人"
                value={served[kind] ?? null}
                onChange={(people) => onChange({ ...served, [kind]: people })}
              />
            )}
          </FormField>
        ))}
      </div>
    </details>
  )
}

function faultsIn({ attended, reason }: Typed, correcting: boolean): Fault[] {
  const faults: Fault[] = []
  if (attended === null) faults.push({ at: 'attendance.attended', message: '请填写到场人数，没有人来填 0' })
  if (correcting && !reason.trim()) faults.push({ at: 'reason', message: '请填写为什么更正' })
  return faults
}

function send(id: string, { came, attended, served, reason }: Typed, correcting: boolean): Promise<Activity> {
  const known = Object.entries(served).filter(([, people]) => people !== null)
  const attendance = { attended: attended ?? 0, served: Object.fromEntries(known) }
  return correcting
    ? activityActs.correct(id, { attendance, reason })
    : activityActs.hold(id, { attendance, came: [...came] })
}
