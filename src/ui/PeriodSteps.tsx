// One period after another: back, which one is shown, forward, and the way to the present one.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import './period-steps.css'

type Props = {
  /** 天, 周, 月: on the arrows. */
  unit: string
  /** Which one is shown. */
  shown: string
  onStep: (by: 1 | -1) => void
  /** The way to the present one, and its name: 今天, 本周. */
  onNow: () => void
  now: string
  /** Nothing lies further. */
  last?: boolean
}

export function PeriodSteps({ unit, shown, onStep, onNow, now, last = false }: Props): ReactNode {
  return (
    <div className="period-steps no-print">
      <Button aria-label={`前一${unit}`} icon={<Icon name="left" />} onClick={() => onStep(-1)} />
      <b className="period-steps-shown" role="status">
        {shown}
      </b>
      <Button
        aria-label={`后一${unit}`}
        icon={<Icon name="right" />}
        disabled={last}
        onClick={() => onStep(1)}
      />
      <Button onClick={onNow}>{now}</Button>
    </div>
  )
}
