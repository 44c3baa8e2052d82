// Keeps the draft of a record, proposes who did it, and tells what is wrong before and after sending.
import { useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { focusField } from '../../../ui/FormField.tsx'
import type { RecordKind } from '../record-kinds.ts'
import { bodyOf, type Draft, type Faults, faultsIn } from './record-form.ts'
import { useLastDoneBy } from './record-queries.ts'

export function useRecordForm(kind: RecordKind, begin: Draft) {
  const [draft, setDraft] = useState(begin)
  const [faults, setFaults] = useState<Faults>({})
  const last = useLastDoneBy(kind, draft.doneBy === null ? draft.area : null)
  const doneBy = draft.doneBy ?? last ?? ''
  const change = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch })
    setFaults({})
  }
  const show = (found: Faults) => {
    setFaults(found)
    const first = Object.keys(found)[0]
    if (first) focusField(first)
  }
  /** The answers as the server takes them, or null when something is missing. */
  const answers = () => {
    const missing = faultsIn(kind, draft, doneBy)
    show(missing)
    return Object.keys(missing).length > 0 ? null : bodyOf(draft, doneBy)
  }
  const refused = (problem: unknown) => {
    if (problem instanceof CallProblem)
      show(Object.fromEntries(problem.faults.map(({ at, message }) => [at, message])))
  }
  return { draft, doneBy, faults, change, answers, refused, show }
}
