// The state of a charter's form: what is typed, what is wrong with it, and its copy on the device.
import { useEffect, useState } from 'react'
import type { Fault } from '../../../kernel/problem.ts'
import { CallProblem } from '../../../ui/call.ts'
import { dropDraft, keepDraft, readDraft } from '../../../ui/device-draft.ts'
import type { CharterRules } from '../charter.ts'
import { type CharterField, type CharterForm, charterFields, isAsked } from '../charter-form.ts'
import { limitFaults, missingFields } from '../form-rules.ts'

export type CharterFormState = {
  /** As typed: lists may have empty lines, texts may be blank. */
  form: CharterForm
  /** As it is kept and previewed. */
  settled: CharterForm
  isChanged: boolean
  missing: CharterField[]
  /** Answers that the place does not allow, or that the server refused. */
  faulty: CharterField[]
  set: (patch: Partial<CharterForm>) => void
  faultOf: (field: CharterField) => string | undefined
  /** Puts the server's faults under their fields. */
  show: (problem: unknown) => void
  /** What was typed here earlier and never saved. */
  offer: { at: number; resume: () => void; forget: () => void } | null
  /** Saved. */
  done: (saved: CharterForm) => void
}

export function useCharterForm(key: string, opened: CharterForm, rules: CharterRules): CharterFormState {
  const [base, setBase] = useState(opened)
  const [form, setForm] = useState(opened)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [kept, setKept] = useState(() => readDraft<CharterForm>(key, Date.now()))
  const settled = settle(form)
  const isChanged = JSON.stringify(settled) !== JSON.stringify(base)
  useEffect(() => {
    if (isChanged) keepDraft(key, form, Date.now())
  }, [key, form, isChanged])
  const all = [...faults, ...limitFaults(settled, rules)]
  return {
    form,
    settled,
    isChanged,
    missing: missingFields(settled),
    faulty: all.map(({ at }) => at).filter((at): at is CharterField => at in charterFields),
    set: (patch) => {
      setForm((now) => ({ ...now, ...patch }))
      setFaults((now) => now.filter(({ at }) => !(at in patch)))
    },
    faultOf: (field) => all.find(({ at }) => at === field)?.message,
    show: (problem) => setFaults(faultsOf(problem)),
    offer: kept && {
      at: kept.at,
      resume: () => {
        setForm({ ...form, ...kept.value })
        setKept(null)
      },
      forget: () => {
        setKept(null)
        if (!isChanged) dropDraft(key)
      },
    },
    done: (saved) => {
      setBase(saved)
      setKept(null)
      dropDraft(key)
    },
  }
}

/** Blank texts are unanswered, empty lines are none, and what is not asked any more is no answer. */
export function settle(form: CharterForm): CharterForm {
  const entries = Object.entries(form).map(([field, value]) => [field, settledValue(value)])
  const settled = Object.fromEntries(entries) as CharterForm
  return {
    ...settled,
    custodian: isAsked('custodian', settled) ? settled.custodian : null,
    incomes: isAsked('incomes', settled) ? settled.incomes : [],
    largeExpense: isAsked('largeExpense', settled) ? settled.largeExpense : null,
  }
}

function settledValue(value: CharterForm[CharterField]): unknown {
  if (typeof value === 'string') return value.trim() || null
  if (!Array.isArray(value)) return value
  return (value as string[]).map((item) => item.trim()).filter((item) => item !== '')
}

/** `form.purpose` and `form.activities.2` stand under `purpose` and `activities`. */
function faultsOf(problem: unknown): Fault[] {
  if (!(problem instanceof CallProblem)) return []
  return problem.faults.map(({ at, message }) => ({
    at: at.replace(/^(body\.)?(form\.)?/, '').split('.')[0] ?? '',
    message,
  }))
}
