// The three steps of an import as links; where one stands is in the address.
import type { ReactNode } from 'react'
import { Link } from 'react-router'

export const importSteps = { match: '表头与对应', preview: '预览', commit: '导入' } as const
export type ImportStep = keyof typeof importSteps

export const stepOf = (text: string | undefined): ImportStep =>
  text !== undefined && Object.hasOwn(importSteps, text) ? (text as ImportStep) : 'match'

export const stepLink = (step: ImportStep): string => `?step=${step}`

export function ImportSteps({ now }: { now: ImportStep }): ReactNode {
  const steps = Object.keys(importSteps) as ImportStep[]
  return (
    <nav className="import-steps" aria-label="导入的步骤">
      <ol>
        {steps.map((step, place) => (
          <li key={step} className={place < steps.indexOf(now) ? 'step-done' : undefined}>
            <Link to={stepLink(step)} aria-current={step === now ? 'step' : undefined}>
              <span className="step-number">{place + 1}</span>
              {importSteps[step]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
