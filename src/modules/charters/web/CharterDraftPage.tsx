// Writes a charter: begins a draft, or goes on with the one that there is.
import type { ReactNode } from 'react'
import { Navigate, useParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { CharterEditor } from './CharterEditor.tsx'
import { CharterStart } from './CharterStart.tsx'
import { useCharter, useCharters } from './charter-queries.ts'

export function CharterDraftPage(): ReactNode {
  const { id = '' } = useParams()
  const organization = useOrganization(id)
  const charters = useCharters(id)
  const draft = charters.data?.items.find(({ status }) => status === 'draft')
  const back = { to: `/organizations/${id}`, label: organization.data?.name ?? '组织' }
  const problem = organization.error ?? charters.error
  if (problem)
    return (
      <>
        <PageHeader title="制定章程" back={{ to: '/organizations', label: '组织名录' }} />
        <ProblemAlert problem={problem} retry={() => void charters.refetch()} />
      </>
    )
  if (!organization.data || !charters.data) return <PageBones />
  if (draft?.kind === 'paper') return <Navigate to={`/charters/${draft.id}`} replace />
  if (draft) return <Draft key={draft.id} id={draft.id} back={back} />
  return (
    <>
      <PageHeader
        title={`制定章程：${organization.data.name}`}
        sentence="选一种办法开始；名录里知道的都会先填好。"
        back={back}
      />
      <CharterStart organization={id} charters={charters.data} />
    </>
  )
}

function Draft({ id, back }: { id: string; back: { to: string; label: string } }): ReactNode {
  const { data, error, refetch } = useCharter(id)
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (!data?.form) return <PageBones />
  return <CharterEditor key={data.id} charter={data} form={data.form} back={back} />
}
