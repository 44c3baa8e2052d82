// Passes or gives the chosen titles together, and tells for each what became of it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type BulkResult, BulkResults } from '../../../ui/BulkResults.tsx'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { honorsApi, mostAtOnce } from '../honors-api.ts'
import { AwardQuestions } from './HonorQuestions.tsx'
import { type AwardValues, awardOf } from './honor-form.ts'
import { useManyAct } from './honor-queries.ts'

type Props = { chosen: readonly string[]; onChoose: (ids: string[]) => void }

export function ManyBar({ chosen, onChoose }: Props): ReactNode {
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const [awarding, setAwarding] = useState(false)
  const act = useManyAct()
  if (chosen.length === 0 && !results) return null
  const ids = [...chosen]
  const take = async (work: () => Promise<{ results: BulkResult[] }>) => {
    const { results: told } = await act.mutateAsync(work)
    setResults(told)
    onChoose(told.filter(({ ok }) => !ok).map(({ id }) => id))
  }
  const pass = () => void take(() => call(honorsApi.passMany, { body: { ids } })).catch(() => undefined)
  const tooMany = ids.length > mostAtOnce
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的记录">
      <span className="form-bar-words" role="status">
        已选 {ids.length} 条{tooMany && `；一次最多 ${mostAtOnce} 条`}
      </span>
      <Button onClick={() => onChoose([])}>取消选择</Button>
      <Button disabled={tooMany} loading={act.isPending} onClick={pass}>
        都通过评审
      </Button>
      <Button type="primary" disabled={tooMany} onClick={() => setAwarding(true)}>
        都公布
      </Button>
      <ProblemAlert problem={act.error} />
      {awarding && (
        <AwardMany
          count={ids.length}
          onSend={(award) => take(() => call(honorsApi.awardMany, { body: { ...award, ids } }))}
          onClose={() => setAwarding(false)}
        />
      )}
      {results && !awarding && <BulkResults results={results} onClose={() => setResults(null)} />}
    </section>
  )
}

type AwardProps = {
  count: number
  onSend: (award: { on: string; validUntil: string | null; document: string | null }) => Promise<void>
  onClose: () => void
}

/** One day, one validity, one document for all of them. */
function AwardMany({ count, onSend, onClose }: AwardProps): ReactNode {
  const { today } = useSession()
  return (
    <FormDialog<AwardValues>
      title={`都公布：${count} 条`}
      explain="逐条核对：公示期满、没有异议的公布，其余说明原因、留在原处。"
      okText="都公布"
      initialValues={{ on: today, validUntil: null }}
      onSend={(values) => onSend(awardOf(values))}
      onClose={onClose}
    >
      <AwardQuestions needsDocument={false} />
    </FormDialog>
  )
}
