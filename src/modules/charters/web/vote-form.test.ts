// What is typed into the record of a vote becomes a vote, or says field by field what is wrong.
import { describe, expect, it } from 'vitest'
import { emptyVote, filledVote } from './vote-form.ts'

const typed = {
  ...{ heldOn: '2023.8.20', place: ' 活动室 ', recorder: '某某', inForceOn: '2023年8月21日' },
  ...{ entitled: 30, present: 28, inFavour: 28, against: null, abstaining: null },
}

describe('The record of a vote', () => {
  it('takes days as people write them, and an empty number of nays for none', () => {
    expect(filledVote(typed)).toEqual({
      faults: {},
      vote: {
        ...{ heldOn: '2023-08-20', place: '活动室', recorder: '某某', inForceOn: '2023-08-21' },
        ...{ entitled: 30, present: 28, inFavour: 28, against: 0, abstaining: 0 },
      },
    })
    expect(filledVote({ ...typed, inForceOn: null }).vote?.inForceOn).toBeNull()
  })

  it('begins with the members of the register, and asks for everything that it needs', () => {
    const { vote, faults } = filledVote(emptyVote(30))
    expect(vote).toBeNull()
    expect(Object.keys(faults).sort()).toEqual(['heldOn', 'inFavour', 'place', 'present', 'recorder'])
    expect(filledVote(emptyVote(null)).faults.entitled).toBe('请填写')
  })

  it('is not sent while its numbers contradict each other', () => {
    expect(filledVote({ ...typed, against: 1 })).toMatchObject({
      vote: null,
      faults: { inFavour: expect.stringContaining('多出 1 票') },
    })
    expect(filledVote({ ...typed, inForceOn: '不知道' }).faults.inForceOn).toContain('空着')
  })
})
