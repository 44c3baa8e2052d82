// One dialog for a tie: who with whom, which services, from when.
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayRule } from '../../../ui/day-rule.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { HubTie } from '../hub.ts'
import { hubActs, useHubAct } from './hub-queries.ts'
import { HubChoice, ServedChoice, ServicesChoice } from './TieChoices.tsx'

/** `serves`: the hub's page; `servedBy`: the other side; `propose`: the hub's leader; `services`: a change of them. */
export type TieQuestion = { kind: 'serves' | 'servedBy' | 'propose' } | { kind: 'services'; tie: HubTie }

type Props = {
  question: TieQuestion
  organization: Organization
  offered: Readonly<Record<string, string>>
  onClose: () => void
}

type Values = { partner?: string; services: string[]; from: string }

const titles = {
  serves: '添加它服务的组织',
  servedBy: '记上由谁服务',
  propose: '提出为一个组织服务',
  services: '改服务内容',
} as const

export function TieDialog({ question, organization, offered, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>()
  const [shown, setShown] = useState<string[]>([])
  const { today } = useSession()
  const act = useHubAct()
  const send = (values: Values) =>
    act.mutate(() => sent(question, organization.id, values), {
      onSuccess: onClose,
      onError: (problem) => setShown(showFaults(form, problem)),
    })
  return (
    <Modal
      open
      title={titles[question.kind]}
      okText={question.kind === 'propose' ? '提出' : '保存'}
      cancelText="先不"
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
        initialValues={{ services: question.kind === 'services' ? question.tie.services : [], from: today }}
      >
        <PartnerField question={question} organization={organization} />
        <Form.Item
          name="services"
          label="提供哪些服务"
          rules={[{ required: true, type: 'array', min: 1, message: '请至少选一项服务' }]}
        >
          <ServicesChoice offered={offered} />
        </Form.Item>
        <Form.Item name="from" label="从哪一天起" rules={[dayRule]} validateTrigger="onSubmit">
          <DayInput max={today} calendarLabel="从日历选日期" />
        </Form.Item>
      </Form>
      <ProblemAlert problem={act.error} shown={shown} />
    </Modal>
  )
}

function PartnerField({ question, organization }: Pick<Props, 'question' | 'organization'>): ReactNode {
  if (question.kind === 'services')
    return <p className="explain">与“{question.tie.partner.name}”的联系服务。</p>
  const rules = [
    { required: true, message: question.kind === 'servedBy' ? '请选择一个枢纽型组织' : '请选择一个组织' },
  ]
  if (question.kind === 'propose') {
    return (
      <Form.Item
        name="partner"
        label="为哪个组织服务"
        extra="照证书或名录上的全名填写；由它所在的社区或街镇确认后生效。"
        rules={[{ required: true, whitespace: true, message: '请填写组织的全名' }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    )
  }
  const label = question.kind === 'servedBy' ? '哪个枢纽型组织' : '服务哪个组织'
  return (
    <Form.Item name="partner" label={label} rules={rules}>
      {question.kind === 'servedBy' ? (
        <HubChoice served={organization.id} />
      ) : (
        <ServedChoice hub={organization} />
      )}
    </Form.Item>
  )
}

function sent(
  question: TieQuestion,
  own: string,
  { partner = '', services, from }: Values,
): Promise<unknown> {
  const draft = { services, from: dayFromText(from) ?? from }
  if (question.kind === 'services') return hubActs.changeServices(question.tie.id, draft)
  if (question.kind === 'propose') return hubActs.propose(own, { ...draft, served: partner })
  return question.kind === 'servedBy'
    ? hubActs.tie(own, { ...draft, hub: partner })
    : hubActs.tie(partner, { ...draft, hub: own })
}
