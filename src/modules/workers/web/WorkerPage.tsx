// One social worker: where he works now and worked before, certificates, trainings, and what can be recorded.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { employments, grades, type WorkerPage as Page, type Post, type WorkerCertificate } from '../worker.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { CertifyDialog, CorrectCertificateDialog } from './CertificateDialogs.tsx'
import { CertificateItem } from './CertificateItem.tsx'
import { PostLines } from './PostLines.tsx'
import { CorrectPostDialog, LeaveDialog, MoveDialog, RenameDialog } from './WorkerDialogs.tsx'
import { WorkerFacts } from './WorkerFacts.tsx'
import { WorkerRewards } from './WorkerRewards.tsx'
import { WorkerTrainings } from './WorkerTrainings.tsx'
import { useWorker } from './worker-queries.ts'
import { placeWords, spanWords } from './worker-words.ts'
import '../../organizations/web/organizations.css'
import './workers.css'

const back = { to: '/workers', label: '社会工作者' }

export function WorkerPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useWorker(id)
  if (data) return <Shown worker={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="社会工作者" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

type Props = { worker: Page }

function Shown({ worker }: Props): ReactNode {
  const { post, grade } = worker
  return (
    <>
      <PageHeader
        title={worker.name}
        mark={post.endsOn ? <StateTag tone="none" word="已离开" /> : <StateTag tone="met" word="在岗" />}
        sentence={`${placeWords(post)} · ${employments[post.employment]} · ${grades[grade]}`}
        back={back}
        extra={<PrintMenu />}
      />
      <div className="organization-layout">
        <div>
          <section className="panel" aria-labelledby="post-title">
            <h2 id="post-title">{post.endsOn ? '最后的任职' : '现在的任职'}</h2>
            <WorkerFacts worker={worker} />
            {worker.may.includes('worker.keep') && <Actions worker={worker} />}
          </section>
          <Posts worker={worker} />
          <WorkerTrainings worker={worker.id} />
        </div>
        <div>
          <Certificates worker={worker} />
          <WorkerRewards worker={worker} />
        </div>
      </div>
    </>
  )
}

const dialogs = {
  move: MoveDialog,
  leave: LeaveDialog,
  rename: RenameDialog,
  account: AccountDialog,
} as const

function Actions({ worker }: Props): ReactNode {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null)
  const Dialog = open && dialogs[open]
  const left = worker.post.endsOn !== null
  return (
    <div className="worker-actions no-print">
      <Button type="primary" onClick={() => setOpen('move')}>
        {left ? '登记新的任职' : '登记变动'}
      </Button>
      {!left && <Button onClick={() => setOpen('leave')}>登记离开</Button>}
      <Button onClick={() => setOpen('rename')}>更正姓名</Button>
      {worker.may.includes('worker.setAccount') && (
        <Button onClick={() => setOpen('account')}>本人账号</Button>
      )}
      {Dialog && <Dialog worker={worker} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Posts({ worker }: Props): ReactNode {
  const [correcting, setCorrecting] = useState<Post | null>(null)
  const mayKeep = worker.may.includes('worker.keep')
  return (
    <section className="panel" aria-labelledby="posts-title">
      <h2 id="posts-title">任职经过</h2>
      <PostLines posts={worker.posts}>
        {(post) =>
          mayKeep && (
            <button
              type="button"
              className="text-button no-print"
              aria-label={`更正 ${spanWords(post)} 的任职`}
              onClick={() => setCorrecting(post)}
            >
              更正
            </button>
          )
        }
      </PostLines>
      {correcting && (
        <CorrectPostDialog worker={worker} post={correcting} onClose={() => setCorrecting(null)} />
      )}
    </section>
  )
}

function Certificates({ worker }: Props): ReactNode {
  const [open, setOpen] = useState<WorkerCertificate | 'new' | null>(null)
  const mayKeep = worker.may.includes('worker.keep')
  const close = () => setOpen(null)
  return (
    <section className="panel" aria-labelledby="certificates-title">
      <h2 id="certificates-title">职业资格证书</h2>
      {worker.certificates.length === 0 && <p className="faint">没有登记证书。</p>}
      {worker.certificates.map((one) => (
        <Certificate key={one.id} certificate={one} onCorrect={mayKeep ? () => setOpen(one) : null} />
      ))}
      {mayKeep && (
        <div className="worker-actions no-print">
          <Button onClick={() => setOpen('new')}>登记证书</Button>
        </div>
      )}
      {open === 'new' && <CertifyDialog worker={worker} onClose={close} />}
      {open !== null && open !== 'new' && (
        <CorrectCertificateDialog worker={worker} certificate={open} onClose={close} />
      )}
    </section>
  )
}

type CertificateProps = { certificate: WorkerCertificate; onCorrect: (() => void) | null }

function Certificate({ certificate, onCorrect }: CertificateProps): ReactNode {
  return (
    <CertificateItem certificate={certificate}>
      {onCorrect && (
        <Button className="no-print" onClick={onCorrect}>
          继续登记或更正
        </Button>
      )}
    </CertificateItem>
  )
}
