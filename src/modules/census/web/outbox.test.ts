// The outbox: in order, one letter an organization, refusals aside.
import { expect, it } from 'vitest'
import { type Letter, nextOf, outcomeOf, posted, refused, removed } from './outbox.ts'

const answer = (key: string, organization: string, kind: 'confirmed' | 'unsure' = 'confirmed'): Letter => ({
  key,
  name: '合唱队',
  refusal: null,
  kind: 'answer',
  body: {
    key,
    organization,
    version: 1,
    seen: null,
    saying: kind === 'unsure' ? { kind, note: null } : { kind },
  },
})

it('keeps the newest letter about each organization, in order, and passes over what was refused', () => {
  const two = posted(posted([], answer('1', 'a')), answer('2', 'b'))
  const changed = posted(two, answer('3', 'a', 'unsure'))
  expect(changed.map(({ key }) => key)).toEqual(['2', '3'])
  expect(nextOf(changed)?.key).toBe('2')
  const stuck = refused(changed, '2', { message: '刚被别人改过', mend: null })
  expect(nextOf(stuck)?.key).toBe('3')
  expect(outcomeOf(answer('4', 'c', 'unsure'))).toBe('unsure')
  expect(nextOf(removed(stuck, '3'))).toBeNull()
})
