// One application: to be filled in by its applicant, or to be read and handled by everybody else.
import type { ReactNode } from 'react'
import { useLocation, useParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { StepList } from '../../../ui/StepList.tsx'
import type { Application } from '../filing.ts'
import { FillIn } from './FillIn.tsx'
import { useApplication } from './filing-queries.ts'
import { askedWords, returnedWords, stateOf, titleOf, wayOf } from './filing-words.ts'
import { Shown } from './Shown.tsx'
import './filing.css'

const back = { to: '/applications', label: '申请' }

export function ApplicationPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useApplication(id)
  if (data) return <Loaded key={id} application={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="申请" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Loaded({ application }: { application: Application }): ReactNode {
  const { areaName, townshipName, onBehalf, openedBy, clock } = application
  const { steps, at } = wayOf(application)
  const where = [townshipName, areaName].filter(Boolean).join(' ')
  return (
    <>
      <PageHeader
        title={titleOf(application)}
        mark={<StateTag {...stateOf(application)} />}
        sentence={[where, askedWords(application), onBehalf && `由${openedBy}代填`]
          .filter(Boolean)
          .join(' · ')}
        back={back}
      />
      <Notice />
      <div className="filing-way">
        <StepList steps={steps} at={at} />
        {clock.words && <StateTag tone={clock.tone} word={clock.words} />}
      </div>
      <Returned application={application} />
      {application.editable ? <FillIn application={application} /> : <Shown application={application} />}
    </>
  )
}

/** What was just done. */
function Notice(): ReactNode {
  const state: unknown = useLocation().state
  const notice =
    typeof state === 'object' && state !== null && 'notice' in state ? String(state.notice) : null
  if (notice === null) return null
  return (
    <p className="notice" role="status">
      ✓ {notice}
    </p>
  )
}

function Returned({ application }: { application: Application }): ReactNode {
  const words = returnedWords(application)
  if (words === null) return null
  return (
    <div className="form-note form-note-warning" role="note">
      <span className="form-note-words">
        <b>退回补正，请改好再交</b>
        <span>{words}</span>
        {application.clock.due && (
          <span className="faint">请在 {application.clock.due} 以前交回；补正期间办理时限停止计算。</span>
        )}
      </span>
    </div>
  )
}
