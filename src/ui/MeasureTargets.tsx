// Shows the targets that count what a page is about; who knows of targets fills the place in where the product is put together.
import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react'
import { useMay } from './may.ts'

type Props = {
  /** Name of the measure. */
  measure: string
}

/** What shows them, and the action without which they are not shown. */
export const TargetsOfMeasure = createContext<{ needs: string; Shown: ComponentType<Props> } | null>(null)

export function MeasureTargets({ measure }: Props): ReactNode {
  const may = useMay()
  const targets = useContext(TargetsOfMeasure)
  if (!targets || !may(targets.needs)) return null
  return (
    <Suspense fallback={null}>
      <targets.Shown measure={measure} />
    </Suspense>
  )
}
