// Ties of an organization: with whom, since when, with which services, and what can be done.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { type HubTie, type TieStatus, tieStatuses } from '../hub.ts'
import { EndDialog } from './EndDialog.tsx'
import { hubActs, useHubAct } from './hub-queries.ts'
import type { TieQuestion } from './TieDialog.tsx'

type Props = {
  ties: readonly HubTie[]
  offered: Readonly<Record<string, string>>
  empty: string
  ask: (question: TieQuestion) => void
}

export function TieList({ ties, offered, empty, ask }: Props): ReactNode {
  const [all, setAll] = useState(false)
  if (ties.length === 0) return <p className="fact-unknown">{empty}</p>
  const shown = all || ties.length <= few + 2 ? ties : ties.slice(0, few)
  return (
    <>
      <ul className="hub-ties">
        {shown.map((tie) => (
          <li key={tie.id}>
            <div className="hub-tie-head">
              <Link to={`/organizations/${tie.partner.id}`}>{tie.partner.name}</Link>
              {tie.partner.ended && tie.status === 'active' ? (
                <StateTag tone="none" word="对方已退出名录" />
              ) : (
                <StateTag tone={tones[tie.status]} word={tieStatuses[tie.status]} />
              )}
            </div>
            <p className="hub-tie-words">{wordsOf(tie, offered)}</p>
            <Steps tie={tie} ask={ask} />
          </li>
        ))}
      </ul>
      {shown.length < ties.length && (
        <button type="button" className="text-button hub-all no-print" onClick={() => setAll(true)}>
          看全部 {ties.length} 个
        </button>
      )}
    </>
  )
}

/** Proposals and the newest stand first. */
const few = 6

const tones: Record<TieStatus, Tone> = {
  proposed: 'onCourse',
  active: 'met',
  declined: 'none',
  withdrawn: 'none',
  ended: 'none',
}

function wordsOf(
  { status, startsOn, endsOn, services, dueOn, proposedBy, partner }: HubTie,
  offered: Props['offered'],
) {
  const when = endsOn ? `${startsOn} 至 ${endsOn}` : `${startsOn} 起`
  const what = services.map((service) => offered[service] ?? service).join('、')
  const waits = status === 'proposed' ? [`${proposedBy ?? '枢纽'}提出`, dueOn && `请在 ${dueOn} 前确认`] : []
  // Most names say where they are at home.
  const where = partner.name.includes(partner.areaName) ? '' : partner.areaName
  return [where, when, what, ...waits].filter(Boolean).join(' · ')
}

function Steps({ tie, ask }: { tie: HubTie; ask: Props['ask'] }): ReactNode {
  const act = useHubAct()
  const [ending, setEnding] = useState<'end' | 'decline' | null>(null)
  const mayTie = tie.may.includes('hub.tie')
  const run = (step: () => Promise<unknown>) => act.mutate(step)
  return (
    <div className="hub-tie-steps no-print">
      {tie.status === 'proposed' && mayTie && (
        <>
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => run(() => hubActs.decide(tie.id, { decision: 'confirm' }))}
          >
            确认
          </Button>
          <Button onClick={() => setEnding('decline')}>不同意</Button>
        </>
      )}
      {tie.status === 'proposed' && !mayTie && tie.may.includes('hub.propose') && (
        <Button loading={act.isPending} onClick={() => run(() => hubActs.withdraw(tie.id))}>
          撤回
        </Button>
      )}
      {tie.status === 'active' && mayTie && (
        <>
          <button type="button" className="text-button" onClick={() => ask({ kind: 'services', tie })}>
            改服务内容
          </button>
          <button type="button" className="text-button" onClick={() => setEnding('end')}>
            结束
          </button>
        </>
      )}
      <ProblemAlert problem={act.error} />
      {ending && <EndDialog tie={tie} kind={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}
