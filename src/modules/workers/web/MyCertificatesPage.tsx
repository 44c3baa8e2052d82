// What a social worker sees with the own account: certificates, places of work, trainings, rewards and how far each is.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { whyNotClaim } from '../reward-rules.ts'
import type { OwnRecord } from '../rewards-api.ts'
import type { WorkerCertificate, WorkerPage } from '../worker.ts'
import { CertificateItem } from './CertificateItem.tsx'
import { ClaimDialog } from './ClaimDialogs.tsx'
import { OwnClaim } from './OwnClaim.tsx'
import { PostLines } from './PostLines.tsx'
import { termsText } from './reward-words.ts'
import { WorkerTrainings } from './WorkerTrainings.tsx'
import { useOwnRecord } from './worker-queries.ts'
import { placeWords } from './worker-words.ts'
import './workers.css'

export function MyCertificatesPage(): ReactNode {
  const { data, error, refetch } = useOwnRecord()
  return (
    <>
      <PageHeader
        title="我的证书与奖励"
        sentence={data?.worker && `${data.worker.name} · ${placeWords(data.worker.post)}`}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <PageBones />}
      {data && (data.worker ? <Shown worker={data.worker} record={data} /> : <Untied />)}
    </>
  )
}

function Untied(): ReactNode {
  const may = useMay()
  return (
    <div className="empty-box">
      <EmptyHint title="您的账号还没有对应社会工作者的登记">
        {may('worker.setAccount')
          ? '您是社会工作者的，在“社工”里打开自己的登记，点“本人账号”。'
          : '您是社会工作者的，请所在的社区（村）或街镇把您的账号对应到您的登记。'}
      </EmptyHint>
    </div>
  )
}

type Props = { worker: WorkerPage; record: OwnRecord }

function Shown({ worker, record }: Props): ReactNode {
  return (
    <div className="organization-layout">
      <div>
        {record.rewards.map((claim) => (
          <OwnClaim key={claim.id} claim={claim} />
        ))}
        <Certificates worker={worker} record={record} />
      </div>
      <div>
        <Posts worker={worker} />
        <WorkerTrainings worker={null} />
      </div>
    </div>
  )
}

function Certificates({ worker, record: { terms, rewards } }: Props): ReactNode {
  const [claiming, setClaiming] = useState<WorkerCertificate | 'new' | null>(null)
  const { today } = useSession()
  if (!terms) return null
  return (
    <section className="panel" aria-labelledby="own-certificates">
      <h2 id="own-certificates">我的证书</h2>
      {worker.certificates.length === 0 && <p className="faint">还没有登记证书。</p>}
      {worker.certificates.map((one) => (
        <Certificate
          key={one.id}
          certificate={one}
          whyNot={whyNotClaim(one as WorkerCertificate & { obtainedOn: Day }, rewards, terms, today as Day)}
          onClaim={() => setClaiming(one)}
        />
      ))}
      <p className="faint">{termsText(terms)}</p>
      <div className="worker-actions no-print">
        <Button onClick={() => setClaiming('new')}>新取得的证书，申请奖励</Button>
      </div>
      {claiming && (
        <ClaimDialog
          terms={terms}
          certificate={claiming === 'new' ? null : claiming}
          onClose={() => setClaiming(null)}
        />
      )}
    </section>
  )
}

type CertificateProps = { certificate: WorkerCertificate; whyNot: string | null; onClaim: () => void }

function Certificate({ certificate, whyNot, onClaim }: CertificateProps): ReactNode {
  return (
    <CertificateItem certificate={certificate}>
      {whyNot === null ? (
        <Button type="primary" className="no-print" onClick={onClaim}>
          申请奖励
        </Button>
      ) : (
        <p className="faint">{whyNot}。</p>
      )}
    </CertificateItem>
  )
}

const Posts = ({ worker: { posts } }: { worker: WorkerPage }): ReactNode => (
  <section className="panel" aria-labelledby="own-posts">
    <h2 id="own-posts">工作过的地方</h2>
    <PostLines posts={posts} />
    <p className="faint">写得不对的，请所在的社区（村）或街镇更正。</p>
  </section>
)
