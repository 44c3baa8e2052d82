// What the register refuses, and the words it has for it.
import { expect, test } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { organizationStatuses } from './choices.ts'
import { draftFaults, moves, whyNotEffect, whyNotMove, whyNotName } from './organization-rules.ts'

const today = '2023-08-25' as Day
const blank = {
  ...{ tier: 'guided' as const, legalForm: 'none' as const, members: null, partyMembers: null },
  ...{ foundedOn: null, filedOn: null, registeredOn: null },
}
const at = (draft: Partial<typeof blank> | object) =>
  draftFaults({ ...blank, ...draft }, today).map((fault) => fault.at)

test('a draft with nothing known contradicts nothing', () => expect(at({})).toEqual([]))

test.each([
  [{ foundedOn: today, filedOn: '2023-08-26', registeredOn: '1949-09-30' }, ['filedOn', 'registeredOn']],
  [{ members: 5, partyMembers: 6 }, ['partyMembers']],
  [{ members: null, partyMembers: 6 }, []],
  [{ tier: 'registered' }, ['legalForm']],
  [{ tier: 'registered', legalForm: 'foundation' }, []],
])('%j has its faults at %j', (draft, faults) => expect(at(draft)).toEqual(faults))

test('a change holds from today, or with a reason from before; a correction has no day', () => {
  expect(whyNotEffect({ kind: 'change', from: today }, today)).toBeNull()
  const late = { kind: 'change', from: '2023-08-24' as Day } as const
  expect(whyNotEffect(late, today)?.body.faults).toMatchObject([{ at: 'effect.reason' }])
  expect(whyNotEffect({ ...late, reason: '补记' }, today)).toBeNull()
  expect(whyNotEffect({ kind: 'change', from: '2023-08-26' as Day }, today)?.status).toBe(422)
  expect(whyNotEffect({ kind: 'correction', reason: '错' }, today)).toBeNull()
})

test('a move is refused from every status that it does not start from, by its name', () => {
  for (const move of Object.keys(moves) as (keyof typeof moves)[])
    for (const status of Object.keys(organizationStatuses) as (keyof typeof organizationStatuses)[]) {
      const allowed = (moves[move].from as readonly string[]).includes(status)
      const problem = whyNotMove(move, status)
      expect(problem === null).toBe(allowed)
      if (problem) expect(problem.body.message).toContain(organizationStatuses[status])
    }
})

test('a name that is taken is refused with its place', () => {
  expect(whyNotName('甲队', null)).toBeNull()
  expect(whyNotName('甲队', { areaName: '新北社区' })?.body).toMatchObject({
    code: 'organization.nameTaken',
    message: '新北社区已有“甲队”。',
  })
})
