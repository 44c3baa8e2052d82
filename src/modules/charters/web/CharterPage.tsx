// One version of a charter: its text or its paper, how it was adopted, the other versions, and the next step.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { urlOf } from '../../../ui/call.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Charter, charterStatuses } from '../charter.ts'
import { chartersApi } from '../charters-api.ts'
import { CharterComparison } from './CharterComparison.tsx'
import { CharterSteps } from './CharterSteps.tsx'
import { CharterText } from './CharterText.tsx'
import { useCharter } from './charter-queries.ts'
import { statusTones, versionName, versionSentence } from './charter-words.ts'
import { PaperView } from './PaperView.tsx'
import { VersionList } from './VersionList.tsx'
import { VoteRecord } from './VoteRecord.tsx'
import '../../organizations/web/organizations.css'
import './charters.css'

export function CharterPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useCharter(id)
  if (data) return <Shown key={id} charter={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="章程" back={{ to: '/organizations', label: '组织名录' }} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ charter }: { charter: Charter }): ReactNode {
  const [search] = useSearchParams()
  const [notice, setNotice] = useState<string | null>(null)
  const compared = search.get('with')
  return (
    <>
      <PageHeader
        title={`${charter.form?.name ?? charter.organizationName}章程`}
        mark={<StateTag tone={statusTones[charter.status]} word={charterStatuses[charter.status]} />}
        sentence={`${versionName(charter)} · ${versionSentence(charter)}`}
        back={{ to: `/organizations/${charter.organization}`, label: charter.organizationName }}
        extra={charter.chapters && <Copies id={charter.id} />}
        action={<CharterSteps charter={charter} onDone={setNotice} />}
      />
      {notice && (
        <div className="notice" role="status">
          ✓ {notice}
        </div>
      )}
      <OtherName charter={charter} />
      <div className="charter-layout">
        <div>
          {compared ? (
            <CharterComparison charter={charter} withId={compared} />
          ) : (
            <section className="panel" aria-label="章程全文">
              <Content charter={charter} />
            </section>
          )}
        </div>
        <div className="charter-aside">
          <VoteRecord charter={charter} />
          <VersionList charter={charter} compared={compared} />
        </div>
      </div>
    </>
  )
}

/** The organization was renamed, and its charter does not know. */
function OtherName({ charter: { form, organizationName, status, may } }: { charter: Charter }): ReactNode {
  if (status !== 'inForce' || !form?.name || form.name === organizationName) return null
  return (
    <p className="form-note form-note-warning charter-offer">
      章程里的名称是“{form.name}”，名录里现在是“{organizationName}”。
      {may.includes('charter.draft') && '名称变了，章程也要改：请起草新版。'}
    </p>
  )
}

function Content({ charter }: { charter: Charter }): ReactNode {
  const { chapters, file } = charter
  if (chapters)
    return <CharterText title={`${charter.form?.name ?? charter.organizationName}章程`} chapters={chapters} />
  return file && <PaperView charter={charter.id} file={file} />
}

function Copies({ id }: { id: string }): ReactNode {
  return (
    <>
      <PrintMenu />
      <Button href={urlOf(chartersApi.word, { params: { id } })}>下载 Word</Button>
      <Button href={urlOf(chartersApi.pdf, { params: { id } })} target="_blank">
        打开 PDF
      </Button>
    </>
  )
}
