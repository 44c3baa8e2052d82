// What paper must say and the screen says elsewhere: which area, which day, printed when.
import type { ReactNode } from 'react'
import type { FiguresView } from '../programmes-api.ts'

type Props = { figures: Pick<FiguresView, 'area' | 'ancestors' | 'asOf' | 'today'> | undefined }

export function PrintHead({ figures }: Props): ReactNode {
  if (!figures) return null
  const { area, ancestors, asOf, today } = figures
  const path = [...ancestors, area].map(({ name }) => name).join(' › ')
  return <p className="print-only print-head">{`${path} · 截至 ${asOf} · 打印于 ${today}`}</p>
}
