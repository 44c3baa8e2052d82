// Records the vote on a draft; what follows from the numbers is said while they are typed.
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { DayInput, settled } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Charter } from '../charter.ts'
import { demandsOf } from '../vote-rules.ts'
import { useVote } from './charter-queries.ts'
import { useVoteForm } from './use-vote-form.ts'
import { Foresight, VoteFields } from './VoteFields.tsx'
import { emptyVote, type VoteTyped } from './vote-form.ts'

type Props = { charter: Charter; onClose: () => void; onDone: (notice: string) => void }

export function VoteDialog({ charter, onClose, onDone }: Props): ReactNode {
  const { today } = useSession()
  const take = useVote(charter.id)
  const form = useVoteForm(() => emptyVote(charter.members), take.error, take.reset)
  const { typed, faultOf } = form
  const submit = async () => {
    form.attempt()
    if (!form.vote) return
    const done = await take.mutateAsync({ ...form.vote, revision: charter.revision }).catch(() => null)
    if (!done) return
    onDone(noticeOf(done))
    onClose()
  }
  return (
    <Modal
      open
      title="记录表决"
      width={640}
      okText="记下来"
      cancelText="先不"
      okButtonProps={{ loading: take.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="explain">照会议记录填写。没有通过也要记：草稿会标为“未通过”，可以改了再表决。</p>
      <VoteFields
        typed={typed}
        faultOf={faultOf}
        set={(patch) => form.set({ ...patch, ...follow(typed, patch) })}
      >
        <FormField
          id="vote-inForceOn"
          label="从哪一天起生效"
          hint="通过才算；空着：以后再办"
          fault={faultOf('inForceOn')}
        >
          {(control) => (
            <DayInput
              {...control}
              max={today}
              calendarLabel="从日历选生效日期"
              value={typed.inForceOn}
              onChange={(inForceOn) => form.set({ inForceOn })}
            />
          )}
        </FormField>
      </VoteFields>
      <Foresight typed={typed} demands={demandsOf(charter.rules, charter)} />
      <ProblemAlert problem={take.error} shown={form.shown} />
    </Modal>
  )
}

/** The day of the vote is the usual day from which it holds, until another is typed. */
function follow(typed: VoteTyped, { heldOn }: Partial<VoteTyped>): Partial<VoteTyped> {
  if (heldOn === undefined || (typed.inForceOn !== null && typed.inForceOn !== typed.heldOn)) return {}
  return { inForceOn: dayFromText(settled(heldOn) ?? '') ?? heldOn }
}

const noticeOf = ({ status }: Charter): string =>
  status === 'refused'
    ? '已记下：没有通过。改了再表决时，从这一稿起草。'
    : status === 'inForce'
      ? '表决通过，章程已生效，名录里也记上了。'
      : '表决通过。定了日子再办生效。'
