// Short forms about a major event: the answer, the summary, the permit.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { fenFromYuan } from '../../../kernel/money.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Activity } from '../activity.ts'
import { answers, policeLevels, type ReportAnswer } from '../major-event.ts'
import { activityActs, useActivityAct } from './activity-queries.ts'

type Props = { activity: Activity; onClose: () => void }

export function AnswerDialog({ activity, onClose }: Props): ReactNode {
  const act = useActivityAct()
  const send = ({ answer, words }: { answer: ReportAnswer; words?: string }) =>
    act.mutateAsync(() => activityActs.answer(activity, { answer, words: words?.trim() || null }))
  return (
    <FormDialog<{ answer: ReportAnswer; words?: string }>
      title={`答复：${activity.title}`}
      okText="答复"
      initialValues={{}}
      onSend={send}
      onClose={onClose}
    >
      <OneItem name="answer" label="答复" choices={answers} needed="请选择一种答复" />
      <Form.Item noStyle dependencies={['answer']}>
        {({ getFieldValue }) => <Conditions answer={getFieldValue('answer') as ReportAnswer | undefined} />}
      </Form.Item>
    </FormDialog>
  )
}

/** No objection needs no words. */
const Conditions = ({ answer }: { answer: ReportAnswer | undefined }): ReactNode => (
  <WordsItem
    name="words"
    label={answer === 'objected' ? '理由' : '要求'}
    max={500}
    {...(answer !== undefined && answer !== 'approved' && { needed: '请写明要求或理由' })}
    extra="报告的人看得到"
    long
  />
)

export function SummaryDialog({ activity, onClose }: Props): ReactNode {
  const act = useActivityAct()
  const send = (typed: { result: string; problems?: string; spent?: string }) =>
    act.mutateAsync(() =>
      activityActs.summarize(activity.id, {
        result: typed.result,
        problems: typed.problems?.trim() || null,
        spent: fenFromYuan(typed.spent ?? ''),
      }),
    )
  return (
    <FormDialog<{ result: string; problems?: string; spent?: string }>
      title={`总结：${activity.title}`}
      okText="报送"
      initialValues={{ result: activity.result ?? '' }}
      onSend={send}
      onClose={onClose}
    >
      <WordsItem name="result" label="办得怎么样" max={1000} needed="请写几句" long />
      <WordsItem name="problems" label="出了什么问题" max={500} extra="没有就空着" long />
      <WordsItem name="spent" label="实际花了多少钱（元）" max={20} extra="不知道就空着" />
    </FormDialog>
  )
}

export function PermitDialog({ activity, onClose }: Props): ReactNode {
  const { today } = useSession()
  const act = useActivityAct()
  const police = activity.majorEvent.permit?.police ?? 'county'
  const send = ({ number, on }: { number: string; on: string }) =>
    act.mutateAsync(() => activityActs.permit(activity.id, { number, on: dayFromText(on) ?? on }))
  return (
    <FormDialog<{ number: string; on: string }>
      title="公安机关的安全许可"
      explain={`照${policeLevels[police]}的许可决定书填写。`}
      okText="记下"
      initialValues={{ on: today }}
      onSend={send}
      onClose={onClose}
    >
      <WordsItem name="number" label="许可编号" max={60} needed="请填写编号" />
      <DayItem name="on" label="许可日期" max={today} />
    </FormDialog>
  )
}
