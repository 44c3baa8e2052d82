// The outbox: in order, one letter an organization, refusals aside.
import { expect, it } from 'vitest'
import { OrganizationDraft } from '../../organizations/organization.ts'
import {
  type Letter,
  nextOf,
  outcomeOf,
  posted,
  refused,
  refusedAbout,
  refusedAddition,
  removed,
} from './outbox.ts'

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

it('gives back what was typed and refused, so that it can be mended', () => {
  const draft = OrganizationDraft.parse({
    name: '合唱队',
    area: '320585104217',
    category: 'culture',
    tier: 'guided',
  })
  const refusal = { message: '已有同名的组织', mend: null }
  const add: Letter = { key: '1', name: '合唱队', refusal: null, kind: 'add', body: { key: '1', draft } }
  const effect = { kind: 'correction', reason: '记错了' } as const
  const corrected = {
    ...answer('2', 'a'),
    body: {
      key: '2',
      organization: 'a',
      version: 1,
      seen: null,
      saying: { kind: 'corrected', draft, effect },
    },
  } as Letter
  const letters = refused(refused([add, corrected], '1', refusal), '2', refusal)
  expect(refusedAddition(letters)?.body.draft).toEqual(draft)
  expect(refusedAbout(letters, 'a')).toEqual(draft)
  expect(refusedAbout([corrected], 'a')).toBeNull()
})
