// Which steps a reader is offered on an application, each with the reason why it cannot be taken now.
import type { Problem } from '../../kernel/problem.ts'
import {
  type ApplicationStatus,
  applicationStatuses,
  type Desk,
  type Step,
  type StepOffer,
  steps,
} from './filing.ts'
import { applicantSteps, type Course, lifecycles, whyNotDesk, whyNotStep } from './lifecycle.ts'

/** What the verbs are called at a station: the simplified path confirms, others decide. */
export function stepLabel(step: Step, tier: Course['tier'], status: ApplicationStatus): string {
  if (step === 'approve') return tier === 'guided' ? '确认' : tier === 'filed' ? '同意备案' : '同意登记'
  if (step === 'refuse') return status === 'accepting' ? '不予受理' : '不同意'
  return steps[step]
}

/** Actions of the policy and the desks at which they are held. */
const actionDesks: Readonly<Record<string, Desk>> = {
  'filing.edit': 'applicant',
  'filing.handleInCommunity': 'community',
  'filing.handleInTownship': 'township',
  'filing.handleInCounty': 'county',
}

export const desksHeld = (may: readonly string[]): Desk[] =>
  may.flatMap((action) => actionDesks[action] ?? [])

/**
 * The steps that lead on from where an application is, for whoever holds some desks. Somebody who holds none is offered
 * nothing; somebody at another desk sees the next steps disabled, with whose they are.
 */
export function offersOf(course: Course & { desk: Desk }, held: readonly Desk[]): StepOffer[] {
  if (held.length === 0) return []
  const possible = (Object.keys(lifecycles[course.tier]) as Step[]).filter(
    (step) => whyNotStep(step, course) === null,
  )
  return possible
    .map((step) => ({ step, problem: whyNotDesk(step, course.desk, held) }))
    .filter(({ step, problem }) => problem === null || isShownElsewhere(step))
    .map(({ step, problem }) => offer(step, course, problem))
}

/** Others' papers are not theirs to send or withdraw; whose turn it is, is worth seeing. */
const isShownElsewhere = (step: Step): boolean => !applicantSteps.includes(step)

const offer = (step: Step, { tier, status }: Course, problem: Problem | null): StepOffer => ({
  step,
  label: stepLabel(step, tier, status),
  whyNot: problem?.message ?? null,
})

/** What a line of the thread says: 提交, 社区意见：支持, 留言. */
export function threadWords(step: Step | 'say' | 'urge', supports: 'yes' | 'no' | null): string {
  const words = { ...steps, say: '留言', urge: '催办' }[step]
  return supports === null ? words : `${words}：${supports === 'yes' ? '支持' : '不支持'}`
}

export const isOpen = (status: ApplicationStatus): boolean =>
  !['approved', 'refused', 'withdrawn'].includes(status)

/** May be filled in: not sent yet, or returned for correction. */
export const isFillable = (status: ApplicationStatus): boolean =>
  status === 'draft' || status === 'correcting'

export const statusWords = (status: ApplicationStatus): string => applicationStatuses[status]
