// The state of an organization's form: what is typed, what is wrong with it, and its draft on the device.
import { useEffect, useState } from 'react'
import type { Fault } from '../../../kernel/problem.ts'
import { CallProblem } from '../../../ui/call.ts'
import { dropDraft, keepDraft, readDraft } from '../../../ui/device-draft.ts'
import { focusField } from '../../../ui/FormField.tsx'
import { type DraftField, type FormDraft, fieldLabels } from '../organization-fields.ts'
import { changedFields, rebase } from './organization-form.ts'

type Kept = { base: FormDraft; mine: FormDraft }

export type OrganizationForm = {
  draft: FormDraft
  changed: DraftField[]
  set: (patch: Partial<FormDraft>) => void
  faultOf: (at: string) => string | undefined
  /** Shows faults under their fields and goes to the first. */
  show: (faults: readonly Fault[]) => void
  /** A draft of an earlier visit, until it is taken up or thrown away. */
  offer: { at: number; resume: () => void; forget: () => void } | null
  /** Puts what this person changed on top of a newer record. */
  takeOver: (theirs: FormDraft) => void
  /** Saved: nothing is left to be kept. */
  done: () => void
}

/** `key` names the draft on the device: one for each person and form. */
export function useOrganizationForm(key: string, opened: FormDraft): OrganizationForm {
  const [base, setBase] = useState(opened)
  const [draft, setDraft] = useState(opened)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [kept, setKept] = useState(() => readDraft<Kept>(key, Date.now()))
  const changed = changedFields(base, draft)
  useKeeping(key, { base, mine: draft }, changed.length > 0)
  const forget = () => {
    setKept(null)
    if (changed.length === 0) dropDraft(key)
  }
  const resume = () => {
    if (kept) setDraft((now) => rebase(kept.value.base, kept.value.mine, now))
    setKept(null)
  }
  return {
    draft,
    changed,
    set: (patch) => {
      setDraft((now) => ({ ...now, ...patch }))
      setFaults((now) => now.filter((fault) => !(fault.at in patch)))
    },
    faultOf: (at) => faults.find((fault) => fault.at === at)?.message,
    show: (found) => {
      setFaults(found)
      if (found[0]) focusSoon(fieldId(found[0].at))
    },
    offer: kept && { at: kept.at, resume, forget },
    takeOver: (theirs) => {
      setDraft((mine) => rebase(base, mine, theirs))
      setBase(theirs)
    },
    done: () => dropDraft(key),
  }
}

/** The id of the control that answers a field path. */
export const fieldId = (at: string): string => `field-${at.replaceAll('.', '-')}`

/** The faults of a refusal as field paths of the form: `organization.name` of an edit is its `name`. */
export function faultsOf(problem: unknown): Fault[] {
  if (!(problem instanceof CallProblem)) return []
  return problem.faults.map(({ at, message }) => ({
    at: at.replace(/^(body\.)?(organization\.)?/, ''),
    message,
  }))
}

/** Whether a fault can stand under a field of this form. */
export const isShown = (at: string): boolean => Object.hasOwn(fieldLabels, at) || at.startsWith('effect.')

function useKeeping(key: string, kept: Kept, dirty: boolean): void {
  const { base, mine } = kept
  useEffect(() => {
    if (dirty) keepDraft<Kept>(key, { base, mine }, Date.now())
  }, [key, base, mine, dirty])
}

/** After the fault has been drawn, so that it is read out together with the field. */
const focusSoon = (id: string): void => void setTimeout(() => focusField(id))
