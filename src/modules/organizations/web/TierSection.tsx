// On an organization's page: which tier its facts point to and why, what is recorded for that, what was decided.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { tiers } from '../choices.ts'
import type { Organization } from '../organization.ts'
import type { TierView } from '../tiers-api.ts'
import { StandingForm } from './StandingForm.tsx'
import { TierProposal } from './TierProposal.tsx'
import { useDecideTier, useTier } from './tier-queries.ts'

type Props = { organization: Organization }

export function TierSection({ organization: { id, status } }: Props): ReactNode {
  const { data, error, refetch } = useTier(id)
  const [recording, setRecording] = useState(false)
  if (status === 'ended') return null
  return (
    <PagePart id="tier" title="管理方式" waiting={!data} problem={error} retry={() => void refetch()}>
      {data && (
        <>
          <Verdict view={data} />
          {data.hint && <Hint id={id} view={data} hint={data.hint} />}
          <details open={data.hint !== null} className="tier-details">
            <summary>登记、备案、指导管理的条件，逐条对照</summary>
            <TierProposal proposal={data.proposal} tier={data.tier} />
          </details>
          {recording && <StandingForm id={id} view={data} onDone={() => setRecording(false)} />}
          {!recording && data.may.includes('organization.edit') && (
            <div className="tier-record">
              <Button onClick={() => setRecording(true)}>补充规模情况</Button> <Recorded view={data} />
            </div>
          )}
          <Decisions view={data} />
        </>
      )}
    </PagePart>
  )
}

function Verdict({ view: { tier, proposal } }: { view: TierView }): ReactNode {
  return (
    <p>
      现在是<b>{tiers[tier]}</b>。{verdictWords(tier, proposal)}
    </p>
  )
}

const order: readonly (keyof typeof tiers)[] = ['guided', 'filed', 'registered']

function verdictWords(tier: TierView['tier'], { tier: sure, possible }: TierView['proposal']): string {
  const rank = order.indexOf(tier)
  if (order.indexOf(sure) > rank) return `按已知情况，已符合${tiers[sure]}的全部条件。`
  if (sure === tier) return '已知情况与此相符。'
  if (order.indexOf(possible) < rank) return `按已知情况，已不符合${tiers[tier]}的条件。`
  return '有的情况还不知道，不能逐条核对。'
}

const Recorded = ({ view }: { view: TierView }): ReactNode => (
  <span className="faint">
    {view.recordedOn
      ? `上次由${view.recordedBy ?? '系统'}于 ${view.recordedOn} 填写`
      : '发起人、单位成员、工作人员、资金还没有填；不知道可以不填'}
  </span>
)

type HintProps = { id: string; view: TierView; hint: NonNullable<TierView['hint']> }

function Hint({ id, view, hint }: HintProps): ReactNode {
  const [asked, setAsked] = useState<'keep' | 'follow' | null>(null)
  const decide = useDecideTier(id)
  const words = wordsOf(hint, view.tier)
  return (
    <div className="tier-hint">
      <StateTag tone="behind" word={hint.words} />
      {view.may.includes('tier.decide') && (
        <>
          <Button type="primary" onClick={() => setAsked('follow')}>
            {words.follow}
          </Button>
          <Button onClick={() => setAsked('keep')}>{words.keep}</Button>
        </>
      )}
      {asked && (
        <ConfirmWithReason
          open
          title={words[asked]}
          explain={asked === 'keep' ? words.keepEffect : words.followEffect}
          confirmText={words[asked]}
          onConfirm={({ reason }) => decide.mutateAsync({ decision: asked, toward: hint.toward, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function wordsOf({ kind, toward }: HintProps['hint'], tier: TierView['tier']) {
  const keep = `维持${tiers[tier]}`
  const keepEffect = '人数、资金等情况有变化时会再次提示。'
  return kind === 'up'
    ? {
        keep,
        keepEffect,
        follow: `已告知可以申请${tiers[toward]}`,
        followEffect: `${tiers[toward]}要由组织提出申请；这里只记下已经告知。情况有变化时会再次提示。`,
      }
    : {
        keep,
        keepEffect,
        follow: `改为${tiers[toward]}`,
        followEffect: `从今天起改为${tiers[toward]}，名录的历史照留。`,
      }
}

function Decisions({ view: { decisions } }: { view: TierView }): ReactNode {
  if (decisions.length === 0) return null
  return (
    <ul className="plain-list tier-decisions">
      {decisions.map((decision) => (
        <li key={`${decision.on} ${decision.reason}`}>
          {decision.on} {decision.by ?? '系统'}：
          {decision.decision === 'keep'
            ? `维持${tiers[decision.tier]}`
            : `按提示转为${tiers[decision.toward]}`}
          ，{decision.reason}
          {!decision.holds && <span className="faint">（情况已变化，不再作数）</span>}
        </li>
      ))}
    </ul>
  )
}
