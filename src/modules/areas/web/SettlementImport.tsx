// Brings in 城乡分类代码 from a CSV and says what changed and which lines could not be used.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Answer } from '../../../kernel/endpoint.ts'
import { asNumber } from '../../../ui/CountText.tsx'
import { call } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { areasApi } from '../areas-api.ts'

type Result = Answer<typeof areasApi.importSettlement>

/** `onResult` gets what is to be shown on the page: the outcome, or null when it was put away. */
export function SettlementImport({ onResult }: { onResult: (shown: ReactNode) => void }): ReactNode {
  const client = useQueryClient()
  const away = () => onResult(null)
  const load = useMutation({
    mutationFn: (file: File) => call(areasApi.importSettlement, { file }),
    onMutate: away,
    onError: (problem) => onResult(<ProblemAlert problem={problem} />),
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ['areas'] })
      onResult(<Outcome result={result} onAway={away} />)
    },
  })
  return (
    <FileButton accept=".csv,.txt" loading={load.isPending} onFile={(file) => load.mutate(file)}>
      导入城乡分类代码
    </FileButton>
  )
}

/** More lines than this are not read on a screen; the count says how many there are. */
const shown = 50

function Outcome({ result, onAway }: { result: Result; onAway: () => void }): ReactNode {
  const { changed, same, problems } = result
  return (
    <section className="panel import-outcome" aria-labelledby="import-outcome">
      <h2 id="import-outcome">导入结果</h2>
      <p role="status">
        <StateTag tone="met" word={`改了 ${asNumber(changed)} 个`} />
        {`，${asNumber(same)} 个没有变（原来就一样，或者已由人工认定）`}
        {problems.length > 0 && '，'}
        {problems.length > 0 && <StateTag tone="behind" word={`${asNumber(problems.length)} 行没有用上`} />}。
      </p>
      {problems.length > 0 && <Problems problems={problems} />}
      <Button onClick={onAway}>知道了</Button>
    </section>
  )
}

function Problems({ problems }: Pick<Result, 'problems'>): ReactNode {
  return (
    <>
      <ul>
        {problems.slice(0, shown).map((problem) => (
          <li key={`${problem.row} ${problem.message}`}>{`第 ${problem.row} 行：${problem.message}`}</li>
        ))}
      </ul>
      {problems.length > shown && (
        <p className="faint">{`还有 ${asNumber(problems.length - shown)} 行，改好这些再导入一次。`}</p>
      )}
    </>
  )
}
