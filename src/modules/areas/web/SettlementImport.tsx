// Brings in 城乡分类代码 from a table and says what changed and which lines could not be used.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Answer } from '../../../kernel/endpoint.ts'
import { asNumber } from '../../../ui/CountText.tsx'
import { call } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { areasApi } from '../areas-api.ts'
import { ImportOutcome } from './ImportOutcome.tsx'

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
    <FileButton accept=".xlsx,.xls,.csv,.txt" loading={load.isPending} onFile={(file) => load.mutate(file)}>
      导入城乡分类代码
    </FileButton>
  )
}

function Outcome({ result, onAway }: { result: Result; onAway: () => void }): ReactNode {
  const { changed, same, problems } = result
  return (
    <ImportOutcome
      done={`改了 ${asNumber(changed)} 个`}
      rest={`${asNumber(same)} 个没有变（原来就一样，或者已由人工认定）`}
      problems={problems}
      onAway={onAway}
    />
  )
}
