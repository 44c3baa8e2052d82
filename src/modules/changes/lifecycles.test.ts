// The lifecycles of requests and exits: nothing but their tables leads anywhere, and nothing leads out of an end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { type ChangeStatus, changeStatuses } from './change.ts'
import { type ChangeStep, changeSteps, whyNotChangeStep } from './change-rules.ts'
import { type ExitStatus, exitStatuses } from './exit.ts'
import { type ExitMove, exitMoves, openExit, whyNotExit } from './exit-rules.ts'

const today = '2023-08-25' as Day
const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]

/** Where any run of steps ends, taking only those that are not refused. */
function walk<Status extends string, Step extends string>(
  start: Status,
  steps: readonly Step[],
  whyNot: (step: Step, status: Status) => unknown,
  to: (step: Step) => Status,
): Status[] {
  const path = [start]
  for (const step of steps) {
    const at = path.at(-1) ?? start
    if (whyNot(step, at) === null) path.push(to(step))
  }
  return path
}

test('a request ends where the drawn chart says, and stays there', () => {
  const chart: Record<ChangeStatus, readonly ChangeStatus[]> = {
    submitted: ['returned', 'approved', 'refused', 'withdrawn'],
    returned: ['submitted', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys(changeSteps)), { maxLength: 12 }), (steps) => {
      const path = walk<ChangeStatus, ChangeStep>(
        'submitted',
        steps,
        whyNotChangeStep,
        (step) => changeSteps[step].to,
      )
      for (const [at, status] of path.slice(1).entries())
        expect(chart[path[at] as ChangeStatus]).toContain(status)
    }),
  )
  expect(keys(chart).sort()).toEqual(keys(changeStatuses).sort())
})

test('an exit ends where the drawn chart says; a removal never turns into a cancellation', () => {
  const chart: Record<ExitStatus, readonly ExitStatus[]> = {
    requested: ['liquidating', 'refused', 'withdrawn'],
    liquidating: ['ended', 'withdrawn'],
    noticed: ['ended', 'dropped'],
    ended: [],
    refused: [],
    withdrawn: [],
    dropped: [],
  }
  const whyNot = (move: ExitMove, status: ExitStatus) =>
    whyNotExit(move, { status, steps: [], answerDue: '2023-08-24', answered: false }, today)
  fc.assert(
    fc.property(
      fc.constantFrom<ExitStatus>('requested', 'noticed'),
      fc.array(fc.constantFrom(...keys(exitMoves)), { maxLength: 12 }),
      (start, moves) => {
        const path = walk<ExitStatus, ExitMove>(start, moves, whyNot, (move) => exitMoves[move].to)
        for (const [at, status] of path.slice(1).entries())
          expect(chart[path[at] as ExitStatus]).toContain(status)
        if (start === 'noticed') expect(path).not.toContain('liquidating')
      },
    ),
  )
  expect(openExit).toEqual(keys(exitStatuses).filter((status) => chart[status].length > 0))
})
