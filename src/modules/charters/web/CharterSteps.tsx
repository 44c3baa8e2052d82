// What can be done next with a version of a charter; a button that cannot be used says why.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import type { Charter } from '../charter.ts'
import { whyNotComplete } from '../form-rules.ts'
import { useDiscard } from './charter-queries.ts'
import { AcknowledgeDialog, EnterDialog } from './ForceDialogs.tsx'
import { VoteDialog } from './VoteDialog.tsx'

type Props = { charter: Charter; onDone: (notice: string) => void }
type Open = 'vote' | 'enter' | 'acknowledge' | 'discard' | null

export function CharterSteps({ charter, onDone }: Props): ReactNode {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <div className="charter-steps no-print">
      <Buttons charter={charter} open={setOpen} />
      {open === 'vote' && <VoteDialog charter={charter} onClose={close} onDone={onDone} />}
      {open === 'enter' && <EnterDialog charter={charter} onClose={close} onDone={onDone} />}
      {open === 'acknowledge' && <AcknowledgeDialog charter={charter} onClose={close} onDone={onDone} />}
      {open === 'discard' && <DiscardDialog charter={charter} onClose={close} />}
    </div>
  )
}

function Buttons({ charter, open }: { charter: Charter; open: (dialog: Open) => void }): ReactNode {
  const { status, may } = charter
  if (status === 'draft') return <DraftButtons charter={charter} open={open} />
  if (status === 'adopted' && may.includes('charter.adopt'))
    return (
      <Button type="primary" onClick={() => open('enter')}>
        办生效
      </Button>
    )
  if (!may.includes('charter.draft') || !isNewest(charter)) return null
  return (
    <ButtonLink to={`/organizations/${charter.organization}/charter`} primary={status === 'refused'}>
      {status === 'refused' ? '再起草' : '起草新版'}
    </ButtonLink>
  )
}

/** From old versions nothing leads on; a draft that is under way has a page of its own. */
const isNewest = ({ status, versions }: Charter): boolean =>
  (status === 'inForce' || status === 'refused') &&
  !versions.some((one) => one.status === 'draft' || one.status === 'adopted')

function DraftButtons({ charter, open }: { charter: Charter; open: (dialog: Open) => void }): ReactNode {
  const why = useId()
  const { may, form, kind, rules } = charter
  const refusal = form ? (whyNotComplete(form, rules)?.body.message ?? null) : null
  return (
    <>
      {may.includes('charter.draft') && <Button onClick={() => open('discard')}>作废</Button>}
      {may.includes('charter.draft') && kind === 'written' && (
        <ButtonLink to={`/organizations/${charter.organization}/charter`}>修改</ButtonLink>
      )}
      {may.includes('charter.adopt') && kind === 'paper' && (
        <Button onClick={() => open('acknowledge')}>没有表决记录</Button>
      )}
      {may.includes('charter.adopt') && (
        <Button
          type="primary"
          disabled={refusal !== null}
          aria-describedby={why}
          onClick={() => open('vote')}
        >
          记录表决
        </Button>
      )}
      <p id={why} className="action-why" hidden={refusal === null}>
        {refusal}
      </p>
    </>
  )
}

function DiscardDialog({ charter, onClose }: { charter: Charter; onClose: () => void }): ReactNode {
  const discard = useDiscard(charter.id)
  const navigate = useNavigate()
  return (
    <ConfirmWithReason
      open
      danger
      title="作废这份草稿"
      explain="作废以后不能再改，也不能表决；留有记录，可以另外起草。"
      confirmText="作废"
      onConfirm={async ({ reason }) => {
        await discard.mutateAsync({ reason })
        await navigate(`/organizations/${charter.organization}`)
      }}
      onClose={onClose}
    />
  )
}
