// An application as it is read: facts, conditions, papers; beside them what can be done, and the thread.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../../ui/may.ts'
import { categories, legalForms, tiers } from '../../organizations/choices.ts'
import { TierProposal } from '../../organizations/web/TierProposal.tsx'
import { type Application, supervisions } from '../filing.ts'
import { Materials } from './Materials.tsx'
import { RosterShown } from './RosterShown.tsx'
import { StepActions } from './StepActions.tsx'
import { Thread } from './Thread.tsx'

export function Shown({ application }: { application: Application }): ReactNode {
  return (
    <div className="filing-layout">
      <div className="filing-side">
        <StepActions application={application} />
        <Result application={application} />
      </div>
      <div className="filing-main">
        <Facts application={application} />
        <section className="panel" aria-labelledby="papers-title">
          <h2 id="papers-title">材料</h2>
          <Materials application={application} />
          <RosterShown application={application} />
        </section>
        <PartyHint application={application} />
        <Conditions application={application} />
      </div>
      <div className="filing-side">
        <Thread application={application} />
      </div>
    </div>
  )
}

/** What the party department will be proposed, from the number of full members. (HS 三(二)4) */
function PartyHint({ application }: { application: Application }): ReactNode {
  const { memberCount, partyCount, branchFrom } = application
  if (memberCount === 0) return null
  const { full } = partyCount
  const words =
    full >= branchFrom
      ? `正式党员 ${full} 人，可以单独建立党组织。`
      : full > 0
        ? `正式党员 ${full} 人，不足 ${branchFrom} 人：列入名录后安排联合建立，或选派党建指导员。`
        : '没有正式党员：列入名录后选派党建指导员。'
  return (
    <section className="panel" aria-labelledby="party-hint-title">
      <h2 id="party-hint-title">党建安排</h2>
      <p>{words}</p>
    </section>
  )
}

/** Where it led to. */
function Result({ application }: { application: Application }): ReactNode {
  const { status, organization, decidedTier, decidedOn } = application
  const may = useMay()
  if (status !== 'approved' || !organization) return null
  return (
    <section className="panel" aria-label="结果">
      <p>
        {decidedOn} 起列入名录，管理方式：<b>{decidedTier && tiers[decidedTier]}</b>。
      </p>
      {may('organization.see') && (
        <Link className="link" to={`/organizations/${organization}`}>
          打开它在名录里的一页
        </Link>
      )}
    </section>
  )
}

export function Conditions({ application }: { application: Application }): ReactNode {
  const { proposal, organizationTier } = application
  return (
    <section className="panel" aria-labelledby="conditions-title">
      <h2 id="conditions-title">够哪一级的条件</h2>
      <p className="faint">
        按填写的情况，可以{tiers[proposal.tier]}；这里只作参考，由办理人决定，按另一级决定时写明理由。
      </p>
      <TierProposal proposal={withRules(proposal)} {...(organizationTier && { tier: organizationTier })} />
    </section>
  )
}

/** The view names clauses where the rule names parameters; the page shows neither's keys. */
const withRules = (proposal: Application['proposal']): Parameters<typeof TierProposal>[0]['proposal'] => ({
  ...proposal,
  forms: proposal.forms.map((form) => ({
    ...form,
    conditions: form.conditions.map((condition) => ({ ...condition, rules: [] })),
  })),
})

function Facts({ application }: { application: Application }): ReactNode {
  const { facts, memberCount, partyCount, keeperName } = application
  const members = memberCount > 0 ? `${memberCount} 人（见名册）` : people(facts.members)
  const lines: [string, ReactNode][] = [
    ['类别', facts.category && categories[facts.category]],
    ['负责人', facts.leader],
    ['联系电话', facts.phone],
    ['负责人账号', keeperName],
    ['成员', members],
    [
      '其中正式党员',
      memberCount > 0
        ? `${partyCount.full} 人（预备 ${partyCount.probationary} 人）`
        : people(facts.partyMembers),
    ],
    ['发起人', people(facts.founders)],
    ['服务居民', people(facts.residentsServed)],
    ['成立日期', facts.foundedOn],
    ['活动场所', facts.place],
    ['业务范围', facts.scope],
    ...registeredLines(application),
    ['备注', facts.note],
  ]
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">申请表</h2>
      <dl className="facts">
        <Fact label="名称" value={application.name} wide />
        {lines.map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
    </section>
  )
}

function registeredLines({ tier, facts }: Application): [string, ReactNode][] {
  if (tier !== 'registered') return []
  return [
    ['组织形式', legalForms[facts.legalForm]],
    ['登记方式', facts.supervision && supervisions[facts.supervision]],
    ['业务主管单位', facts.supervision === 'dual' ? facts.supervisingBody : '不需要'],
    ['活动资金', facts.money === null ? null : `${(facts.money / 100).toLocaleString('zh-CN')} 元`],
    ['专职工作人员', people(facts.staff)],
    ['单位会员', facts.units === null ? null : `${facts.units} 个`],
  ]
}

const people = (count: number | null): string | null => (count === null ? null : `${count} 人`)

function Fact({ label, value, wide }: { label: string; value: ReactNode; wide?: boolean }): ReactNode {
  return (
    <div className={wide ? 'fact-wide' : undefined}>
      <dt>{label}</dt>
      <dd>{value || <span className="fact-unknown">不详</span>}</dd>
    </div>
  )
}
