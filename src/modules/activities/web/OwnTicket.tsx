// One's own sign-up: the code to keep, whether there is a place, and how to give it back.
import { type ReactNode, useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import type { Ticket } from '../sign-up.ts'
import { joinActs, useJoinAct, useTicket } from './join-queries.ts'

type Props = { code: string; ticket: string; onForget: () => void }

export function OwnTicket({ code, ticket, onForget }: Props): ReactNode {
  const { data, error, refetch } = useTicket(code, ticket)
  const unknown = error instanceof CallProblem && error.status === 404
  return (
    <section className="panel" aria-label="您的报名" aria-live="polite">
      {data && <Known code={code} ticket={data} onForget={onForget} />}
      {!data && !error && <Bones lines={3} />}
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {unknown && (
        <button type="button" className="text-button" onClick={onForget}>
          重新填写
        </button>
      )}
    </section>
  )
}

const states = {
  going: { tone: 'met', word: '报上名了' },
  waiting: { tone: 'behind', word: '在候补' },
  cancelled: { tone: 'none', word: '已经取消' },
} as const

type KnownProps = { code: string; ticket: Ticket; onForget: () => void }

function Known({ code, ticket, onForget }: KnownProps): ReactNode {
  const { tone, word } = states[ticket.status]
  return (
    <>
      <p className={`open-state state-${tone}`}>
        <StateShape tone={tone} size={20} />
        {ticket.name}，{word}
      </p>
      {ticket.turn !== null && <p>排在第 {ticket.turn} 位；有人取消就会补上，到时再来看一眼。</p>}
      {ticket.status === 'cancelled' ? (
        <button type="button" className="text-button" onClick={onForget}>
          再报一次名
        </button>
      ) : (
        <>
          <p>
            报名码 <b className="join-code">{`${ticket.code.slice(0, 4)} ${ticket.code.slice(4)}`}</b>
          </p>
          <p className="faint">记下或截屏：换一台手机查看或取消，要用这个码。</p>
          <GiveBack code={code} ticket={ticket.code} />
        </>
      )}
    </>
  )
}

/** Asked twice, so that a slip of the finger costs no place. */
function GiveBack({ code, ticket }: { code: string; ticket: string }): ReactNode {
  const [sure, setSure] = useState(false)
  const act = useJoinAct(code)
  if (!sure)
    return (
      <button type="button" className="text-button" onClick={() => setSure(true)}>
        来不了，取消报名
      </button>
    )
  return (
    <div className="join-sure">
      <p>取消以后，名额给后面的人。</p>
      <button
        type="button"
        disabled={act.isPending}
        onClick={() => act.mutate(() => joinActs.giveBack(code, ticket))}
      >
        确定取消
      </button>
      <button type="button" className="text-button" onClick={() => setSure(false)}>
        还是去
      </button>
      <ProblemAlert problem={act.error} />
    </div>
  )
}
