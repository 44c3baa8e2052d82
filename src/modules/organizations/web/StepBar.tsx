// The bar above and below a step: where it leads, and why not yet.
import { Button } from 'antd'
import { type ReactNode, useId } from 'react'
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
  const id = useId()
  return (
    <div className="form-bar step-bar no-print">
      <span id={id} className="form-bar-words">
        {whyNot ?? words}
      </span>
      {back && <ButtonLink to={back.to}>{back.label}</ButtonLink>}
      <Button type="primary" disabled={whyNot !== null} loading={busy} aria-describedby={id} onClick={onNext}>
        {next}
      </Button>
    </div>
  )
}
