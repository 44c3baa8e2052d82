// The lifecycles of an application, one table for each tier, and why a step cannot be taken now.
import { Problem } from '../../kernel/problem.ts'
import type { Tier } from '../organizations/choices.ts'
import {
  type ApplicationStatus,
  applicationStatuses,
  type Desk,
  desks,
  type Office,
  type Step,
  steps,
} from './filing.ts'

export type Transition = { from: readonly ApplicationStatus[]; to: readonly ApplicationStatus[] }

/** Where `to` names several, the application's own path (its rule set) says which. */
export const lifecycles = {
  /** The simplified path: no review, a community worker confirms. (SZ 二(四)2, CQ 十三) */
  guided: {
    submit: { from: ['draft'], to: ['confirming'] },
    resubmit: { from: ['correcting'], to: ['confirming'] },
    return: { from: ['confirming'], to: ['correcting'] },
    approve: { from: ['confirming'], to: ['approved'] },
    refuse: { from: ['confirming'], to: ['refused'] },
    withdraw: { from: ['draft', 'confirming', 'correcting'], to: ['withdrawn'] },
  },
  filed: {
    submit: { from: ['draft'], to: ['opinion', 'accepting'] },
    resubmit: { from: ['correcting'], to: ['opinion', 'accepting', 'reviewing', 'deciding'] },
    opine: { from: ['opinion'], to: ['accepting'] },
    accept: { from: ['accepting'], to: ['reviewing', 'deciding'] },
    review: { from: ['reviewing'], to: ['deciding'] },
    return: { from: ['opinion', 'accepting', 'reviewing', 'deciding'], to: ['correcting'] },
    approve: { from: ['deciding'], to: ['approved'] },
    refuse: { from: ['accepting', 'deciding'], to: ['refused'] },
    withdraw: {
      from: ['draft', 'opinion', 'accepting', 'correcting', 'reviewing', 'deciding'],
      to: ['withdrawn'],
    },
  },
  registered: {
    submit: { from: ['draft'], to: ['accepting'] },
    resubmit: { from: ['correcting'], to: ['accepting', 'deciding'] },
    accept: { from: ['accepting'], to: ['deciding'] },
    return: { from: ['accepting', 'deciding'], to: ['correcting'] },
    approve: { from: ['deciding'], to: ['approved'] },
    refuse: { from: ['accepting', 'deciding'], to: ['refused'] },
    withdraw: { from: ['draft', 'accepting', 'correcting', 'deciding'], to: ['withdrawn'] },
  },
} as const satisfies Record<Tier, Partial<Record<Step, Transition>>>

/** What decides where a step leads: the application's tier, its own path, and where it was returned from. */
export type Course = {
  tier: Tier
  status: ApplicationStatus
  path: readonly ApplicationStatus[]
  returnedFrom: ApplicationStatus | null
}

export const transitionOf = (tier: Tier, step: Step): Transition | null =>
  (lifecycles[tier] as Partial<Record<Step, Transition>>)[step] ?? null

/** The status that a step leads to. Throws where the table does not allow it: ask `whyNotStep` first. */
export function statusAfter(step: Step, course: Course): ApplicationStatus {
  const to = transitionOf(course.tier, step)?.to ?? []
  const next = wanted(step, course)
  if (next === undefined || !to.includes(next))
    throw new Error(`${step} does not lead from ${course.status} to ${next}`)
  return next
}

function wanted(step: Step, { tier, status, path, returnedFrom }: Course): ApplicationStatus | undefined {
  if (step === 'submit') return path[0]
  if (step === 'resubmit') return returnedFrom ?? undefined
  const [only, ...others] = transitionOf(tier, step)?.to ?? []
  const moves = step === 'opine' || step === 'accept' || step === 'review'
  return moves ? path[path.indexOf(status) + 1] : others.length === 0 ? only : undefined
}

/** With whom an application lies. */
export function deskOf(status: ApplicationStatus, office: Office): Desk {
  const table: Record<ApplicationStatus, Desk> = {
    draft: 'applicant',
    correcting: 'applicant',
    confirming: 'community',
    opinion: 'community',
    accepting: office,
    reviewing: 'county',
    deciding: office,
    approved: 'nobody',
    refused: 'nobody',
    withdrawn: 'nobody',
  }
  return table[status]
}

/** Steps of the applicant; all others are of the desk on which it lies. */
export const applicantSteps: readonly Step[] = ['submit', 'resubmit', 'withdraw']

/** Why a step cannot be taken from a status, or null. 409: somebody was quicker, or the page is old. */
export function whyNotStep(step: Step, { tier, status }: Pick<Course, 'tier' | 'status'>): Problem | null {
  if (transitionOf(tier, step)?.from.includes(status)) return null
  return new Problem(409, {
    code: 'filing.notFromHere',
    message: `这件申请现在是“${applicationStatuses[status]}”，不能“${steps[step]}”。`,
    mend: '可能别人刚办过；请刷新页面看最新的情况。',
  })
}

/** Why somebody at `held` desks cannot take a step of an application that lies on `desk`, or null. */
export function whyNotDesk(step: Step, desk: Desk, held: readonly Desk[]): Problem | null {
  const wantedDesk = applicantSteps.includes(step) ? 'applicant' : desk
  if (held.includes(wantedDesk)) return null
  return new Problem(403, {
    code: 'filing.otherDesk',
    message: `这一步由${desks[wantedDesk]}办理。`,
    mend: '办理进度和经过这里都能看到。',
  })
}
