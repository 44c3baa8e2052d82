// The frame of a page about changing one organization: its name above, the form, what is wrong and the buttons below.
import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import type { Standing } from '../standing.ts'
import { openRequest } from './change-words.ts'
import { useStanding } from './changes-queries.ts'
import type { Sending } from './use-sending.ts'
import '../../organizations/web/organizations.css'
import './changes.css'

export type Opened = { organization: Organization; standing: Standing }

/** Reads the organization of the address and how it stands, then shows the page. */
export function WithOrganization({
  title,
  children,
}: {
  title: string
  children: (opened: Opened) => ReactNode
}): ReactNode {
  const { id = '' } = useParams()
  const organization = useOrganization(id)
  const standing = useStanding(id)
  if (organization.data && standing.data)
    return children({ organization: organization.data, standing: standing.data })
  const problem = organization.error ?? standing.error
  if (!problem) return <PageBones />
  const again = () => void Promise.all([organization.refetch(), standing.refetch()])
  return (
    <>
      <PageHeader title={title} back={{ to: '/organizations', label: '组织名录' }} />
      <ProblemAlert problem={problem} retry={again} />
    </>
  )
}

type HeadProps = { organization: Organization; what: string; sentence: ReactNode }

export function ChangeHead({ organization: { id, name }, what, sentence }: HeadProps): ReactNode {
  return (
    <PageHeader
      title={`${what}：${name}`}
      sentence={sentence}
      back={{ to: `/organizations/${id}#changes`, label: name }}
    />
  )
}

type FrameProps = {
  sending: Sending
  submitText: string
  cancelTo: string
  /** Why it cannot be sent now: the words beside the button. */
  whyNot?: string | null
  /** What would happen, in words. */
  summary?: ReactNode
  danger?: boolean
  onSubmit: () => void
  children: ReactNode
}

export function ChangeForm(props: FrameProps): ReactNode {
  const { sending, submitText, cancelTo, whyNot = null, summary, danger = false, onSubmit, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot === null && !sending.busy) onSubmit()
  }
  return (
    <form className="organization-form" noValidate onSubmit={submit}>
      {children}
      <ProblemAlert problem={sending.problem} shown={sending.shown} />
      <div className="form-bar">
        <span className="form-bar-words">{whyNot ?? summary}</span>
        <ButtonLink to={cancelTo}>先不办了</ButtonLink>
        <Button
          type="primary"
          danger={danger}
          htmlType="submit"
          loading={sending.busy}
          disabled={whyNot !== null}
        >
          {submitText}
        </Button>
      </div>
    </form>
  )
}

export function FormPart({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}): ReactNode {
  return (
    <section className="form-section" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {children}
    </section>
  )
}

type NotNowProps = Opened & { what: string; why: string }

/** A page on which nothing can be done now says why and where to go: to what is in the way, and back. */
export function NotNow({ organization, standing, what, why }: NotNowProps): ReactNode {
  const request = openRequest(standing)
  return (
    <>
      <ChangeHead organization={organization} what={what} sentence={why} />
      <div className="not-now">
        {request && (
          <ButtonLink to={`/changes/${request.id}`} primary>
            打开没办结的申请
          </ButtonLink>
        )}
        <ButtonLink to={`/organizations/${organization.id}#changes`}>回到这个组织</ButtonLink>
      </div>
    </>
  )
}
