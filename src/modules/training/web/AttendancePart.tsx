// The attendance list of a training: tick who was there, add who was not expected, import a paper list.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { urlOf } from '../../../ui/call.ts'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useShownWhenAsked } from '../../../ui/use-shown-when-asked.ts'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import type { AttendanceList, ListedAttendee, TrainingView } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { whyNotRecord } from '../training-rules.ts'
import { AddAttendee } from './AddAttendee.tsx'
import { AttendeeLine, keyOf } from './AttendeeLine.tsx'
import { CheckInPart } from './CheckInPart.tsx'
import { trainingActs, useAttendance, useCheckIn, useTrainingAct } from './training-queries.ts'

export function AttendancePart({ training }: { training: TrainingView }): ReactNode {
  const { today } = useSession()
  const scans = scansOn(training, today as Day)
  const live = !!useCheckIn(training.id, scans).data?.open
  const { data, error, refetch } = useAttendance(training.id, live)
  const section = useShownWhenAsked('attendance', data !== undefined)
  const why = whyNotRecord(training, today as Day)
  return (
    <section ref={section} className="panel" id="attendance" aria-labelledby="attendance-heading">
      <h2 id="attendance-heading">签到</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={4} />}
      {why && <p className="faint">{why.body.message}到时照报名的名单勾选，不用再打一遍。</p>}
      {scans && <CheckInPart training={training.id} />}
      {data && !why && <List list={data} />}
    </section>
  )
}

/** A code is for those who run a training in a hall, on its days. */
const scansOn = ({ may, kind, heldOn, until, status }: TrainingView, today: Day): boolean =>
  may.includes('training.run') &&
  kind === 'onSite' &&
  status !== 'cancelled' &&
  heldOn <= today &&
  today <= (until ?? heldOn)

function List({ list }: { list: AttendanceList }): ReactNode {
  const { training, items, unnamed } = list
  // Only what was changed is kept here: whoever signs in meanwhile is ticked, and stays so.
  const [turned, setTurned] = useState<readonly string[]>([])
  const act = useTrainingAct<AttendanceList>()
  const runs = training.may.includes('training.run')
  const toggle = (key: string) =>
    setTurned((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]))
  const ticked = items.filter((one) => (one.id !== null) !== turned.includes(keyOf(one))).map(keyOf)
  const all = () => setTurned(items.filter(({ id }) => id === null).map(keyOf))
  const change = changeOf(items, ticked)
  const save = () =>
    act.mutate(() => trainingActs.record(training.id, change), { onSuccess: () => setTurned([]) })
  return (
    <>
      {items.length === 0 && <p className="faint">报名时没有写名字；到场的逐个补登，或导入纸质签到表。</p>}
      {groupsOf(items).map(([name, people]) => (
        <div key={people[0]?.organization?.id ?? 'none'} className="attendance-group">
          <h3>
            {name} <Paper training={training.id} people={people} />
          </h3>
          <ul className="plain-list">
            {people.map((one) => (
              <AttendeeLine
                key={keyOf(one)}
                training={training}
                attendee={one}
                ticked={ticked.includes(keyOf(one))}
                onToggle={runs ? () => toggle(keyOf(one)) : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
      {unnamed.map(({ organization, people }) => (
        <p key={organization.id} className="faint">
          {organization.name}另有 {people} 人没有写名字。
        </p>
      ))}
      {runs && (
        <div className="training-steps training-save no-print">
          <Button
            type="primary"
            loading={act.isPending}
            disabled={change.add.length + change.remove.length === 0}
            onClick={save}
          >
            保存签到（{ticked.length} 人）
          </Button>
          {items.length > ticked.length && <Button onClick={all}>全部到了</Button>}
          <AddAttendee training={training} />
          <ImportLink training={training} />
          <ExportLink list={list} />
        </div>
      )}
      <ProblemAlert problem={act.error} />
    </>
  )
}

function ImportLink({ training: { id, area } }: Pick<AttendanceList, 'training'>): ReactNode {
  if (!useMay()('organization.import')) return null
  return <ButtonLink to={`/imports/new?kind=attendance&area=${area}&belongsTo=${id}`}>导入签到表</ButtonLink>
}

function ExportLink({ list: { training, items } }: { list: AttendanceList }): ReactNode {
  if (items.every(({ id }) => id === null)) return null
  return (
    <Button href={urlOf(trainingApi.exportAttendance, { params: { id: training.id } })} download>
      导出签到表
    </Button>
  )
}

/** What the ticks change. */
function changeOf(items: readonly ListedAttendee[], ticked: readonly string[]) {
  const add = items
    .filter((one) => one.id === null && ticked.includes(keyOf(one)))
    .map(({ name, leader, organization }) => ({ name, leader, organization: organization?.id ?? null }))
  const remove = items.flatMap((one) => (one.id !== null && !ticked.includes(keyOf(one)) ? [one.id] : []))
  return { add, remove }
}

/** By organization, those who came for none at the end. */
function groupsOf(items: readonly ListedAttendee[]): [string, ListedAttendee[]][] {
  const groups = new Map<string, [string, ListedAttendee[]]>()
  for (const one of items) {
    const key = one.organization?.id ?? ''
    const group = groups.get(key) ?? [one.organization?.name ?? '不在名录里的人员', []]
    group[1].push(one)
    groups.set(key, group)
  }
  const none = groups.get('')
  groups.delete('')
  return [...groups.values(), ...(none ? [none] : [])]
}

function Paper({ training, people }: { training: string; people: readonly ListedAttendee[] }): ReactNode {
  const organization = people[0]?.organization?.id
  if (!organization || people.every(({ id }) => id === null)) return null
  const address = urlOf(trainingApi.organizationCertificate, { params: { id: training, organization } })
  return (
    <a className="link no-print" href={address} target="_blank" rel="noreferrer">
      打印证明
    </a>
  )
}
