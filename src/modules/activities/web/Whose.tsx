// Whose activity it is: an organization's, or the community's own; and who holds it too.
import { type ReactNode, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { usePosting } from '../../people/web/session-queries.ts'

type Props = {
  organization: string | null
  name: string | undefined
  onChange: (organization: string | null) => void
}

/** A leader holds nothing for the community. */
export function Whose({ organization, name, onChange }: Props): ReactNode {
  const [posting] = usePosting()
  const leads = posting?.role === 'organizationLeader'
  const [asOrganization, setAsOrganization] = useState(leads || organization !== null)
  return (
    <FormGroup id="whose" label="主办" wide>
      {!leads && (
        <ChooseOne
          name="whose"
          options={[
            { value: 'organization', label: '一个社区社会组织' },
            { value: 'community', label: '社区（村）自己' },
          ]}
          value={asOrganization ? 'organization' : 'community'}
          onChange={(whose) => {
            setAsOrganization(whose === 'organization')
            if (whose === 'community') onChange(null)
          }}
        />
      )}
      {organization !== null && <p className="activity-chosen">{name ?? '…'}</p>}
      {asOrganization && (
        <OrganizationChoice
          name="organization"
          nothing="没有找到您管理的组织"
          value={organization ?? ''}
          onChange={onChange}
        />
      )}
    </FormGroup>
  )
}

type PartnersProps = { partners: readonly string[]; onChange: (partners: readonly string[]) => void }

export function Partners(props: PartnersProps): ReactNode {
  const { partners, onChange } = props
  const [adding, setAdding] = useState(false)
  return (
    <FormGroup id="partners" label="一起办的组织" hint="没有就不填" wide>
      {partners.map((id) => (
        <Partner key={id} id={id} onDrop={() => onChange(partners.filter((one) => one !== id))} />
      ))}
      {adding ? (
        <OrganizationChoice
          name="partner"
          nothing="没有找到"
          onChange={(id) => {
            setAdding(false)
            if (!partners.includes(id)) onChange([...partners, id])
          }}
        />
      ) : (
        <button type="button" className="text-button" onClick={() => setAdding(true)}>
          添加一个
        </button>
      )}
    </FormGroup>
  )
}

function Partner({ id, onDrop }: { id: string; onDrop: () => void }): ReactNode {
  const name = useOrganization(id).data?.name ?? '…'
  return (
    <p className="activity-chosen">
      {name}
      <button type="button" className="text-button" aria-label={`去掉${name}`} onClick={onDrop}>
        去掉
      </button>
    </p>
  )
}
