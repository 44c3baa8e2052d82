// What the reader can do with an application now: one main action, the lesser ones beside it, each asking for its words.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Application, Step, StepOffer } from '../filing.ts'
import { StepDialog } from './StepDialog.tsx'

const main: readonly Step[] = ['opine', 'accept', 'review', 'approve']

export function StepActions({ application }: { application: Application }): ReactNode {
  const [open, setOpen] = useState<StepOffer | null>(null)
  const reasons = useId()
  const navigate = useNavigate()
  const offers = application.offers
    .filter(({ step }) => step !== 'withdraw' || application.mine)
    .sort((a, b) => rank(a.step) - rank(b.step))
  const whyNot = [...new Set(offers.flatMap(({ whyNot }) => whyNot ?? []))]
  if (offers.length === 0) return null
  return (
    <section className="panel step-actions no-print" aria-label="办理">
      {offers.map((offer) => (
        <Button
          key={offer.step}
          block
          type={main.includes(offer.step) ? 'primary' : 'default'}
          danger={offer.step === 'refuse'}
          disabled={offer.whyNot !== null}
          aria-describedby={reasons}
          onClick={() => setOpen(offer)}
        >
          {offer.label}
        </Button>
      ))}
      <p id={reasons} className="action-why" hidden={whyNot.length === 0}>
        {whyNot.join('')}
      </p>
      {open && (
        <StepDialog
          application={application}
          offer={open}
          onDone={(words) => void navigate('.', { replace: true, state: { notice: words } })}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

const order: readonly Step[] = [...main, 'return', 'refuse', 'withdraw']
const rank = (step: Step): number => order.indexOf(step)
