// The report of a major event: what is needed by when, what was reported, what was answered, what came of it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { type Fact, Facts } from '../../../ui/Facts.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Activity } from '../activity.ts'
import { type Report, recipients, reportStatuses } from '../major-event.ts'
import { standing } from '../major-event-rules.ts'
import { AssessmentWords } from './AssessmentWords.tsx'
import { lateWords, moneyWords, reportTones } from './activity-words.ts'
import { AnswerDialog, PermitDialog, SummaryDialog } from './EventDialogs.tsx'

type Props = { activity: Activity }

export function MajorEventPanel({ activity }: Props): ReactNode {
  const { majorEvent } = activity
  const { report, reasons, permit, permitNumber, permitOn } = majorEvent
  if (!report && reasons.length === 0 && !permit && permitNumber === null) return null
  const stale = report !== null && !report.covers && standing.includes(report.status)
  return (
    <section className="panel" id="major" aria-labelledby="major-title">
      <h2 id="major-title">重大活动报告</h2>
      {(!report || stale) && <AssessmentWords assessment={majorEvent} />}
      {report && <Reported report={report} />}
      {stale && <p className="explain">报告以后计划改了（时间、地点或人数），请重新报告。</p>}
      {permitNumber !== null && <Facts facts={[['公安机关的安全许可', `${permitNumber}（${permitOn}）`]]} />}
      <Acts activity={activity} />
    </section>
  )
}

function Reported({ report }: { report: Report }): ReactNode {
  const { status, recipient, on, by, late, answerDue, answeredBy, answeredOn, answerWords, summary } = report
  const facts: Fact[] = [
    ['报告', `${on} 向${recipients[recipient]}，${by ?? '不详'}`],
    ['是否按时', lateWords(late)],
    ...(status === 'reported' ? [['答复期限', answerDue] as const] : []),
    ...(answeredOn ? [['答复', `${answeredOn} ${answeredBy ?? ''}`] as const] : []),
    ...(answerWords ? [['要求或理由', answerWords] as const] : []),
    ['内容', report.content],
    ['形式', report.form],
    ['参加的人', report.participants],
    ['经费和来源', `${moneyWords(report.money)}，${report.fundSource}`],
    ['安全措施', report.safetyPlan],
    ...(summary ? summaryFacts(summary) : []),
  ]
  return (
    <>
      <p>
        <StateTag tone={reportTones[status]} word={reportStatuses[status]} />{' '}
        {late > 0 && <StateTag tone="overdue" word={lateWords(late)} />}
      </p>
      <Facts facts={facts} />
    </>
  )
}

const summaryFacts = ({ on, result, problems, spent }: NonNullable<Report['summary']>): Fact[] => [
  ['总结', `${on}：${result}`],
  ['问题', problems ?? '没有'],
  ['实际花费', moneyWords(spent)],
]

type Dialog = 'answer' | 'summary' | 'permit'

function Acts({ activity }: Props): ReactNode {
  const [open, setOpen] = useState<Dialog | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="activity-actions no-print">
      <ReportLink activity={activity} />
      {mayAnswer(activity) && (
        <Button type="primary" onClick={() => setOpen('answer')}>
          答复
        </Button>
      )}
      {maySummarize(activity) && <Button onClick={() => setOpen('summary')}>报送总结</Button>}
      {mayPermit(activity) && <Button onClick={() => setOpen('permit')}>记下安全许可</Button>}
      {open === 'answer' && <AnswerDialog activity={activity} onClose={close} />}
      {open === 'summary' && <SummaryDialog activity={activity} onClose={close} />}
      {open === 'permit' && <PermitDialog activity={activity} onClose={close} />}
    </div>
  )
}

function ReportLink({ activity }: Props): ReactNode {
  const { id, whyNot, may, majorEvent } = activity
  if (whyNot.report !== null || !may.includes('majorEvent.report')) return null
  return (
    <ButtonLink primary to={`/activities/${id}?do=report`}>
      {majorEvent.report ? '重新报告' : '报告'}
    </ButtonLink>
  )
}

function mayAnswer({ majorEvent: { report }, may }: Activity): boolean {
  if (report?.status !== 'reported') return false
  return may.includes(report.recipient === 'county' ? 'majorEvent.answerInCounty' : 'majorEvent.answer')
}

const maySummarize = ({ majorEvent: { report }, may, whyNot }: Activity): boolean =>
  report !== null &&
  standing.includes(report.status) &&
  report.summary === null &&
  whyNot.publish !== null &&
  may.includes('majorEvent.report')

const mayPermit = ({ majorEvent: { permit, permitNumber }, may, status }: Activity): boolean =>
  permit !== null && permitNumber === null && status !== 'cancelled' && may.includes('majorEvent.report')
