// The report of a major event: what the plan says stands there already, five questions are left.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { spanWords } from '../../../kernel/minute.ts'
import type { Fault } from '../../../kernel/problem.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { TextQuestion } from '../../changes/web/ChangeControls.tsx'
import { ChangeForm, FormPart } from '../../changes/web/ChangeFrame.tsx'
import { useSending } from '../../changes/web/use-sending.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Activity } from '../activity.ts'
import type { ReportDraft } from '../major-event.ts'
import { AssessmentWords } from './AssessmentWords.tsx'
import { activityActs, useActivityAct } from './activity-queries.ts'
import { moneyWords } from './activity-words.ts'

type Field = keyof ReportDraft

const questions: { at: Field; label: string; hint: string; rows: number; max: number }[] = [
  { at: 'content', label: '内容', hint: '从头到尾做些什么', rows: 3, max: 2000 },
  { at: 'form', label: '形式', hint: '例如：搭台演出；摆摊；列队', rows: 1, max: 200 },
  { at: 'participants', label: '什么人参加', hint: '例如：演员 30 人，居民观众', rows: 1, max: 200 },
  { at: 'fundSource', label: '钱从哪里来', hint: '不花钱就写“没有经费”', rows: 1, max: 200 },
  {
    at: 'safetyPlan',
    label: '怎样保证安全',
    hint: '谁负责、几个人维持秩序、消防和急救、下雨怎么办',
    rows: 4,
    max: 2000,
  },
]

export function ReportForm({ activity }: { activity: Activity }): ReactNode {
  const { id, title, whyNot, majorEvent } = activity
  const [typed, setTyped] = useState(() => typedFrom(activity))
  const sending = useSending(questions.map(({ at }) => at))
  const act = useActivityAct()
  const navigate = useNavigate()
  const submit = () =>
    sending.send(faultsIn(typed), async () => {
      await act.mutateAsync(() => activityActs.report(id, typed))
      await navigate(`/activities/${id}#major`, { replace: true })
    })
  return (
    <>
      <PageHeader
        title={`重大活动报告：${title}`}
        sentence="时间、地点、规模和经费照计划填好了，只要补上下面五项。"
        back={{ to: `/activities/${id}`, label: title }}
      />
      <ChangeForm
        sending={sending}
        submitText="报告"
        cancelTo={`/activities/${id}`}
        whyNot={whyNot.report}
        onSubmit={() => void submit()}
      >
        <AssessmentWords assessment={majorEvent} />
        <FormPart id="plan" title="照计划填好的">
          <Known activity={activity} />
        </FormPart>
        <FormPart id="report" title="要补上的">
          <div className="form-fields">
            {questions.map((question) => (
              <TextQuestion
                key={question.at}
                {...{ ...question, sending, required: true, wide: true }}
                value={typed[question.at]}
                onChange={(text) => setTyped((now) => ({ ...now, [question.at]: text }))}
              />
            ))}
          </div>
        </FormPart>
      </ChangeForm>
    </>
  )
}

function Known({ activity }: { activity: Activity }): ReactNode {
  const { from, to, areaName, place, expected, money, organizationName } = activity
  const year = Number(useSession().today.slice(0, 4))
  return (
    <Facts
      facts={[
        ['主办', organizationName ?? areaName],
        ['时间', spanWords(from, to, year)],
        ['地点', `${areaName} ${place}`],
        ['规模', `预计 ${expected} 人`],
        ['经费', moneyWords(money)],
      ]}
    />
  )
}

/** Of a former report, or of the plan. */
function typedFrom({ majorEvent: { report }, content }: Activity): ReportDraft {
  if (!report) return { content: content ?? '', form: '', participants: '', fundSource: '', safetyPlan: '' }
  return {
    ...{ content: report.content, form: report.form, participants: report.participants },
    ...{ fundSource: report.fundSource, safetyPlan: report.safetyPlan },
  }
}

const faultsIn = (typed: ReportDraft): Fault[] =>
  questions.filter(({ at }) => !typed[at].trim()).map(({ at, label }) => ({ at, message: `请填写${label}` }))
