// One import, step by step while it is a draft; afterwards what it did, and the way back.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { type Import, importStatuses } from '../imports-api.ts'
import { CommitStep } from './CommitStep.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportSteps, stepOf } from './ImportSteps.tsx'
import { useCommit, useDiscard, useImport } from './import-queries.ts'
import { statusTones, uploadLink } from './import-words.ts'
import { MatchStep } from './MatchStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import './organizations.css'
import './imports.css'
import { momentText } from '../../../ui/moment-text.ts'

const back = { to: '/imports', label: '表格导入' }

export function ImportPage(): ReactNode {
  const { id = '' } = useParams()
  const commit = useCommit(id)
  const { data, error, refetch } = useImport(id, commit.isPending)
  if (data) return <Shown key={id} one={data} commit={commit} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="导入" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

type Commit = ReturnType<typeof useCommit>

function Shown({ one, commit }: { one: Import; commit: Commit }): ReactNode {
  return (
    <>
      <PageHeader
        title={one.fileName}
        mark={<StateTag tone={statusTones[one.status]} word={importStatuses[one.status]} />}
        sentence={`${one.words.title}，导入到 ${one.areaName}，${one.uploadedBy} 上传于 ${momentText(one.uploadedAt)}`}
        back={back}
        extra={one.status === 'draft' && !one.progress && !commit.isPending && <Discard one={one} />}
      />
      <Body one={one} commit={commit} />
    </>
  )
}

function Body({ one, commit }: { one: Import; commit: Commit }): ReactNode {
  const url = useUrlState()
  if (one.status === 'discarded') return <Discarded one={one} />
  if (one.status !== 'draft') return <ImportResult one={one} />
  if (one.progress || commit.isPending) return <ImportProgress one={one} />
  const step = stepOf(url.one('step'))
  return (
    <>
      <ImportSteps now={step} />
      {step === 'match' && <MatchStep key={one.headerRows.join()} one={one} />}
      {step === 'preview' && <PreviewStep one={one} />}
      {step === 'commit' && <CommitStep one={one} commit={commit} />}
    </>
  )
}

/** Gives a draft up; asks once more, in place. */
function Discard({ one: { id, words } }: { one: Import }): ReactNode {
  const [asked, setAsked] = useState(false)
  const discard = useDiscard(id)
  const navigate = useNavigate()
  const give = () => discard.mutate(undefined, { onSuccess: () => void navigate('/imports') })
  if (!asked) return <Button onClick={() => setAsked(true)}>放弃这次导入</Button>
  return (
    <>
      <Button onClick={() => setAsked(false)}>不放弃</Button>
      <Button danger loading={discard.isPending} onClick={give}>
        确定放弃，{words.book}不会有任何改动
      </Button>
      <ProblemAlert problem={discard.error} />
    </>
  )
}

function Discarded({ one }: { one: Import }): ReactNode {
  return (
    <section className="panel">
      <p>这次导入已经放弃，{one.words.book}没有任何改动。</p>
      <ButtonLink to={uploadLink(one)}>另传一张表格</ButtonLink>
    </section>
  )
}
