// Applies for a reward in somebody's stead: who, which certificate, its scan. The identity number is used once and not kept.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../../../ui/call.ts'
import { WordsItem } from '../../../ui/FormItems.tsx'
import { showFaults } from '../../../ui/faults.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea } from '../../people/web/session-queries.ts'
import { rewardsApi } from '../rewards-api.ts'
import type { WorkerPage } from '../worker.ts'
import { CertificateItems, IdentityItem, ProofItem, useScan } from './RewardFields.tsx'
import { claimedOf, claimValues, type RewardValues } from './reward-form.ts'
import { rewardedGrades, termsText } from './reward-words.ts'
import { useDone, useRewardTerms, useWorker } from './worker-queries.ts'
import './workers.css'

/** `?worker=`: for somebody whose record it is tied to. */
export function RewardNewPage(): ReactNode {
  const home = useHomeArea()
  const id = useUrlState().one('worker') ?? null
  const { data: worker, error } = useWorker(id)
  const { data: terms } = useRewardTerms(worker?.post.area ?? home?.code)
  const ready = home && terms && (!id || worker)
  return (
    <>
      <PageHeader
        title={worker ? `替${worker.name}申请持证奖励` : '申请持证奖励'}
        sentence={terms ? termsText(terms) : '由社区或街镇拿着证书替人申请，县区审定。'}
        back={worker ? { to: `/workers/${worker.id}`, label: worker.name } : back}
      />
      <ProblemAlert problem={error} />
      {!ready && !error && <PageBones />}
      {ready && <RewardForm home={home.code} worker={worker ?? null} choices={rewardedGrades(terms)} />}
    </>
  )
}

const back = { to: '/rewards', label: '持证奖励' }

type Values = RewardValues & { name: string; area: string }
type Props = { home: string; worker: WorkerPage | null; choices: Record<string, string> }

function RewardForm({ home, worker, choices }: Props): ReactNode {
  const [form] = Form.useForm<Values>()
  const { submit, busy, problem, shown } = useSubmit(form, worker)
  return (
    <Form
      form={form}
      className="panel reward-form"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      initialValues={{
        ...{ area: worker?.post.area ?? home, proof: null },
        ...(worker && { name: worker.name, ...claimValues(worker.certificate) }),
      }}
    >
      <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />
      <IdentityItem />
      <CertificateItems choices={choices} />
      <Form.Item
        name="area"
        label="在哪个社区（村）工作"
        rules={[{ required: true, message: '请选择社区（村）' }]}
      >
        <AreaPicker />
      </Form.Item>
      <ProofItem />
      <ProblemAlert problem={problem} shown={shown} />
      <Button type="primary" htmlType="submit" loading={busy}>
        提交申请
      </Button>
    </Form>
  )
}

/** Of the organization where the person works, if it is one. */
const placeOf = (worker: WorkerPage | null) => ({
  worker: worker?.id ?? null,
  organization: worker?.post.endsOn === null ? (worker.post.organization?.id ?? null) : null,
})

function useSubmit(form: ReturnType<typeof Form.useForm<Values>>[0], worker: WorkerPage | null) {
  const done = useDone()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [shown, setShown] = useState<string[]>([])
  const scan = useScan((file) =>
    call(rewardsApi.handInProof, { query: { area: form.getFieldValue('area') }, file }),
  )
  const submit = async (values: Values) => {
    if (!values.proof) return
    setBusy(true)
    setProblem(null)
    try {
      const { name, area } = values
      const proof = await scan(values.proof)
      const body = { ...claimedOf(values), ...placeOf(worker), name, area, proof }
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
