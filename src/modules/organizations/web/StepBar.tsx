// The bar at the foot of a step: where it leads, and why not yet.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'

type Props = {
  words?: ReactNode
  whyNot: string | null
  busy?: boolean
  next: string
  onNext: () => void
  back?: { to: string; label: string }
}

export function StepBar({ words, whyNot, busy = false, next, onNext, back }: Props): ReactNode {
  return (
    <div className="form-bar step-bar no-print">
      <span id="step-words" className="form-bar-words">
        {whyNot ?? words}
      </span>
      {back && <ButtonLink to={back.to}>{back.label}</ButtonLink>}
      <Button
        type="primary"
        disabled={whyNot !== null}
        loading={busy}
        aria-describedby="step-words"
        onClick={onNext}
      >
        {next}
      </Button>
    </div>
  )
}
