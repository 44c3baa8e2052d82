// The facts of an organization in groups; what nobody knows is said to be unknown.
import { type ReactNode, useId } from 'react'
import { momentText } from '../../../ui/moment-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../organization.ts'
import { type DraftField, fieldLabels, unknown, valueText, whereText } from '../organization-fields.ts'
import { isAsked } from './organization-form.ts'
import { useShowPhone } from './organization-queries.ts'

const groups: readonly { title: string; fields: readonly DraftField[] }[] = [
  {
    title: '基本情况',
    fields: ['area', 'category', 'tier', 'legalForm', 'unifiedCode', 'registeredOn', 'filedOn', 'foundedOn'],
  },
  { title: '人员', fields: ['leader', 'phone', 'members', 'residentsServed'] },
  { title: '党建', fields: ['leaderInParty', 'partyMembers', 'partyPresence'] },
  { title: '活动与管理', fields: ['hub', 'charter', 'place', 'scope', 'note'] },
]

const wideFields: readonly DraftField[] = ['place', 'scope', 'note']

/** Long texts take a whole line; "unknown" does not need one. */
const isWide = (field: DraftField, one: Organization): boolean =>
  wideFields.includes(field) && one[field] !== null

export function OrganizationFacts({ organization }: { organization: Organization }): ReactNode {
  return (
    <section id="facts" className="panel" aria-label="基本信息">
      {groups.map(({ title, fields }) => (
        <div key={title} className="facts-group">
          <h2>{title}</h2>
          <dl className="facts">
            {fields
              .filter((field) => isAsked(field, organization))
              .map((field) => (
                <div key={field} className={isWide(field, organization) ? 'fact-wide' : undefined}>
                  <dt>{fieldLabels[field]}</dt>
                  <dd>
                    <Fact organization={organization} field={field} />
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
      <p className="faint small facts-group">最近更新 {momentText(organization.updatedAt)}</p>
    </section>
  )
}

function Fact({ organization, field }: { organization: Organization; field: DraftField }): ReactNode {
  if (field === 'phone') return <Phone organization={organization} />
  const text = field === 'area' ? placeOf(organization) : valueText(field, organization[field])
  return text === unknown ? <span className="fact-unknown">{text}</span> : text
}

const placeOf = (one: Organization): string => [one.countyName, whereText(one)].filter(Boolean).join(' ')

/** Masked until somebody asks; says beforehand that the look is recorded. */
function Phone({ organization: { id, phone, may } }: { organization: Organization }): ReactNode {
  const show = useShowPhone(id)
  const note = useId()
  if (phone === null) return <span className="fact-unknown">{unknown}</span>
  if (show.data) {
    return (
      <span className="phone-line" role="status">
        {show.data.phone ?? unknown}
        <span className="faint small">这次查看已留下记录</span>
      </span>
    )
  }
  return (
    <>
      <span className="phone-line">
        {phone}
        {may.includes('organization.seePhone') && (
          <>
            <button
              type="button"
              className="text-button no-print"
              aria-describedby={note}
              disabled={show.isPending}
              onClick={() => show.mutate(undefined)}
            >
              显示
            </button>
            <span id={note} className="faint small no-print">
              查看会留下记录
            </span>
          </>
        )}
      </span>
      <ProblemAlert problem={show.error} />
    </>
  )
}
