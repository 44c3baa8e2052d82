// Decides how the party is present in an organization; what the rules propose is chosen beforehand, with the reasons.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Decision, ProposalView } from '../arrangement-api.ts'
import { LeadItems } from './BranchLead.tsx'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { useArrange, usePartners, useProposal } from './party-queries.ts'

type Kind = Decision['kind']
type Values = {
  kind: Kind
  from: string
  name: string
  secretary?: string
  committee?: number | null
  partners?: string[]
  branch?: string
  instructor?: string
}

const kinds = {
  own: '单独建立党支部',
  join: '加入联合党支部',
  joint: '新建联合党支部',
  instructor: '派党建指导员',
} as const satisfies Record<Kind, string>

type Props = { organization: Organization; onClose: () => void }

export function ArrangeDialog({ organization, onClose }: Props): ReactNode {
  const { data: proposed } = useProposal(organization.id)
  const { data: partners } = usePartners(organization.id)
  if (!proposed || !partners) return null
  return <Asking {...{ organization, onClose, proposed, partners }} />
}

type Partners = NonNullable<ReturnType<typeof usePartners>['data']>
type AskingProps = Props & { proposed: ProposalView; partners: Partners }

function Asking({ organization, onClose, proposed, partners }: AskingProps): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useArrange(organization.id)
  return (
    <FormDialog<Values>
      title="作出安排"
      okText="就这样安排"
      explain={<Because name={organization.name} proposed={proposed} />}
      initialValues={{ ...chosenIn(proposed, organization, partners), from: today }}
      onSubmit={(values) => mutateAsync(decisionOf(values))}
      onClose={onClose}
    >
      <Form.Item name="kind" label="怎样安排">
        <Kinds />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
        {({ getFieldValue }) => <Details kind={getFieldValue('kind') as Kind} partners={partners} />}
      </Form.Item>
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

function Because({ name, proposed: { because } }: { name: string; proposed: ProposalView }): ReactNode {
  return (
    <span className="party-because">
      <b>{name}</b>
      {because.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </span>
  )
}

function Details({ kind, partners }: { kind: Kind; partners: Partners }): ReactNode {
  if (kind === 'join')
    return (
      <Form.Item name="branch" label="哪个联合党支部" rules={required('联合党支部')}>
        <Pick
          none="附近没有联合党支部"
          options={partners.branches.map(({ id, name, organizations }) => ({
            id,
            words: `${name}（${organizations} 个组织）`,
          }))}
        />
      </Form.Item>
    )
  if (kind === 'instructor')
    return (
      <Form.Item name="instructor" label="哪位指导员" rules={required('指导员')}>
        <Pick
          none="还没有登记指导员，请先在“党建指导员”里登记"
          options={partners.instructors.map(({ id, name, unit, organizations }) => ({
            id,
            words: `${name}（${unit}，联系 ${organizations} 个组织）`,
          }))}
        />
      </Form.Item>
    )
  return (
    <>
      {kind === 'joint' && (
        <Form.Item name="partners" label="与哪些组织联合" rules={[{ required: true, message: '请选组织' }]}>
          <Neighbours partners={partners} />
        </Form.Item>
      )}
      <Form.Item name="name" label="党支部名称" rules={required('名称')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <LeadItems hint="还没有选出可以不填" />
    </>
  )
}

type Given<V> = { id?: string; value?: V; onChange?: (value: V) => void }

const Kinds = ({ value, onChange }: Given<Kind>): ReactNode => (
  <ChooseOne
    name="arrange-kind"
    options={chipsOf(kinds)}
    value={value ?? null}
    onChange={(kind) => onChange?.(kind)}
  />
)

type PickProps = Given<string> & { options: { id: string; words: string }[]; none: string }

function Pick({ id, value, onChange, options, none }: PickProps): ReactNode {
  return (
    <select
      id={id}
      className="party-select"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value)}
    >
      <option value="">{options.length === 0 ? none : '请选择'}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.words}
        </option>
      ))}
    </select>
  )
}

function Neighbours({ value = [], onChange, partners }: Given<string[]> & { partners: Partners }): ReactNode {
  if (partners.neighbours.length === 0)
    return <p className="faint">附近没有别的、有党员而没有党支部的组织。</p>
  return (
    <div className="party-neighbours">
      <ChooseMany
        options={partners.neighbours.map(({ id, name, full }) => ({
          value: id,
          label: `${name} ${full} 名`,
        }))}
        value={value}
        onChange={(ids) => onChange?.(ids)}
      />
    </div>
  )
}

/** What the proposal fills in beforehand. */
function chosenIn(
  { proposal }: ProposalView,
  { name, areaName, townshipName }: Organization,
  { neighbours }: Partners,
): Omit<Values, 'from'> {
  const named = { name: `${name}党支部` }
  if (proposal.kind === 'joint') {
    const partners = proposal.partners.map(({ id }) => id)
    const isHere = neighbours.every((one) => !partners.includes(one.id) || one.areaName === areaName)
    const place = isHere ? areaName : (townshipName ?? areaName)
    return { kind: 'joint', name: `${place}社会组织联合党支部`, partners }
  }
  if (proposal.kind === 'join') return { ...named, kind: 'join', branch: proposal.branch }
  if (proposal.kind === 'instructor') return { ...named, kind: 'instructor', instructor: proposal.instructor }
  return { ...named, kind: proposal.kind === 'own' ? 'own' : 'instructor' }
}

function decisionOf(values: Values): Decision {
  const from = values.from as Decision['from']
  const branch = {
    name: values.name,
    secretary: values.secretary?.trim() || null,
    committee: values.committee ?? null,
  }
  if (values.kind === 'own') return { kind: 'own', branch, from }
  if (values.kind === 'joint') return { kind: 'joint', branch, partners: values.partners ?? [], from }
  if (values.kind === 'join') return { kind: 'join', branch: values.branch ?? '', from }
  return { kind: 'instructor', instructor: values.instructor ?? '', from }
}
