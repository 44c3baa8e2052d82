// Register an organization, or change one: the same form, with one more question on a change.
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { usePosting } from '../../people/web/session-queries.ts'
import { emptyDraft } from '../organization-fields.ts'
import { EditForm } from './EditForm.tsx'
import { NewForm } from './NewForm.tsx'
import { useOrganization } from './organization-queries.ts'
import './organizations.css'

export function OrganizationFormPage(): ReactNode {
  const { id } = useParams()
  return id === undefined ? <NewPage /> : <EditPage key={id} id={id} />
}

/** The area is the one named in the address, else the person's own community. */
function NewPage(): ReactNode {
  const [posting] = usePosting()
  const [search] = useSearchParams()
  const own = posting?.areaLevel === 'community' ? posting.area : null
  return (
    <>
      <PageHeader
        title="登记一个组织"
        sentence="必填的只有 4 项，其余知道多少填多少；填到一半离开，内容会留在这台设备上。"
        back={{ to: '/organizations', label: '组织名录' }}
      />
      <NewForm opened={{ ...emptyDraft, area: search.get('area') ?? own }} />
    </>
  )
}

function EditPage({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useOrganization(id)
  if (!data) return error ? <Unreadable problem={error} retry={() => void refetch()} /> : <PageBones />
  return (
    <>
      <PageHeader
        title={`修改：${data.name}`}
        sentence="只改有出入的地方，最后说明从什么时候起算。"
        back={{ to: `/organizations/${id}`, label: data.name }}
      />
      <EditForm opened={data} />
    </>
  )
}

function Unreadable({ problem, retry }: { problem: unknown; retry: () => void }): ReactNode {
  return (
    <>
      <PageHeader title="修改组织" back={{ to: '/organizations', label: '组织名录' }} />
      <ProblemAlert problem={problem} retry={retry} />
    </>
  )
}
