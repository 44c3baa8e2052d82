// Corrects a record that was wrong from the start: the same questions, and why.
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { RecordPage } from '../record.ts'
import { titleOf } from '../record-kinds.ts'
import { whyNot } from '../record-rules.ts'
import { RecordFields } from './RecordFields.tsx'
import { draftOf } from './record-form.ts'
import { useCorrect, useRecord } from './record-queries.ts'
import { recordPath } from './record-words.ts'
import { useRecordForm } from './use-record-form.ts'
import '../../organizations/web/organizations.css'

export function CorrectRecordPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useRecord(id)
  if (error)
    return (
      <>
        <PageHeader title="更正记录" back={{ to: '/records', label: '记录' }} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  return data ? <CorrectionForm record={data} /> : <PageBones />
}

function CorrectionForm({ record }: { record: RecordPage }): ReactNode {
  const { today } = useSession()
  const form = useRecordForm(record.kind, draftOf(record))
  const [reason, setReason] = useState('')
  const [keepFile, setKeepFile] = useState(true)
  const { send, busy, problem } = useSend(record, form, { reason, keepFile })
  const refusal = whyNot('correct', record)?.message ?? null
  return (
    <>
      <PageHeader
        title={`更正：${titleOf(record.kind)}`}
        sentence="登记时就写错了，才在这里更正；原来的一条留着，数字按更正后的算。"
        back={{ to: recordPath(record.id), label: '回到记录' }}
      />
      <form className="organization-form" onSubmit={send} noValidate>
        <section className="form-section" aria-label="要更正的">
          <RecordFields kind={record.kind} today={today} {...form} />
        </section>
        <section className="form-section" aria-label="理由和文件">
          <div className="form-fields">
            <FormField
              id="reason"
              label="为什么更正"
              required
              wide
              hint="会写进记录，别人看得到"
              fault={form.faults.reason}
            >
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </FormField>
            {record.file && <FileChoice kept={keepFile} onChange={setKeepFile} />}
          </div>
        </section>
        <ProblemAlert problem={problem} shown={Object.keys(form.faults)} />
        <div className="form-bar">
          <span className="form-bar-words">{refusal}</span>
          <ButtonLink to={recordPath(record.id)}>不更正</ButtonLink>
          <Button type="primary" htmlType="submit" loading={busy} disabled={refusal !== null}>
            保存更正
          </Button>
        </div>
      </form>
    </>
  )
}

const FileChoice = ({ kept, onChange }: { kept: boolean; onChange: (kept: boolean) => void }): ReactNode => (
  <FormGroup id="keepFile" label="原来的文件" wide>
    <ChooseOne
      name="keepFile"
      options={chipsOf<string>({ keep: '还用它', drop: '不用，另外补' })}
      value={kept ? 'keep' : 'drop'}
      onChange={(chosen) => onChange(chosen === 'keep')}
    />
  </FormGroup>
)

type Rest = { reason: string; keepFile: boolean }

function useSend({ id }: RecordPage, form: ReturnType<typeof useRecordForm>, { reason, keepFile }: Rest) {
  const correct = useCorrect(id)
  const navigate = useNavigate()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answers = form.answers()
    if (!answers) return
    if (!reason.trim()) return form.show({ reason: '请填写为什么更正' })
    const made = await correct.mutateAsync({ ...answers, reason, keepFile }).catch(form.refused)
    if (made) await navigate(recordPath(made.id), { replace: true })
  }
  return { send, busy: correct.isPending, problem: correct.error }
}
