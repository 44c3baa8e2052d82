// Certificates of service of one person: issue, print, cancel.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { urlOf } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem } from '../../../ui/FormItems.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { hoursText } from '../service.ts'
import type { MemberPage } from '../teams-api.ts'
import { type CertificateLine, certificateStates } from '../volunteer.ts'
import { volunteersApi } from '../volunteers-api.ts'
import { useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import { certificateTones } from './volunteer-words.ts'

export function CertificatePart({ member }: { member: MemberPage }): ReactNode {
  const [open, setOpen] = useState(false)
  const mayCertify = member.may.includes('service.certify')
  return (
    <section className="panel" aria-labelledby="certificates-title">
      <h2 id="certificates-title">志愿服务证明</h2>
      <p className="faint">只写已确认的时长；不收费，可以开多次，扫码能查验。</p>
      <ul className="volunteer-lines">
        {member.certificates.map((one) => (
          <Line key={one.id} certificate={one} mayCertify={mayCertify} />
        ))}
      </ul>
      {mayCertify && (
        <div className="volunteer-actions no-print">
          <Button onClick={() => setOpen(true)}>开证明</Button>
        </div>
      )}
      {open && <Issue id={member.id} onClose={() => setOpen(false)} />}
    </section>
  )
}

type LineProps = { certificate: CertificateLine; mayCertify: boolean }

function Line({ certificate, mayCertify }: LineProps): ReactNode {
  const { id, number, startsOn, endsOn, minutes, issuedOn, state } = certificate
  const [open, setOpen] = useState(false)
  const act = useVolunteerAct<unknown>()
  return (
    <li>
      <b>{number}</b>
      <StateTag tone={certificateTones[state]} word={certificateStates[state]} />
      <span className="faint">
        {startsOn} 至 {endsOn} · {hoursText(minutes)} · {issuedOn} 开
      </span>
      {mayCertify && state !== 'cancelled' && (
        <div className="volunteer-actions no-print">
          <Button href={urlOf(volunteersApi.printCertificate, { params: { id } })} target="_blank">
            打印（PDF）
          </Button>
          <Button onClick={() => setOpen(true)}>作废</Button>
        </div>
      )}
      {open && (
        <ConfirmWithReason
          open
          title={`作废：${number}`}
          explain="任何人再查验它，都会看到“已作废”；可以另开一张。"
          confirmText="作废"
          danger
          onConfirm={({ reason }) => act.mutateAsync(() => volunteerActs.cancelCertificate(id, reason))}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}

function Issue({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct<unknown>()
  return (
    <FormDialog<{ from: string; until: string }>
      title="开志愿服务证明"
      explain="写上这段时间里已确认的时长。"
      okText="开证明"
      initialValues={{ from: `${today.slice(0, 4)}-01-01`, until: today }}
      onSend={({ from, until }) =>
        act.mutateAsync(() =>
          volunteerActs.certify(id, { from: dayFromText(from) ?? from, until: dayFromText(until) ?? until }),
        )
      }
      onClose={onClose}
    >
      <DayItem name="from" label="从哪一天" max={today} />
      <DayItem name="until" label="到哪一天" max={today} />
    </FormDialog>
  )
}
