// Who comes to a training: the own organizations first, with the answer that is still owed.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import { type Enrolment, enrolmentStatuses, type TrainingView } from '../training.ts'
import { EnrolDialog, type Enrolling } from './EnrolDialog.tsx'
import { namesText } from './names-text.ts'
import { trainingActs, useTrainingAct } from './training-queries.ts'
import { enrolmentTones } from './training-words.ts'

type Props = {
  training: TrainingView
  /** Answers are still taken. */
  open: boolean
}

/** Those who still owe an answer and can give it come first; when it is over the list is folded. */
export function EnrolmentPart({ training, open }: Props): ReactNode {
  const [enrolling, setEnrolling] = useState<Enrolling | null>(null)
  const { enrolments, own } = training
  if (enrolments.length === 0 && !open) return null
  const lines = inTurn(enrolments).map((one) => (
    <Line key={one.id} enrolment={one} open={open} enrol={setEnrolling} />
  ))
  if (!open)
    return (
      <details className="panel training-past">
        <summary>报名时的名单（{enrolments.length} 个组织）</summary>
        {lines}
      </details>
    )
  return (
    <section className="panel" aria-labelledby="enrolments-heading">
      <h2 id="enrolments-heading">报名</h2>
      {own.map((organization) => (
        <p key={organization.id} className="training-line">
          <span>{organization.name}</span>
          <Button type="primary" onClick={() => setEnrolling({ organization, before: null })}>
            报名
          </Button>
        </p>
      ))}
      {lines}
      {enrolments.length === 0 && own.length === 0 && <p className="faint">还没有组织报名。</p>}
      <ForAnother training={training} enrol={setEnrolling} />
      {enrolling && (
        <EnrolDialog training={training} enrolling={enrolling} onClose={() => setEnrolling(null)} />
      )}
    </section>
  )
}

const owes = ({ status, may }: Enrolment): boolean => status === 'invited' && may.includes('training.enrol')

const inTurn = (all: readonly Enrolment[]): Enrolment[] => [
  ...all.filter(owes),
  ...all.filter((one) => !owes(one)),
]

/** A leader's own are all there already; a worker fills in for others. */
function ForAnother({
  training: { own, enrolments },
  enrol,
}: Pick<Props, 'training'> & Pick<LineProps, 'enrol'>): ReactNode {
  const may = useMay()
  if (!may('training.invite') || !may('training.enrol')) return null
  if (own.length > 0 || enrolments.some(owes)) return null
  return (
    <p className="no-print">
      <Button onClick={() => enrol({ organization: null, before: null })}>替一个组织报名</Button>
    </p>
  )
}

type LineProps = { enrolment: Enrolment; open: boolean; enrol: (enrolling: Enrolling) => void }

function Line({ enrolment, open, enrol }: LineProps): ReactNode {
  const { organization, status, people, names, reason, recall } = enrolment
  const words = [status === 'enrolled' && `${people} 人`, (names && namesText(names)) || reason]
    .filter(Boolean)
    .join('：')
  return (
    <div className="training-line">
      <div>
        <Link to={`/organizations/${organization.id}#training`}>{organization.name}</Link>{' '}
        <StateTag tone={enrolmentTones[status]} word={enrolmentStatuses[status]} />
        {words && <p className="faint">{words}</p>}
      </div>
      {open && enrolment.may.includes('training.enrol') && status !== 'recalled' && (
        <Answers enrolment={enrolment} enrol={enrol} />
      )}
      {open && recall && <Recall enrolment={enrolment} recall={recall} />}
    </div>
  )
}

function Answers({ enrolment, enrol }: Pick<LineProps, 'enrolment' | 'enrol'>): ReactNode {
  const { id, organization, status } = enrolment
  const act = useTrainingAct()
  const [declining, setDeclining] = useState(false)
  const isEnrolled = status === 'enrolled'
  return (
    <div className="training-steps no-print">
      <Button
        type={isEnrolled ? 'default' : 'primary'}
        onClick={() => enrol({ organization, before: isEnrolled ? enrolment : null })}
      >
        {isEnrolled ? '改报名' : '报名'}
      </Button>
      {status === 'invited' && <Button onClick={() => setDeclining(true)}>不参加</Button>}
      {isEnrolled && (
        <Button loading={act.isPending} onClick={() => act.mutate(() => trainingActs.withdraw(id))}>
          撤回
        </Button>
      )}
      <ProblemAlert problem={act.error} />
      {declining && (
        <ConfirmWithReason
          open
          title={`不参加：${organization.name}`}
          confirmText="不参加"
          reasonHint="例如：当天有活动；以后还可以再报名"
          onConfirm={({ reason }) => act.mutateAsync(() => trainingActs.decline(id, { reason }))}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  )
}

type RecallProps = { enrolment: Enrolment; recall: NonNullable<Enrolment['recall']> }

/** Whoever was told reads why; otherwise one click, as if it had not been sent. */
function Recall({ enrolment: { id, organization }, recall }: RecallProps): ReactNode {
  const act = useTrainingAct()
  const [asking, setAsking] = useState(false)
  return (
    <div className="training-steps no-print">
      <button
        type="button"
        className="text-button"
        disabled={recall.whyNot !== null || act.isPending}
        aria-label={`收回邀请：${organization.name}`}
        onClick={() =>
          recall.withReason ? setAsking(true) : act.mutate(() => trainingActs.recall(id, null))
        }
      >
        收回邀请
      </button>
      {recall.whyNot && <span className="faint">{recall.whyNot}</span>}
      <ProblemAlert problem={act.error} />
      {asking && (
        <ConfirmWithReason
          open
          title={`收回邀请：${organization.name}`}
          explain="已经告诉过对方：邀请留在它的页面上，写明收回的理由；以后还可以再邀请。"
          confirmText="收回邀请"
          onConfirm={({ reason }) => act.mutateAsync(() => trainingActs.recall(id, reason))}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
