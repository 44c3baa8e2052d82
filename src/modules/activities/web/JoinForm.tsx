// Two questions: what to call you, and a number to call.
import { type FormEvent, type ReactNode, useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { joinActs, useJoinAct } from './join-queries.ts'

type Props = { code: string; full: boolean; onDone: (ticket: string) => void }

export function JoinForm({ code, full, onDone }: Props): ReactNode {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const act = useJoinAct<{ code: string }>(code)
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(() => joinActs.signUp(code, { name, phone }), { onSuccess: (made) => onDone(made.code) })
  }
  const faultOf = (at: string) =>
    act.error instanceof CallProblem ? act.error.faults.find((one) => one.at === at)?.message : undefined
  return (
    <form className="panel open-form" onSubmit={send} noValidate aria-label="报名">
      <FormField id="join-name" label="怎么称呼您" hint="小名、昵称都可以" fault={faultOf('name')}>
        {(control) => (
          <input
            {...control}
            value={name}
            maxLength={20}
            autoComplete="nickname"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <FormField
        id="join-phone"
        label="手机号"
        hint="有变动时通知您；活动办完就删除"
        fault={faultOf('phone')}
      >
        {(control) => (
          <input
            {...control}
            value={phone}
            inputMode="tel"
            autoComplete="tel-national"
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </FormField>
      <ProblemAlert problem={act.error} shown={['name', 'phone']} />
      <button type="submit" disabled={act.isPending || !name.trim() || !phone.trim()}>
        {full ? '候补报名' : '报名'}
      </button>
      {full && <p className="faint">已经报满：有人取消时，按先后补上。</p>}
    </form>
  )
}
