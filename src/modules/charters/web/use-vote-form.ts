// The state of a vote's record while it is typed: values, faults of the form and of the server.
import { useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { filledVote, type VoteTyped } from './vote-form.ts'

export function useVoteForm(opened: () => VoteTyped, error: unknown, forget: () => void) {
  const [typed, setTyped] = useState<VoteTyped>(opened)
  const [tried, setTried] = useState(false)
  const { vote, faults } = filledVote(typed)
  const said = error instanceof CallProblem ? error.faults : []
  return {
    typed,
    vote,
    /** Fault paths that stand under their fields. */
    shown: said.map(({ at }) => at),
    faultOf: (at: string): string | undefined =>
      said.find((fault) => fault.at === at)?.message ?? (tried ? faults[at as keyof VoteTyped] : undefined),
    set: (patch: Partial<VoteTyped>) => {
      forget()
      setTyped((now) => ({ ...now, ...patch }))
    },
    /** From now on what is wrong is said. */
    attempt: () => setTried(true),
  }
}
