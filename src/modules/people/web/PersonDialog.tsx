// One person's postings and password, for an administrator.
import { Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Person, Posting } from '../people-api.ts'
import { type Role, roles } from '../roles.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { PostingFields } from './PostingFields.tsx'
import { usePeopleChanges } from './people-queries.ts'
import { useSession } from './session-queries.ts'

type Props = { person: Person; onClose: () => void }

export function PersonDialog({ person, onClose }: Props): ReactNode {
  return (
    <Modal open title={person.displayName} footer={null} onCancel={onClose} width={560}>
      <p className="explain">登录名 {person.loginName}</p>
      <section className="dialog-part" aria-labelledby="person-postings">
        <h2 id="person-postings">岗位</h2>
        <PostingList person={person} />
        <AddPosting person={person} />
      </section>
      <section className="dialog-part" aria-labelledby="person-password">
        <h2 id="person-password">重设密码</h2>
        <ResetPassword person={person} />
      </section>
    </Modal>
  )
}

function PostingList({ person }: { person: Person }): ReactNode {
  const { endPosting } = usePeopleChanges()
  const [asked, setAsked] = useState<string | null>(null)
  const own = useSession().person.id === person.id
  if (person.postings.length === 0) return <p className="faint">没有岗位，登录后看不到内容。</p>
  return (
    <>
      <ProblemAlert problem={endPosting.error} />
      <ul className="posting-list">
        {person.postings.map((posting) => (
          <li key={posting.id}>
            <span>
              {roles[posting.role]} <span className="faint">{posting.areaPath.join(' ')}</span>
            </span>
            <EndPosting
              posting={posting}
              own={own}
              asked={asked === posting.id}
              busy={endPosting.isPending}
              onAsk={() => setAsked(posting.id)}
              onEnd={() => endPosting.mutate({ person, posting: posting.id })}
              onKeep={() => setAsked(null)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

type EndProps = {
  posting: Posting
  own: boolean
  asked: boolean
  busy: boolean
  onAsk: () => void
  onEnd: () => void
  onKeep: () => void
}

/** Asks once more in place; one's own posting is ended by somebody else, so that nobody locks himself out. */
function EndPosting({ posting, own, asked, busy, onAsk, onEnd, onKeep }: EndProps): ReactNode {
  if (own) return <span className="faint">请另一位管理员撤去</span>
  if (!asked) {
    return (
      <button
        type="button"
        className="text-button danger"
        aria-label={`撤去${posting.areaName}的岗位`}
        onClick={onAsk}
      >
        撤去
      </button>
    )
  }
  return (
    <span className="nowrap">
      <Button danger size="small" loading={busy} onClick={onEnd}>
        确定撤去
      </Button>{' '}
      <Button size="small" onClick={onKeep}>
        不撤
      </Button>
    </span>
  )
}

function AddPosting({ person }: { person: Person }): ReactNode {
  const [form] = Form.useForm<{ role: Role; area: string }>()
  const [open, setOpen] = useState(false)
  const { addPosting } = usePeopleChanges()
  if (!open) return <Button onClick={() => setOpen(true)}>加一个岗位</Button>
  const done = () => {
    setOpen(false)
    form.resetFields()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ role, area }) => addPosting.mutate({ person, role, area }, { onSuccess: done })}
    >
      <PostingFields />
      <ProblemAlert problem={addPosting.error} />
      <Button type="primary" htmlType="submit" loading={addPosting.isPending}>
        加上
      </Button>{' '}
      <Button onClick={done}>先不</Button>
    </Form>
  )
}

function ResetPassword({ person }: { person: Person }): ReactNode {
  const [form] = Form.useForm<{ next: string }>()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<string[]>([])
  const { resetPassword } = usePeopleChanges()
  if (resetPassword.isSuccess) {
    return <StateTag tone="met" word="已重设。他在各处的登录都已退出，请当面告诉他新密码。" />
  }
  if (!open) return <Button onClick={() => setOpen(true)}>重设密码</Button>
  const send = ({ next }: { next: string }) =>
    resetPassword.mutate({ person, next }, { onError: (problem) => setShown(showFaults(form, problem)) })
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <NewPasswordFields autoFocus />
      <ProblemAlert problem={resetPassword.error} shown={shown} />
      <Button type="primary" htmlType="submit" loading={resetPassword.isPending}>
        重设
      </Button>{' '}
      <Button onClick={() => setOpen(false)}>先不</Button>
    </Form>
  )
}
