// Step 2: what each row would do to the register, and every problem by its cell and in words.
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import type { Import } from '../imports-api.ts'
import { Ambiguities } from './Ambiguities.tsx'
import { ImportRows } from './ImportRows.tsx'
import { stepLink } from './ImportSteps.tsx'
import { StepBar } from './StepBar.tsx'

export function PreviewStep({ one }: { one: Import }): ReactNode {
  const navigate = useNavigate()
  const { counts } = one
  const total = counts.new + counts.same + counts.changed + counts.problem
  const bar = (
    <StepBar
      words={`共 ${asNumber(total)} 行，现在还没有写进${one.words.book}`}
      whyNot={null}
      next="下一步"
      back={{ to: stepLink('match'), label: '改对应' }}
      onNext={() => void navigate(stepLink('commit'))}
    />
  )
  return (
    <>
      {bar}
      {one.ambiguities.length > 0 && <Ambiguities one={one} />}
      <ImportRows one={one} />
      {bar}
    </>
  )
}
