// The thread of an application: who did or said what, when; and one more thing to say.
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { Timeline, Turn } from '../../../ui/Timeline.tsx'
import type { Application } from '../filing.ts'
import { useSay } from './filing-queries.ts'

export function Thread({ application }: { application: Application }): ReactNode {
  const { thread, may, status } = application
  const isMine = application.offers.some(({ step, whyNot }) => whyNot === null && step !== 'withdraw')
  const canUrge = may.includes('filing.urge') && application.submittedOn !== null && !isMine
  return (
    <section className="panel" aria-labelledby="thread-title">
      <h2 id="thread-title">经过和留言</h2>
      {thread.length === 0 && <p className="faint">提交以后，谁在什么时候办了什么、说了什么，都在这里。</p>}
      <Timeline>
        {[...thread].reverse().map(({ id, what, who, at, words }) => (
          <Turn key={id} what={what} who={who} at={at}>
            {words && <p className="thread-words">{words}</p>}
          </Turn>
        ))}
      </Timeline>
      {may.includes('filing.say') && status !== 'draft' && <Say id={application.id} step="say" />}
      {canUrge && application.clock.words && <Say id={application.id} step="urge" />}
    </section>
  )
}

const asked = {
  say: { label: '留言', hint: '办理人和申请人都看得到', button: '留言' },
  urge: { label: '催办', hint: '例如：已经到期，请尽快办理', button: '催办' },
} as const

function Say({ id, step }: { id: string; step: 'say' | 'urge' }): ReactNode {
  const [words, setWords] = useState('')
  const say = useSay(id)
  const send = () => say.mutate({ step, words }, { onSuccess: () => setWords('') })
  const { label, hint, button } = asked[step]
  return (
    <div className="say no-print">
      <Input.TextArea
        aria-label={label}
        placeholder={hint}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button disabled={words.trim() === ''} loading={say.isPending} onClick={send}>
        {button}
      </Button>
      <ProblemAlert problem={say.error} />
    </div>
  )
}
