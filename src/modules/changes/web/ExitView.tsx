// One exit: why, the vote or the hearing, the steps of winding up, and what can be done with it now.
import type { ReactNode } from 'react'
import { momentText } from '../../../ui/moment-text.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type Exit, exitCauses, exitDecisions, exitKinds, exitStatuses, type Vote } from '../exit.ts'
import type { Opened } from './ChangeFrame.tsx'
import { exitTones } from './change-words.ts'
import { ExitActions } from './ExitActions.tsx'
import { ExitSteps } from './ExitSteps.tsx'

export function ExitView({ organization, exit }: Opened & { exit: Exit }): ReactNode {
  const { kind, status, steps } = exit
  const { today } = useSession()
  return (
    <>
      <PageHeader
        title={`${exitKinds[kind]}：${organization.name}`}
        mark={<StateTag tone={exitTones[status]} word={exitStatuses[status]} />}
        sentence={sentenceOf(exit, today)}
        back={{ to: `/organizations/${organization.id}#changes`, label: organization.name }}
      />
      <section className="panel" aria-labelledby="exit-facts">
        <h2 id="exit-facts">{exitCauses[exit.cause]}</h2>
        <p>{exit.said}</p>
        <p className="faint">
          {exit.who}于 {momentText(exit.at)}{' '}
          {kind === 'removal' ? '告知' : exit.onBehalf ? '代为提出' : '提出'}
        </p>
        {exit.vote && <VoteLine vote={exit.vote} />}
        {exit.answer && (
          <p className="change-part">
            组织的说明：{exit.answer.said}
            <span className="faint">
              （{exit.answer.who}，{momentText(exit.answer.at)}）
            </span>
          </p>
        )}
        {exit.decisions.map((decision) => (
          <p key={`${decision.kind} ${decision.at}`} className="change-part">
            {exitDecisions[decision.kind]}
            {decision.said && `：${decision.said}`}
            <span className="faint">
              （{decision.who}，{momentText(decision.at)}）
            </span>
          </p>
        ))}
        <ExitActions exit={exit} name={organization.name} />
      </section>
      {steps.length > 0 && <ExitSteps exit={exit} />}
    </>
  )
}

function sentenceOf({ status, deskName, answerDue, answer, endedOn, steps }: Exit, today: string): string {
  const open = steps.filter(({ doneOn }) => doneOn === null).length
  if (status === 'requested') return `等待${deskName}受理。`
  if (status === 'liquidating')
    return open > 0
      ? `清算还有 ${open} 步；都完成以后，由${deskName}准予注销。`
      : `清算各步已完成，等待${deskName}准予注销。`
  if (status === 'noticed' && answer) return '组织已说明情况，由管理部门决定。'
  if (status === 'noticed')
    return (answerDue ?? '') < today
      ? `说明情况的期限（${answerDue}）已过，由管理部门决定。`
      : `组织可以在 ${answerDue} 以前说明情况，然后由管理部门决定。`
  return status === 'ended' ? `从 ${endedOn} 起不在名录中。` : '这项退出已经结束，组织照常在名录中。'
}

function VoteLine({ vote }: { vote: Vote }): ReactNode {
  const { on, entitled, present, inFavour, against, abstaining } = vote
  return (
    <p className="change-part">
      {on} 表决：应到 {entitled} 人，到会 {present} 人；赞成 {inFavour} 票，反对 {against} 票，弃权{' '}
      {abstaining} 票。
    </p>
  )
}
