// One organization on the list: what is known, and the five answers.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { categories, tiers } from '../../organizations/choices.ts'
import type { Organization } from '../../organizations/organization.ts'
import { fieldLabels, valueText } from '../../organizations/organization-fields.ts'
import { StatusTag } from '../../organizations/web/StatusTag.tsx'
import { outcomes, type Saying, type Walk, type WalkItem } from '../census.ts'
import { outcomeTones, walkPath } from './census-words.ts'
import { type Letter, outcomeOf } from './outbox.ts'
import { type Move, SayDialog } from './SayDialog.tsx'
import type { Outbox } from './use-outbox.ts'

type Props = { item: WalkItem; letter: Letter | null; walk: Walk; outbox: Outbox }

export function WalkCard({ item, letter, walk, outbox }: Props): ReactNode {
  const { organization, answer } = item
  const [again, setAgain] = useState(false)
  const waits = letter !== null && letter.refusal === null
  const mayAnswer = walk.mayAnswer && !walk.whyNotAnswer && !waits
  return (
    <li className="card walk-card" id={cardId(organization.id)} aria-label={organization.name}>
      <div className="card-head">
        <div className="card-title">{organization.name}</div>
        <div className="card-mark">
          <Mark item={item} letter={letter} />
        </div>
      </div>
      <Known organization={organization} short={answer !== null && !again && !letter} />
      {answer?.note && <p className="walk-note">{answer.note}</p>}
      {letter?.refusal && <Refused letter={letter} onDrop={() => outbox.drop(letter.key)} />}
      {mayAnswer && (!answer || again || letter?.refusal) && (
        <Answers item={item} walk={walk} outbox={outbox} onAnswered={() => setAgain(false)} />
      )}
      {mayAnswer && answer && !again && !letter && (
        <div className="card-actions no-print">
          <button type="button" className="text-button" onClick={() => setAgain(true)}>
            改一改
          </button>
        </div>
      )}
    </li>
  )
}

function Mark({
  item: { answer, organization },
  letter,
}: {
  item: WalkItem
  letter: Letter | null
}): ReactNode {
  if (letter && !letter.refusal)
    return <StateTag tone="onCourse" word={`${outcomes[outcomeOf(letter)]}，待送出`} />
  if (answer) return <StateTag tone={outcomeTones[answer.outcome]} word={outcomes[answer.outcome]} />
  return <StatusTag status={organization.status} />
}

const shown = ['leader', 'phone', 'members', 'foundedOn', 'place'] as const

/** What one can check at a glance; the rest stands in the form. Of one that has its answer two words are enough. */
function Known({ organization, short }: { organization: Organization; short: boolean }): ReactNode {
  return (
    <>
      <div className="card-words">
        {`${categories[organization.category]} · ${tiers[organization.tier]}`}
        {organization.hub && ' · 枢纽型'}
      </div>
      {!short && (
        <dl className="card-lines">
          {shown.map((field) => (
            <div key={field}>
              <dt>{fieldLabels[field]}</dt>
              <dd>{valueText(field, organization[field])}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Refused({ letter, onDrop }: { letter: Letter; onDrop: () => void }): ReactNode {
  return (
    <div className="form-note form-note-warning" role="alert">
      <span className="form-note-words">
        <b>{`“${outcomes[outcomeOf(letter)]}”没有送成`}</b>
        <span>{[letter.refusal?.message, letter.refusal?.mend].filter(Boolean).join('')}</span>
      </span>
      <Button onClick={onDrop}>知道了</Button>
    </div>
  )
}

type AnswersProps = { item: WalkItem; walk: Walk; outbox: Outbox; onAnswered: () => void }

function Answers({ item, walk, outbox, onAnswered }: AnswersProps): ReactNode {
  const [dialog, setDialog] = useState<Move | null>(null)
  const { organization } = item
  const say = (saying: Saying) => {
    focusNext(organization.id)
    outbox.post(letterOf(item, saying))
    setDialog(null)
    onAnswered()
  }
  const ended = organization.status === 'ended'
  return (
    <div className="walk-answers no-print">
      {!ended && (
        <Button type="primary" onClick={() => say({ kind: 'confirmed' })}>
          情况属实
        </Button>
      )}
      {!ended && (
        <ButtonLink to={`${walkPath(walk.census.id, walk.area.code)}&edit=${organization.id}`}>
          有变化，改
        </ButtonLink>
      )}
      {organization.status === 'active' && <Button onClick={() => setDialog('dormant')}>不活跃</Button>}
      {organization.status !== 'active' && <Button onClick={() => setDialog('revived')}>其实还在活动</Button>}
      {!ended && <Button onClick={() => setDialog('gone')}>已不存在</Button>}
      {!ended && <Button onClick={() => say({ kind: 'unsure', note: null })}>暂时说不清</Button>}
      {dialog && (
        <SayDialog move={dialog} name={organization.name} onSay={say} onClose={() => setDialog(null)} />
      )}
    </div>
  )
}

const cardId = (organization: string): string => `card-${organization}`

/** The answered card moves away; whoever works with the keyboard goes on at the next one. */
const focusNext = (organization: string): void =>
  document
    .getElementById(cardId(organization))
    ?.nextElementSibling?.querySelector<HTMLElement>('button, a')
    ?.focus()

/** An answer in its envelope: it names what was looked at. */
export const letterOf = ({ organization, answer }: WalkItem, saying: Saying): Letter => {
  const key = crypto.randomUUID()
  const { id, version, name } = organization
  const body = { key, organization: id, version, seen: answer?.key ?? null, saying }
  return { key, name, refusal: null, kind: 'answer', body }
}
