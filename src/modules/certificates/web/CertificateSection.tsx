// The certificates on an organization's page: the one that holds, what can be done with it, and the former ones.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import type { Certificate } from '../certificate.ts'
import { CertificateActions } from './CertificateActions.tsx'
import { CertificateStateTag } from './CertificateStateTag.tsx'
import { useCertificatesOf, useIssue } from './certificate-queries.ts'
import { DayDialog } from './DayDialog.tsx'
import '../../organizations/web/organizations.css'
import './certificates.css'

type Props = { organization: Organization }

export function CertificateSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useCertificatesOf(organization.id)
  if (data?.items.length === 0 && organization.tier !== 'filed') return null
  const held = data?.items.find(({ state }) => state !== 'replaced' && state !== 'cancelled')
  const former = data?.items.filter((one) => one !== held) ?? []
  return (
    <PagePart id="certificate" title="备案证书" waiting={!data} problem={error} retry={() => void refetch()}>
      {held && <Held certificate={held} />}
      {data && !held && <None organization={organization} {...data} />}
      {former.length > 0 && <Former certificates={former} />}
    </PagePart>
  )
}

function Held({ certificate }: { certificate: Certificate }): ReactNode {
  const { number, state, issuedOn, validUntil, body, name, organizationName, askedOn } = certificate
  const facts: [string, ReactNode][] = [
    [
      '证书编号',
      <span key="number" className="certificate-number">
        {number}
      </span>,
    ],
    ['状态', <CertificateStateTag key="state" state={state} />],
    ['发证日期', issuedOn],
    ['有效期至', validUntil ?? '长期有效'],
    ['发证机关', body],
    ...(askedOn ? [['申请换发', askedOn] as [string, ReactNode]] : []),
  ]
  return (
    <>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {name !== organizationName && (
        <p className="note-strip">证书上的名称是“{name}”，与现在的名称不同：需要一致的，请补发。</p>
      )}
      <CertificateActions certificate={certificate} />
    </>
  )
}

type NoneProps = Props & { whyNotIssue: string | null; mayIssue: boolean }

function None({ organization, whyNotIssue, mayIssue }: NoneProps): ReactNode {
  const [open, setOpen] = useState(false)
  const issue = useIssue(organization.id)
  return (
    <>
      <p className="faint">{whyNotIssue ?? '还没有备案证书。'}</p>
      {mayIssue && (
        <div className="certificate-actions no-print">
          <Button type="primary" disabled={whyNotIssue !== null} onClick={() => setOpen(true)}>
            核发备案证书
          </Button>
        </div>
      )}
      {open && (
        <DayDialog
          title={`核发备案证书：${organization.name}`}
          explain="按名录现在的名称、负责人和业务范围发证，编号自动取下一个；发证后可以打印。"
          label="发证日期"
          confirmText="核发"
          onConfirm={(on) => issue.mutateAsync({ on })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Former({ certificates }: { certificates: readonly Certificate[] }): ReactNode {
  return (
    <details className="certificate-former">
      <summary>以前的证书（{certificates.length} 张）</summary>
      <ul className="plain-list">
        {certificates.map((one) => (
          <li key={one.id}>
            <CertificateStateTag state={one.state} /> <span className="certificate-number">{one.number}</span>
            <span className="faint">
              {' '}
              {[`${one.issuedOn} 发证`, endWords(one)].filter(Boolean).join('，')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const endWords = ({ endedOn, reason, replacedBy }: Certificate): string =>
  [endedOn, reason, replacedBy && `换为 ${replacedBy.number}`].filter(Boolean).join(' · ')
