// Who signed up, in order: numbers are masked until somebody must call; others can be entered and taken off.
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import type { Activity } from '../activity.ts'
import { type SignUp, type SignUpStatus, signUpStatuses } from '../sign-up.ts'
import { activityActs, useActivityAct, useSignUps } from './activity-queries.ts'

type Props = { activity: Activity }

const tones: Record<SignUpStatus, Tone> = { going: 'met', waiting: 'behind', cancelled: 'none' }

export function SignUpsPanel({ activity }: Props): ReactNode {
  const { id, going, waiting, places, status } = activity
  const { data, error, refetch } = useSignUps(id)
  const [phones, setPhones] = useState<ReadonlyMap<string, string>>(new Map())
  const open = status === 'planned' || status === 'published'
  return (
    <section className="panel" id="sign-ups" aria-labelledby="sign-ups-title">
      <h2 id="sign-ups-title">
        报名 {going}
        {places === null ? '' : ` / ${places}`} 人{waiting > 0 && `，候补 ${waiting} 人`}
      </h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={3} />}
      {data?.items.length === 0 && <p className="faint">还没有人报名。</p>}
      <ol className="activity-people">
        {data?.items.map((one) => (
          <Person key={one.id} activity={id} one={one} phone={phones.get(one.id)} open={open} />
        ))}
      </ol>
      {data?.items.some(({ phone }) => phone !== null) && phones.size === 0 && (
        <ShowPhones id={id} onShown={setPhones} />
      )}
      {open && <Add id={id} />}
    </section>
  )
}

type PersonProps = { activity: string; one: SignUp; phone: string | undefined; open: boolean }

function Person({ activity, one, phone, open }: PersonProps): ReactNode {
  const act = useActivityAct()
  const { id, name, status, came, movedUp } = one
  const shown = phone ?? one.phone
  return (
    <li>
      <span className="activity-person">
        <b>{name}</b>
        {phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className="faint">{shown ?? '没有电话'}</span>}
        {movedUp && status === 'going' && <span className="faint">由候补转入</span>}
      </span>
      <StateTag tone={came ? 'met' : tones[status]} word={came ? '到场' : signUpStatuses[status]} />
      {open && status !== 'cancelled' && (
        <button
          type="button"
          className="text-button no-print"
          aria-label={`替他取消：${name}`}
          disabled={act.isPending}
          onClick={() => act.mutate(() => activityActs.cancelFor(activity, id))}
        >
          替他取消
        </button>
      )}
      <ProblemAlert problem={act.error} />
    </li>
  )
}

type ShowProps = { id: string; onShown: (phones: ReadonlyMap<string, string>) => void }

function ShowPhones({ id, onShown }: ShowProps): ReactNode {
  const [problem, setProblem] = useState<unknown>(null)
  const show = async () => {
    try {
      const { items } = await activityActs.phones(id)
      onShown(new Map(items.map((one) => [one.id, one.phone])))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <p className="no-print">
      <button type="button" className="text-button" onClick={() => void show()}>
        显示电话号码
      </button>{' '}
      <span className="faint">查看会留下记录；记录举办情况以后，号码自动删除。</span>
      <ProblemAlert problem={problem} />
    </p>
  )
}

/** For somebody who came by or called; a number is not needed. */
function Add({ id }: { id: string }): ReactNode {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const act = useActivityAct()
  const add = (event: FormEvent) => {
    event.preventDefault()
    const body = { name, phone: phone.trim() || null }
    act.mutate(() => activityActs.signUpFor(id, body), {
      onSuccess: () => {
        setName('')
        setPhone('')
      },
    })
  }
  return (
    <form className="activity-add no-print" onSubmit={add}>
      <Input
        aria-label="替谁报名"
        placeholder="替人报名：称呼"
        maxLength={20}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        aria-label="手机号（可以不填）"
        placeholder="手机号（可以不填）"
        inputMode="tel"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Button htmlType="submit" disabled={!name.trim()} loading={act.isPending}>
        报上
      </Button>
      <ProblemAlert problem={act.error} />
    </form>
  )
}
