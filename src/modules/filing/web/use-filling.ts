// The state of an application that is being filled in: what is typed, its draft on the device, saving, and what is wrong.
import { useEffect, useState } from 'react'
import type { Fault } from '../../../kernel/problem.ts'
import { CallProblem } from '../../../ui/call.ts'
import { dropDraft, keepDraft, readDraft } from '../../../ui/device-draft.ts'
import { focusField } from '../../../ui/FormField.tsx'
import type { Tier } from '../../organizations/choices.ts'
import type { Application, ApplicationFacts } from '../filing.ts'
import { useSave } from './filing-queries.ts'

export type Filling = {
  facts: ApplicationFacts
  tier: Tier
  keeper: string | null | undefined
  set: (patch: Partial<ApplicationFacts>) => void
  setTier: (tier: Tier) => void
  setKeeper: (person: string | null) => void
  faultOf: (at: string) => string | undefined
  /** Shows what is wrong under the fields. */
  show: (problem: unknown) => readonly Fault[]
  problem: unknown
  busy: boolean
  changed: boolean
  /** Saves what differs from what is on record; false when that failed. */
  save: () => Promise<boolean>
}

type Kept = { facts: ApplicationFacts; tier: Tier }

/** What this device still holds of it is taken up at once: it is the person's own typing, newer than the record. */
export function useFilling(application: Application): Filling {
  const key = `application.${application.id}`
  const [typed, setTyped] = useState<Kept>(() => readDraft<Kept>(key, Date.now())?.value ?? application)
  const [keeper, setKeeper] = useState<string | null | undefined>(undefined)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<unknown>(null)
  const save = useSave(application.id)
  const { facts, tier } = typed
  const changed =
    tier !== application.tier ||
    keeper !== undefined ||
    JSON.stringify(facts) !== JSON.stringify(application.facts)
  useEffect(() => {
    if (changed) keepDraft<Kept>(key, { facts, tier }, Date.now())
  }, [key, facts, tier, changed])
  const show = (thrown: unknown) => {
    const found = faultsOf(thrown)
    setProblem(thrown)
    setFaults(found)
    return found
  }
  return {
    ...{ facts, tier, keeper, problem, changed, setKeeper, show, busy: save.isPending },
    set: (patch) => {
      setTyped((now) => ({ ...now, facts: { ...now.facts, ...patch } }))
      setFaults((now) => now.filter(({ at }) => !(at in patch)))
    },
    setTier: (next) => setTyped((now) => ({ ...now, tier: next })),
    faultOf: (at) => faults.find((fault) => fault.at === at)?.message,
    save: async () => {
      setProblem(null)
      if (!changed) return true
      const body = { version: application.version, tier, facts, ...(keeper !== undefined && { keeper }) }
      try {
        const saved = await save.mutateAsync(body)
        setTyped({ facts: saved.facts, tier: saved.tier })
        setKeeper(undefined)
        dropDraft(key)
        return true
      } catch (thrown) {
        show(thrown)
        return false
      }
    },
  }
}

/** The faults of a refusal as fields of this form. */
export const faultsOf = (problem: unknown): Fault[] =>
  problem instanceof CallProblem
    ? problem.faults.map(({ at, message }) => ({ at: at.replace(/^(body\.)?(facts\.)?/, ''), message }))
    : []

/** Where a refusal points: the fields say it themselves, and its sentence names them all. */
export const placesIn = (problem: unknown): string[] =>
  problem instanceof CallProblem ? problem.faults.map(({ at }) => at) : []

export const fieldId = (at: string): string => `field-${at.replaceAll('.', '-')}`

/** After the fault has been drawn, so that it is read out together with the field. */
export const focusSoon = (at: string): void => void setTimeout(() => focusField(fieldId(at)), 50)
