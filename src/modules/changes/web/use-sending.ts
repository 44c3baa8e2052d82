// Sends a form: what is wrong stands at its fields, the first of them gets the cursor, nothing typed is lost.
import { useState } from 'react'
import type { Fault } from '../../../kernel/problem.ts'
import { CallProblem } from '../../../ui/call.ts'
import { focusField } from '../../../ui/FormField.tsx'

export type Sending = {
  busy: boolean
  problem: unknown
  /** Field paths whose faults stand under their fields. */
  shown: string[]
  faultOf: (at: string) => string | undefined
  /** Sends unless something is wrong that the page can see itself. */
  send: (faults: readonly Fault[], work: () => Promise<unknown>) => Promise<void>
}

/** `fields` are the paths that have a field on the page. */
export function useSending(fields: readonly string[]): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const show = (found: readonly Fault[]) => {
    setFaults(found)
    const first = found.find(({ at }) => fields.includes(at))
    if (first) setTimeout(() => focusField(fieldId(first.at)))
  }
  const send: Sending['send'] = async (own, work) => {
    setProblem(null)
    show(own)
    if (own.length > 0) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      setProblem(error)
      show(faultsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const faultOf = (at: string) => faults.find((fault) => fault.at === at)?.message
  return { busy, problem, shown: shownPaths(problem, fields), faultOf, send }
}

/** The id of the control that answers a field path. */
export const fieldId = (at: string): string => `change-${at.replaceAll('.', '-')}`

const pathOf = (at: string): string => at.replace(/^change\./, '')

const faultsOf = (problem: unknown): Fault[] =>
  problem instanceof CallProblem ? problem.faults.map(({ at, message }) => ({ at: pathOf(at), message })) : []

const shownPaths = (problem: unknown, fields: readonly string[]): string[] =>
  problem instanceof CallProblem
    ? problem.faults.map(({ at }) => at).filter((at) => fields.includes(pathOf(at)))
    : []
