// Where one is in a short row of steps.
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

export function StepList({ steps, at }: { steps: readonly string[]; at: number }): ReactNode {
  return (
    <ol className="steps" aria-label="步骤">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index === at ? 'step now' : index < at ? 'step done' : 'step'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="step-mark">{index < at ? <Icon name="check" size={14} /> : index + 1}</span>
          {step}
          {index < at && <span className="sr-only">（已完成）</span>}
        </li>
      ))}
    </ol>
  )
}
