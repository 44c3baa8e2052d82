// Applies for a reward for somebody: who, which certificate, its scan. The identity number is used once and not kept.
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { acceptOf, kindWords, paperKinds } from '../../../kernel/file-kind.ts'
import type { Day } from '../../../kernel/time.ts'
import { call } from '../../../ui/call.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { showFaults } from '../../../ui/faults.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import { identityFault } from '../identity-number.ts'
import { rewardsApi } from '../rewards-api.ts'
import type { CertifiedGrade } from '../worker.ts'
import { rewardedGrades, termsText } from './reward-words.ts'
import { asDay } from './worker-form.ts'
import { useDone, useRewardTerms } from './worker-queries.ts'
import './workers.css'

type Values = {
  name: string
  identity: string
  grade: CertifiedGrade
  number: string
  obtainedOn: string
  area: string
  proof: File | null
}

export function RewardNewPage(): ReactNode {
  const home = useHomeArea()
  const { data: terms } = useRewardTerms(home?.code)
  return (
    <>
      <PageHeader
        title="申请持证奖励"
        sentence={terms ? termsText(terms) : '由社区或街镇拿着证书替人申请，县区审定。'}
        back={{ to: '/rewards', label: '持证奖励' }}
      />
      {home && terms && <RewardForm home={home.code} choices={rewardedGrades(terms)} />}
    </>
  )
}

function RewardForm({ home, choices }: { home: string; choices: Record<string, string> }): ReactNode {
  const [form] = Form.useForm<Values>()
  const { submit, busy, problem, shown } = useSubmit(form)
  return (
    <Form
      form={form}
      className="panel reward-form"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      initialValues={{ area: home, proof: null }}
    >
      <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />
      <IdentityItem />
      <OneItem name="grade" label="取得的职业资格" choices={choices} needed="请选择等级" />
      <CertificateItems />
      <Form.Item
        name="area"
        label="在哪个社区（村）工作"
        rules={[{ required: true, message: '请选择社区（村）' }]}
      >
        <AreaPicker />
      </Form.Item>
      <Form.Item
        name="proof"
        label="证书照片或扫描件"
        rules={[{ required: true, message: '请选择证书的照片或扫描件' }]}
      >
        <ProofInput />
      </Form.Item>
      <ProblemAlert problem={problem} shown={shown} />
      <Button type="primary" htmlType="submit" loading={busy}>
        提交申请
      </Button>
    </Form>
  )
}

function IdentityItem(): ReactNode {
  const { today } = useSession()
  const check = async (_: unknown, text: string | undefined) => {
    const fault = identityFault(text ?? '', today as Day)
    if (fault) throw new Error(fault)
  }
  return (
    <Form.Item
      name="identity"
      label="身份证号"
      extra="只用来查有没有重复申领，不保存全号；列表上只显示前六位和后四位。"
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
    >
      <Input autoComplete="off" inputMode="text" maxLength={30} />
    </Form.Item>
  )
}

function CertificateItems(): ReactNode {
  const { today } = useSession()
  return (
    <>
      <WordsItem name="number" label="证书编号" max={60} needed="请填写证书编号" extra="照证书上写" />
      <DayItem name="obtainedOn" label="取得日期" max={today} />
    </>
  )
}

type Control = { value?: File | null; onChange?: (file: File | null) => void }

const ProofInput = ({ value = null, onChange }: Control): ReactNode => (
  <FileDrop
    accept={acceptOf(paperKinds)}
    label="选择文件或拍照"
    hint={`收 ${kindWords(paperKinds)}`}
    file={value}
    onChange={onChange ?? (() => undefined)}
  />
)

/** The scan goes first; when the application is refused, it need not be sent again. */
function useSubmit(form: ReturnType<typeof Form.useForm<Values>>[0]) {
  const done = useDone()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [shown, setShown] = useState<string[]>([])
  const [sent, setSent] = useState<{ file: File; id: string } | null>(null)
  const proofOf = async (file: File, area: string): Promise<string> => {
    if (sent?.file === file) return sent.id
    const { id } = await call(rewardsApi.handInProof, { query: { area }, file })
    setSent({ file, id })
    return id
  }
  const submit = async ({ proof, obtainedOn, ...values }: Values) => {
    if (!proof) return
    setBusy(true)
    setProblem(null)
    try {
      const body = { ...values, obtainedOn: asDay(obtainedOn), proof: await proofOf(proof, values.area) }
      const made = await done(call(rewardsApi.apply, { body }))
      await navigate(`/rewards/${made.id}`, { replace: true })
    } catch (error) {
      setProblem(error)
      setShown(showFaults(form, error))
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, problem, shown }
}
