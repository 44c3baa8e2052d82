// Mends the record of a vote, or adds one that was found later; what was decided stays decided.
import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Charter } from '../charter.ts'
import { useCorrectVote } from './charter-queries.ts'
import { useVoteForm } from './use-vote-form.ts'
import { VoteFields } from './VoteFields.tsx'
import { emptyVote, typedVote } from './vote-form.ts'

export function CorrectVoteDialog({
  charter,
  onClose,
}: {
  charter: Charter
  onClose: () => void
}): ReactNode {
  const correct = useCorrectVote(charter.id)
  const { vote } = charter
  const form = useVoteForm(
    () => (vote ? typedVote(vote) : emptyVote(charter.members)),
    correct.error,
    correct.reset,
  )
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isBlank = reason.trim() === ''
  const submit = async () => {
    form.attempt()
    setTried(true)
    if (!form.vote || isBlank) return
    const { inForceOn: _, ...counted } = form.vote
    if (await correct.mutateAsync({ ...counted, reason }).catch(() => null)) onClose()
  }
  return (
    <Modal
      open
      title={vote ? '更正表决记录' : '补记表决'}
      width={640}
      okText="保存"
      cancelText="先不"
      okButtonProps={{ loading: correct.isPending }}
      onOk={() => void submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="explain">
        只改写错的地方，表决的结果不变；原来的数字留在记录里。结果本身有误的，请重新表决。
      </p>
      <VoteFields typed={form.typed} set={form.set} faultOf={form.faultOf}>
        <FormField
          id="vote-reason"
          label="为什么更正"
          wide
          fault={tried && isBlank ? '请说明原因' : undefined}
          hint="例如：抄错了会议记录上的人数"
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </FormField>
      </VoteFields>
      <ProblemAlert problem={correct.error} shown={form.shown} />
    </Modal>
  )
}
