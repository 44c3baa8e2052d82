// One name on an attendance list: ticked or not, its certificate, and the hint that the same name was elsewhere.
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { ListedAttendee, Training } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { PlaceAttendee } from './AddAttendee.tsx'
import { trainingActs, useTrainingAct } from './training-queries.ts'

type Props = {
  training: Training
  attendee: ListedAttendee
  ticked: boolean
  /** Absent: the reader only looks. */
  onToggle: (() => void) | undefined
}

/** Names a line of the list. */
export const keyOf = ({ id, organization, name }: ListedAttendee): string =>
  id ?? `${organization?.id ?? ''} ${name}`

export function AttendeeLine({ training, attendee, ticked, onToggle }: Props): ReactNode {
  const { id, name, leader, elsewhere, scan } = attendee
  return (
    <li className="attendee">
      <label className="attendee-name">
        <input
          type="checkbox"
          checked={ticked}
          disabled={!onToggle}
          onChange={onToggle ?? (() => undefined)}
        />
        <span>
          {name}
          {leader && <small>负责人</small>}
          {scan && <small>扫码{scan.said !== null && `，自填“${scan.said}”`}</small>}
        </span>
      </label>
      {id && (
        <a
          className="link no-print"
          href={urlOf(trainingApi.certificate, { params: { id } })}
          target="_blank"
          rel="noreferrer"
          aria-label={`${name}的培训证明`}
        >
          证明
        </a>
      )}
      {id && scan && scan.said !== null && onToggle && (
        <PlaceAttendee training={training} id={id} name={name} said={scan.said} />
      )}
      {id && elsewhere && (
        <Elsewhere training={training.id} id={id} elsewhere={elsewhere} mayDecide={!!onToggle} />
      )}
    </li>
  )
}

type ElsewhereProps = {
  training: string
  id: string
  elsewhere: NonNullable<ListedAttendee['elsewhere']>
  mayDecide: boolean
}

function Elsewhere({ training, id, elsewhere, mayDecide }: ElsewhereProps): ReactNode {
  const act = useTrainingAct()
  const apart = () =>
    act.mutate(() => trainingActs.sayApart(training, { attendance: id, other: elsewhere.id }))
  return (
    <div className="attendee-elsewhere">
      <StateTag tone="behind" word="同一时间有同名" /> “{elsewhere.title}”的签到里也有这个名字（
      {elsewhere.organizationName ?? '不在名录里'}）。
      {mayDecide && (
        <span className="no-print">
          {' '}
          同一个人就在这里取消勾选；
          <button type="button" className="text-button" disabled={act.isPending} onClick={apart}>
            是同名的两个人
          </button>
        </span>
      )}
      <ProblemAlert problem={act.error} />
    </div>
  )
}
