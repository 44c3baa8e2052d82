// What can be done with a certificate that holds; a button that cannot be used says why.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { urlOf } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Certificate } from '../certificate.ts'
import { type CertificateStep, certificateSteps } from '../certificate-rules.ts'
import { certificatesApi } from '../certificates-api.ts'
import { useAsk, useCancel, useReissue, useRenew } from './certificate-queries.ts'
import { offeredSteps, whyNot } from './certificate-steps.ts'
import { DayDialog, DayItem } from './DayDialog.tsx'

type Props = { certificate: Certificate }

export function CertificateActions({ certificate }: Props): ReactNode {
  const { today } = useSession()
  const [open, setOpen] = useState<CertificateStep | null>(null)
  const ask = useAsk(certificate.id)
  const reasons = useId()
  const steps = offeredSteps(certificate)
  const refusals = new Set(steps.flatMap((step) => whyNot(step, certificate, today) ?? []))
  const take = (step: CertificateStep) => (step === 'ask' ? ask.mutate(undefined) : setOpen(step))
  const close = () => setOpen(null)
  return (
    <div className="certificate-actions no-print">
      {steps.map((step) => (
        <StepButton
          key={step}
          step={step}
          certificate={certificate}
          refused={whyNot(step, certificate, today) !== null}
          reasons={reasons}
          onTake={() => take(step)}
        />
      ))}
      <p id={reasons} className="action-why" hidden={refusals.size === 0}>
        {[...refusals].join('')}
      </p>
      <ProblemAlert problem={ask.error} />
      {open === 'renew' && <RenewDialog certificate={certificate} onClose={close} />}
      {open === 'reissue' && <ReissueDialog certificate={certificate} onClose={close} />}
      {open === 'cancel' && <CancelDialog certificate={certificate} onClose={close} />}
    </div>
  )
}

type StepProps = Props & { step: CertificateStep; refused: boolean; reasons: string; onTake: () => void }

function StepButton({ step, certificate, refused, reasons, onTake }: StepProps): ReactNode {
  const { label } = certificateSteps[step]
  const common = { disabled: refused, 'aria-describedby': reasons }
  if (step !== 'print') {
    return (
      <Button {...common} danger={step === 'cancel'} onClick={onTake}>
        {label}
      </Button>
    )
  }
  const href = urlOf(certificatesApi.print, { params: { id: certificate.id } })
  return (
    <Button {...common} type="primary" {...(refused ? {} : { href, target: '_blank' })}>
      {label}（PDF）
    </Button>
  )
}

type DialogProps = Props & { onClose: () => void }

function RenewDialog({ certificate, onClose }: DialogProps): ReactNode {
  const renew = useRenew(certificate.id)
  return (
    <DayDialog
      title={`到期换发：${certificate.organizationName}`}
      explain="从所填的那一天起换成新证书，编号是新的；旧证书查验时会显示“已换发”。"
      label="发证日期"
      confirmText="换发"
      onConfirm={(on) => renew.mutateAsync({ on })}
      onClose={onClose}
    />
  )
}

function ReissueDialog({ certificate, onClose }: DialogProps): ReactNode {
  const reissue = useReissue(certificate.id)
  return (
    <ReasonDialog
      title={`补发：${certificate.organizationName}`}
      explain="按名录现在的名称、负责人和业务范围发一张新证书，编号是新的；旧证书随即失效。"
      label="发证日期"
      confirmText="补发"
      hint="例如：名称变更；原证遗失。会写进经过"
      onConfirm={(body) => reissue.mutateAsync(body)}
      onClose={onClose}
    />
  )
}

function CancelDialog({ certificate, onClose }: DialogProps): ReactNode {
  const cancel = useCancel(certificate.id)
  return (
    <ReasonDialog
      title={`注销证书：${certificate.number}`}
      explain="只注销这张证书，组织仍在名录里；任何人再查验它，都会看到“已注销”。注销后不能恢复，可以重新核发。"
      label="从哪一天起"
      confirmText="注销"
      danger
      hint="例如：组织已解散；发证有误。会写进经过"
      onConfirm={(body) => cancel.mutateAsync(body)}
      onClose={onClose}
    />
  )
}

type ReasonDialogProps = {
  title: string
  explain: string
  label: string
  confirmText: string
  hint: string
  danger?: boolean
  onConfirm: (body: { on: string; reason: string }) => Promise<unknown>
  onClose: () => void
}

function ReasonDialog({ label, hint, onConfirm, ...rest }: ReasonDialogProps): ReactNode {
  const { today } = useSession()
  return (
    <ConfirmWithReason
      open
      {...rest}
      reasonHint={hint}
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => onConfirm({ on: dayFromText(String(on)) ?? String(on), reason })}
    >
      <DayItem label={label} />
    </ConfirmWithReason>
  )
}
