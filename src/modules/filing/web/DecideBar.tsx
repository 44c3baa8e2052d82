// Decides the chosen applications together, and tells for each what became of it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { BulkResults } from '../../../ui/BulkResults.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type BulkDesk, type BulkResult, useDecideMany } from './filing-queries.ts'

type Props = { desk: BulkDesk; chosen: readonly string[]; onChoose: (ids: string[]) => void }

/** The most that the server decides in one go. */
const most = 1000

const words = {
  approve: {
    button: '都同意',
    start: '符合条件。',
    explain: '逐件核对条件；能同意的从今天起列入名录，不能的说明原因、留在原处。',
  },
  refuse: { button: '都不同意', start: '', explain: '这几件会办结；申请人看得到理由，可以重新申请。' },
} as const

export function DecideBar({ desk, chosen, onChoose }: Props): ReactNode {
  const [step, setStep] = useState<'approve' | 'refuse' | null>(null)
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const decide = useDecideMany(desk)
  if (chosen.length === 0 && !results) return null
  const confirm = async (reason: string) => {
    if (!step) return
    const { results } = await decide.mutateAsync({ ids: [...chosen], step, words: reason })
    setResults(results)
    onChoose(results.filter(({ ok }) => !ok).map(({ id }) => id))
  }
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的申请">
      <span className="form-bar-words" role="status">
        已选 {chosen.length} 件{chosen.length > most && `；一次最多 ${most} 件`}
      </span>
      <Button onClick={() => onChoose([])}>取消选择</Button>
      <Button danger disabled={chosen.length > most} onClick={() => setStep('refuse')}>
        {words.refuse.button}
      </Button>
      <Button type="primary" disabled={chosen.length > most} onClick={() => setStep('approve')}>
        {words.approve.button}
      </Button>
      {step && (
        <ConfirmWithReason
          open
          title={`${words[step].button}：${chosen.length} 件`}
          explain={words[step].explain}
          confirmText={words[step].button}
          danger={step === 'refuse'}
          max={500}
          initialValues={{ reason: words[step].start }}
          onConfirm={({ reason }) => confirm(reason)}
          onClose={() => setStep(null)}
        />
      )}
      {results && !step && <BulkResults results={results} onClose={() => setResults(null)} />}
    </section>
  )
}
