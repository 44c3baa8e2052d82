// Nominate an organization, a project or a place for a title; or enter one that was published already.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '../../../ui/call.ts'
import { showFaults } from '../../../ui/faults.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useMay, usePosting, useSession } from '../../people/web/session-queries.ts'
import { honorsApi } from '../honors-api.ts'
import { AwardQuestions, Questions, WayQuestion } from './HonorQuestions.tsx'
import { awardOf, draftOf, firstValues, type HonorValues } from './honor-form.ts'
import { useHonorAct } from './honor-queries.ts'
import './honors.css'

export function HonorNewPage(): ReactNode {
  return (
    <>
      <PageHeader
        title="提名"
        sentence="推荐品牌、示范、试点或观察点；先评审，需要的再公示，期满公布。"
        back={{ to: '/honors', label: '品牌与试点' }}
      />
      <HonorForm />
    </>
  )
}

function HonorForm(): ReactNode {
  const [form] = Form.useForm<HonorValues>()
  const [search] = useSearchParams()
  const { today } = useSession()
  const [posting] = usePosting()
  const may = useMay()
  const { submit, busy, problem, shown } = useSubmit(form)
  const published = Form.useWatch('way', form) === 'record'
  return (
    <Form
      form={form}
      className="panel honor-form"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      initialValues={firstValues(search, { today, level: posting?.areaLevel, area: posting?.area })}
    >
      {may('honor.decide') && <WayQuestion />}
      <Questions form={form} published={published} />
      {published && <AwardQuestions needsDocument />}
      <ProblemAlert problem={problem} shown={shown} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {published ? '登记' : '提名'}
      </Button>
    </Form>
  )
}

function useSubmit(form: ReturnType<typeof Form.useForm<HonorValues>>[0]) {
  const act = useHonorAct()
  const navigate = useNavigate()
  const [shown, setShown] = useState<string[]>([])
  const submit = async (values: HonorValues) => {
    try {
      const made = await act.mutateAsync(() => sent(values))
      await navigate(`/honors/${made.id}`, { replace: true })
    } catch (error) {
      setShown(showFaults(form, error))
    }
  }
  return { submit, busy: act.isPending, problem: act.error, shown }
}

const sent = (values: HonorValues) => {
  const body = draftOf(values)
  if (values.way !== 'record') return call(honorsApi.nominate, { body })
  return call(honorsApi.record, {
    body: { ...body, ...awardOf(values), document: values.document },
  })
}
