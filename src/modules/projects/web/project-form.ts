// What is typed in the form of a project, where it comes from, and what is sent.
import { fenFromYuan, yuanText } from '../../../kernel/money.ts'
import type { Fault } from '../../../kernel/problem.ts'
import { asDay } from '../../../kernel/time.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { BeneficiaryKind, BudgetSource, People, Project } from '../project.ts'
import type { PlanBody } from './project-queries.ts'

export type Typed = {
  title: string
  need: string
  plan: string
  startsOn: string | null
  endsOn: string | null
  budget: string
  budgetSource: BudgetSource | null
  beneficiaries: People
}

export const planFields = ['title', 'need', 'plan', 'startsOn', 'endsOn', 'budget', 'budgetSource']

export const blank = (today: string): Typed => ({
  ...{ title: '', need: '', plan: '', budget: '', startsOn: today, endsOn: null },
  ...{ budgetSource: null, beneficiaries: {} },
})

/** What is on record. */
export const typedFrom = (project: Project): Typed => ({
  ...{ title: project.title, need: project.need, plan: project.plan ?? '' },
  ...{ startsOn: project.startsOn, endsOn: project.endsOn },
  budget: project.budget === null ? '' : yuanText(project.budget),
  budgetSource: project.budgetSource,
  beneficiaries: peopleOf(project, 'planned'),
})

/** A former one once more: whom it reached is whom it is planned for, its days are those of the year of `today`. */
export function typedLike(project: Project, today: string): Typed {
  const years = Number(today.slice(0, 4)) - project.year
  const reached = peopleOf(project, 'reached')
  return {
    ...typedFrom(project),
    startsOn: yearsLater(project.startsOn, years),
    endsOn: project.status === 'finished' ? yearsLater(project.endsOn, years) : null,
    beneficiaries: { ...peopleOf(project, 'planned'), ...reached },
  }
}

/** The 29th of February becomes the 28th. */
export function yearsLater(day: string | null, years: number): string | null {
  if (day === null) return null
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return asDay(later) ?? later.replace('-02-29', '-02-28')
}

/** Kinds with numbers; of `reached` only those that were counted. */
export const peopleOf = ({ beneficiaries }: Project, which: 'planned' | 'reached'): People =>
  Object.fromEntries(
    beneficiaries
      .filter((one) => which === 'planned' || one.reached !== null)
      .map((one): [BeneficiaryKind, number | null] => [one.kind, one[which]]),
  )

/** What the page can see itself. */
export function faultsIn(typed: Typed): Fault[] {
  const faults: Fault[] = []
  if (!typed.title.trim()) faults.push({ at: 'title', message: '请填写项目名称' })
  if (!typed.need.trim()) faults.push({ at: 'need', message: '请填写居民的需要' })
  if (!dayFromText(typed.startsOn ?? ''))
    faults.push({ at: 'startsOn', message: '请填写日期，例如 2023-09-01' })
  if (typed.endsOn && !dayFromText(typed.endsOn))
    faults.push({ at: 'endsOn', message: '请填写日期，例如 2023-09-01，或者空着' })
  return [...faults, ...moneyFault('budget', typed.budget)]
}

export const moneyFault = (at: string, text: string): Fault[] =>
  text.trim() && fenFromYuan(text) === null ? [{ at, message: '请填写金额，例如 5000 或 1200.50' }] : []

export const bodyOf = (typed: Typed): Omit<PlanBody, 'follows'> => ({
  ...{ title: typed.title, need: typed.need, plan: typed.plan.trim() || null },
  startsOn: dayFromText(typed.startsOn ?? '') ?? '',
  endsOn: typed.endsOn ? dayFromText(typed.endsOn) : null,
  ...{ budget: fenFromYuan(typed.budget), budgetSource: typed.budgetSource },
  beneficiaries: typed.beneficiaries,
})
