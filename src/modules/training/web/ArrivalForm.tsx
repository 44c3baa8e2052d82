// Signing in on a phone, one question at a time: whom one comes for, then the name.
import { type FormEvent, type ReactNode, useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Arrived, Door } from '../check-in.ts'
import { useArrive } from './arrival-queries.ts'

/** From so many on, one finds one's organization by typing a piece of its name. */
const manyOrganizations = 8

type Choice = { key: string | null; name: string; isOther: boolean }
type Props = { code: string; door: Door; onDone: (arrived: Arrived) => void }

export function ArrivalForm({ code, door, onDone }: Props): ReactNode {
  const [choice, setChoice] = useState<Choice | null>(null)
  if (!choice) return <Organizations door={door} onChoose={setChoice} />
  return <Name code={code} choice={choice} onBack={() => setChoice(null)} onDone={onDone} />
}

function Organizations({ door, onChoose }: { door: Door; onChoose: (choice: Choice) => void }): ReactNode {
  const [piece, setPiece] = useState('')
  const { organizations } = door
  const shown = organizations.filter(({ name }) => name.includes(piece.trim()))
  return (
    <section className="arrival" aria-labelledby="arrival-organization">
      <h2 id="arrival-organization">您代表哪个组织？</h2>
      {organizations.length >= manyOrganizations && (
        <FormField id="arrival-piece" label="找组织" hint="写名称里的一两个字">
          {(control) => (
            <input
              {...control}
              value={piece}
              maxLength={30}
              onChange={(event) => setPiece(event.target.value)}
            />
          )}
        </FormField>
      )}
      {shown.map(({ key, name, where }) => (
        <Large key={key} onClick={() => onChoose({ key, name, isOther: false })}>
          {name}
          {where && <small>{where}</small>}
        </Large>
      ))}
      <Large onClick={() => onChoose({ key: null, name: '没有列出的组织', isOther: true })}>
        没有列出的组织
      </Large>
      <Large onClick={() => onChoose({ key: null, name: '不代表组织', isOther: false })}>不代表组织</Large>
    </section>
  )
}

const Large = ({ onClick, children }: { onClick: () => void; children: ReactNode }): ReactNode => (
  <button type="button" className="text-button arrival-choice" onClick={onClick}>
    {children}
  </button>
)

type NameProps = { code: string; choice: Choice; onBack: () => void; onDone: (arrived: Arrived) => void }

function Name({ code, choice, onBack, onDone }: NameProps): ReactNode {
  const [name, setName] = useState('')
  const [said, setSaid] = useState('')
  const act = useArrive(code)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const own = { organization: choice.key, said: choice.isOther ? said : null }
    act.mutate({ name, ...own }, { onSuccess: onDone })
  }
  const faultOf = (at: string) =>
    act.error instanceof CallProblem ? act.error.faults.find((one) => one.at === at)?.message : undefined
  const ready = name.trim() !== '' && (!choice.isOther || said.trim() !== '')
  return (
    <form className="panel open-form" onSubmit={send} noValidate aria-label="签到">
      <p className="arrival-chosen">
        {choice.name}
        <button type="button" className="text-button" onClick={onBack}>
          换一个
        </button>
      </p>
      {choice.isOther && (
        <FormField id="arrival-said" label="组织叫什么" fault={faultOf('said')}>
          {(control) => (
            <input
              {...control}
              value={said}
              maxLength={60}
              onChange={(event) => setSaid(event.target.value)}
            />
          )}
        </FormField>
      )}
      <FormField id="arrival-name" label="您的名字" hint="只写名字，不用写手机号" fault={faultOf('name')}>
        {(control) => (
          <input
            {...control}
            value={name}
            maxLength={30}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <ProblemAlert problem={act.error} shown={['said', 'name']} />
      <button type="submit" disabled={act.isPending || !ready}>
        签到
      </button>
    </form>
  )
}
