// The dialogs about a certificate: gained, renewed, corrected.
import type { ReactNode } from 'react'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import type { WorkerCertificate, WorkerPage } from '../worker.ts'
import { workersApi } from '../workers-api.ts'
import { CertificateFields } from './WorkerFields.tsx'
import { type CertificateValues, certificateOf, certificateValues } from './worker-form.ts'
import { useDone } from './worker-queries.ts'

type Props = { worker: WorkerPage; onClose: () => void }

export function CertifyDialog({ worker, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <FormDialog<CertificateValues>
      title={`登记证书：${worker.name}`}
      okText="登记证书"
      initialValues={{}}
      onSend={async (values) => {
        const body = certificateOf(values)
        if (body) await done(call(workersApi.certify, { params: { id: worker.id }, body }))
      }}
      onClose={onClose}
    >
      <CertificateFields />
    </FormDialog>
  )
}

type CertificateProps = Props & { certificate: WorkerCertificate }

export function CorrectCertificateDialog({ worker, certificate, onClose }: CertificateProps): ReactNode {
  const done = useDone()
  return (
    <FormDialog<CertificateValues & { reason: string }>
      title="继续登记或更正"
      okText="保存"
      explain="继续登记的，改有效期；编号或日期写错了的，改成证书上的。"
      initialValues={{ ...certificateValues(certificate), reason: '继续登记' }}
      onSend={async ({ reason, ...values }) => {
        const body = certificateOf(values)
        const params = { id: worker.id, certificate: certificate.id }
        if (body) await done(call(workersApi.correctCertificate, { params, body: { ...body, reason } }))
      }}
      onClose={onClose}
    >
      <CertificateFields />
      <WordsItem name="reason" label="理由" max={200} needed="请填写理由" />
    </FormDialog>
  )
}
