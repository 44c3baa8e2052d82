// The life of a title against a second, plain account of it, and what the rules refuse.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { areaLevels } from '../areas/area.ts'
import {
  type HonorKind,
  type HonorLevel,
  type HonorStatus,
  honorKinds,
  honorLevels,
  honorStatuses,
  honorStepKinds,
  honorSubjects,
  subjectsOf,
  titleOf,
} from './honor.ts'
import { type Step, steps, whyNot, whyNotAward, whyNotKind, whyNotLevel, whyNotValid } from './honor-rules.ts'

const names = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[]
const anyStep = fc.constantFrom(...names(steps))

/** What a person would say of a title: where it is in its life, by hand. */
const allowed: Record<HonorStatus, Partial<Record<Step, HonorStatus>>> = {
  nominated: { publish: 'noticed', name: 'awarded', refuse: 'refused', retract: 'retracted' },
  noticed: { award: 'awarded', refuse: 'refused' },
  awarded: { withdraw: 'withdrawn', annul: 'annulled' },
  refused: {},
  withdrawn: {},
  retracted: {},
  annulled: {},
}

describe('The life of a title', () => {
  it('goes where the account by hand says, and nowhere else', () => {
    const walk = fc.array(anyStep, { maxLength: 8 })
    fc.assert(
      fc.property(walk, (taken) => {
        let status: HonorStatus = 'nominated'
        for (const step of taken) {
          const next: HonorStatus | undefined = allowed[status][step]
          expect(whyNot(step, { status }) === null).toBe(next !== undefined)
          if (next === undefined) continue
          expect(steps[step].to).toBe(next)
          status = next
        }
      }),
    )
  })

  it('has words for every step, and each refusal says where it stands', () => {
    for (const step of names(steps)) expect(honorStepKinds[step]).toBeTruthy()
    for (const status of names(honorStatuses))
      for (const step of names(steps)) {
        const problem = whyNot(step, { status })
        if (problem) expect(problem.body.message).toContain(honorStatuses[status])
      }
  })
})

describe('An award', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((day) => `2023-08-${day}` as Day)

  it('waits for the end of the notice and for every objection', () => {
    const some = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(
        day,
        day,
        some,
        some,
        fc.constantFrom(...names(honorStatuses)),
        (until, today, open, upheld, status) => {
          const why = whyNotAward({ status, noticeUntil: until, objections: { open, upheld } }, today)
          const fine = status === 'noticed' && today > until && open === 0 && upheld === 0
          expect(why === null).toBe(fine)
        },
      ),
    )
  })

  it('does not end before it begins', () => {
    fc.assert(
      fc.property(day, fc.option(day), (on, until) => {
        expect(whyNotValid(on, until) === null).toBe(until === null || until >= on)
      }),
    )
  })
})

describe('A title', () => {
  it('comes from above: each level gives to those below it only', () => {
    const ranks = { province: 0, city: 1, county: 2, township: 3, community: 4 }
    for (const level of names(honorLevels) as HonorLevel[])
      for (const subject of areaLevels)
        expect(whyNotLevel(level, subject) === null).toBe(ranks[level] < ranks[subject])
  })

  it('fits its subject; a pilot says what it tries', () => {
    for (const kind of names(honorKinds) as HonorKind[])
      for (const subject of names(honorSubjects)) {
        const fits = (subjectsOf[kind] as readonly string[]).includes(subject)
        expect(whyNotKind(kind, subject, 'rural') === null).toBe(fits)
        expect(whyNotKind(kind, subject, null) === null).toBe(fits && kind !== 'pilot')
        expect(titleOf(kind, subject)).toMatch(/^\p{Script=Han}+$/u)
      }
  })
})
