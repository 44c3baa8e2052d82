// Who holds an activity: an organization or the community itself, at which place, and with whom.
import { type ReactNode, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { FormPart } from '../../changes/web/ChangeFrame.tsx'
import { fieldId } from '../../changes/web/use-sending.ts'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { usePosting } from '../../people/web/session-queries.ts'
import type { PartProps } from './ActivityFormParts.tsx'

export function WhoPart({ typed, set, sending }: PartProps): ReactNode {
  const { data } = useOrganization(typed.organization)
  return (
    <FormPart id="who" title="谁来办">
      <div className="form-fields">
        <Whose
          organization={typed.organization}
          name={data?.name}
          onChange={(organization) => set({ organization })}
        />
        <FormField id={fieldId('area')} label="在哪个社区（村）" fault={sending.faultOf('area')} required>
          {(control) => (
            <AreaPicker {...control} value={typed.area} onChange={(area) => set({ area, series: null })} />
          )}
        </FormField>
        <Partners partners={typed.partners} onChange={(partners) => set({ partners })} />
      </div>
    </FormPart>
  )
}

type Props = {
  organization: string | null
  name: string | undefined
  onChange: (organization: string | null) => void
}

/** A leader holds nothing for the community. */
function Whose({ organization, name, onChange }: Props): ReactNode {
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

function Partners(props: PartnersProps): ReactNode {
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
