// One activity: the plan, who signed up, the report that it needs, what came of it, and what can be done next.
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { spanWords } from '../../../kernel/minute.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type Activity, activityKinds, activityStatuses, features } from '../activity.ts'
import { ActivityActions } from './ActivityActions.tsx'
import { useActivity } from './activity-queries.ts'
import { moneyWords, statusTones } from './activity-words.ts'
import { HeldPanel } from './HeldPanel.tsx'
import { HoldForm } from './HoldForm.tsx'
import { MajorEventPanel } from './MajorEventPanel.tsx'
import { ReportForm } from './ReportForm.tsx'
import { SharePanel } from './SharePanel.tsx'
import { SignUpsPanel } from './SignUpsPanel.tsx'
import '../../organizations/web/organizations.css'
import './activities.css'

const back = { to: '/activities', label: '活动' }

export function ActivityPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useActivity(id)
  if (data) return <Shown activity={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="活动" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

/** One thing at a time: a form takes the page as long as it is filled in. */
function Shown({ activity }: { activity: Activity }): ReactNode {
  const doing = useUrlState().one('do')
  if (doing === 'hold' && activity.may.includes('activity.edit')) return <HoldForm activity={activity} />
  if (doing === 'report' && activity.may.includes('majorEvent.report'))
    return <ReportForm activity={activity} />
  return <Whole activity={activity} />
}

function Whole({ activity }: { activity: Activity }): ReactNode {
  const { title, status, from, to, areaName, place, demo, cancelReason } = activity
  const year = Number(useSession().today.slice(0, 4))
  const about = [spanWords(from, to, year), `${areaName} ${place}`, demo && '演示数据']
  return (
    <>
      <PageHeader
        title={title}
        mark={<StateTag tone={statusTones[status]} word={activityStatuses[status]} />}
        sentence={about.filter(Boolean).join(' · ')}
        back={back}
      />
      {cancelReason !== null && <p className="explain">取消的原因：{cancelReason}</p>}
      <ActivityActions activity={activity} />
      <div className="organization-layout activity-layout">
        <div>
          <HeldPanel activity={activity} />
          <MajorEventPanel activity={activity} />
          {status === 'published' && <SharePanel activity={activity} />}
          {activity.may.includes('activity.seeSignUps') && activity.signUp && (
            <SignUpsPanel activity={activity} />
          )}
        </div>
        <div>
          <Plan activity={activity} />
        </div>
      </div>
    </>
  )
}

function Plan({ activity }: { activity: Activity }): ReactNode {
  const { seriesTitle, content, expected, kind, money, partnerNames } = activity
  const said = activity.features.map((one) => features[one])
  return (
    <section className="panel" aria-labelledby="plan-title">
      <h2 id="plan-title">计划</h2>
      <Facts
        facts={[
          ['主办', <Organizer key="organizer" activity={activity} />],
          ...(partnerNames.length > 0
            ? [['一起办的', partnerNames.map(({ name }) => name).join('、')] as const]
            : []),
          ['主题活动系列', seriesTitle ?? '不属于任何系列'],
          ['做些什么', content ?? '没有写'],
          ['预计', `${expected} 人`],
          ['经费', moneyWords(money)],
          ['类型', [kind === 'other' ? '一般活动' : activityKinds[kind], ...said].join('；')],
          ['报名', signUpWords(activity)],
        ]}
      />
    </section>
  )
}

function Organizer({ activity }: { activity: Activity }): ReactNode {
  const { organization, organizationName, areaName } = activity
  if (organization === null) return areaName
  return <Link to={`/organizations/${organization}#activities`}>{organizationName}</Link>
}

function signUpWords({ signUp, places, signUpUntil }: Activity): string {
  if (!signUp) return '不用报名'
  const until = signUpUntil === null ? '到活动开始为止' : `到 ${signUpUntil.replace('T', ' ')} 为止`
  return `${places === null ? '不限名额' : `名额 ${places} 人`}，${until}`
}
