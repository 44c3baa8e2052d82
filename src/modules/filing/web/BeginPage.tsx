// Begins an application: for a new group or for one that rises, at which tier, where.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { type Tier, tiers } from '../../organizations/choices.ts'
import { useOrganization, useOrganizations } from '../../organizations/web/organization-queries.ts'
import { usePosting } from '../../people/web/session-queries.ts'
import { tierRank } from '../filing.ts'
import { useBegin } from './filing-queries.ts'
import './filing.css'

const tierWords: Record<Tier, { title: string; words: string }> = {
  guided: {
    title: '指导管理',
    words: '人不多、比较松散的：唱歌跳舞、邻里互助……一页就填完，不交材料，社区（村）确认即可。',
  },
  filed: {
    title: '备案',
    words: '有一定规模、经常活动，还不够登记条件的：交几样材料，街镇备案，发备案证书。',
  },
  registered: {
    title: '登记',
    words: '成员多、有资金、场所和专职人员的：到县区民政登记，取得法人资格。',
  },
}

/** A second press of the button finds what the first one began. */
const newKey = () => crypto.randomUUID()

export function BeginPage(): ReactNode {
  const [search] = useSearchParams()
  const [posting] = usePosting()
  const [key] = useState(newKey)
  const [organization, setOrganization] = useState<string | null>(search.get('organization'))
  const rising = useOrganization(organization).data
  const [tier, setTier] = useState<Tier | null>(null)
  const [area, setArea] = useState<string | null>(
    search.get('area') ?? (posting?.areaLevel === 'community' ? posting.area : null),
  )
  const begin = useBegin()
  const navigate = useNavigate()
  const least = rising ? tierRank[rising.tier] + 1 : 0
  const wanted = tier !== null && tierRank[tier] >= least ? tier : null
  const whyNot = !wanted ? '先选申请哪一级' : !rising && !area ? '先选社区（村）' : null
  const start = () => {
    if (!wanted) return
    const where = rising?.area ?? area ?? ''
    begin.mutate(
      { key, area: where, tier: wanted, ...(organization && { organization }) },
      { onSuccess: ({ id }) => void navigate(`/applications/${id}`, { replace: true }) },
    )
  }
  return (
    <>
      <PageHeader
        title={rising ? `为“${rising.name}”申请升级` : '申请'}
        sentence="填一步存一步，随时可以停下，下次接着填。"
        back={{ to: '/applications', label: '申请' }}
      />
      <div className="filing-form">
        <section className="form-section" aria-label="申请什么">
          <div className="form-fields">
            <OwnOrganizations chosen={organization} onChoose={setOrganization} />
            <fieldset className="form-field form-field-wide tier-choice">
              <legend className="form-field-label">申请哪一级</legend>
              {(Object.keys(tierWords) as Tier[])
                .filter((each) => tierRank[each] >= least)
                .map((each) => (
                  <TierCard key={each} tier={each} chosen={wanted === each} onChoose={setTier} />
                ))}
            </fieldset>
            {!rising && (
              <FormField id="begin-area" label="在哪个社区（村）" wide required>
                {(control) => <AreaPicker {...control} value={area} onChange={(code) => setArea(code)} />}
              </FormField>
            )}
          </div>
        </section>
        <ProblemAlert problem={begin.error} />
        <div className="form-bar">
          <span className="form-bar-words">{whyNot}</span>
          <ButtonLink to="/applications">先不申请</ButtonLink>
          <Button type="primary" disabled={whyNot !== null} loading={begin.isPending} onClick={start}>
            开始填写
          </Button>
        </div>
      </div>
    </>
  )
}

function TierCard(props: { tier: Tier; chosen: boolean; onChoose: (tier: Tier) => void }): ReactNode {
  const { tier, chosen, onChoose } = props
  return (
    <label className="tier-card">
      <input type="radio" name="tier" checked={chosen} onChange={() => onChoose(tier)} />
      <span>
        <b>{tierWords[tier].title}</b>
        <span className="tier-card-words">{tierWords[tier].words}</span>
      </span>
    </label>
  )
}

type OwnProps = { chosen: string | null; onChoose: (id: string | null) => void }

/** A leader's own organizations that can still rise; officers come from an organization's page. */
function OwnOrganizations({ chosen, onChoose }: OwnProps): ReactNode {
  const isOfficer = useMay()('organization.edit')
  const { data } = useOrganizations({ limit: 20 })
  const own = isOfficer
    ? []
    : (data?.items ?? []).filter(({ tier, status }) => tier !== 'registered' && status !== 'ended')
  if (own.length === 0) return null
  const options = {
    new: '新成立一个组织',
    ...Object.fromEntries(own.map(({ id, name, tier }) => [id, `${name}（${tiers[tier]}）升级`])),
  }
  return (
    <FormGroup id="begin-kind" label="为谁申请" wide>
      <ChooseOne
        name="kind"
        options={chipsOf<string>(options)}
        value={chosen ?? 'new'}
        onChange={(value) => onChoose(value === 'new' ? null : value)}
      />
    </FormGroup>
  )
}
