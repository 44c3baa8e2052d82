// Which actions an organization's state allows, and that every refusal has words.
import { expect, test } from 'vitest'
import { organizationStatuses } from '../choices.ts'
import { whyNot } from './organization-steps.ts'

const may = ['organization.edit']
const actions = ['edit', 'rest', 'end', 'revive'] as const

test('from every state there is a way on', () => {
  for (const status of Object.keys(organizationStatuses) as (keyof typeof organizationStatuses)[]) {
    expect(actions.some((action) => whyNot(action, { status, may }) === null)).toBe(true)
  }
})

test('an active organization may rest or leave, but not be revived', () => {
  expect(actions.filter((action) => whyNot(action, { status: 'active', may }) === null)).toEqual([
    'edit',
    'rest',
    'end',
  ])
})

test('an ended organization can only be revived, and the edit button says so', () => {
  expect(actions.filter((action) => whyNot(action, { status: 'ended', may }) === null)).toEqual(['revive'])
  expect(whyNot('edit', { status: 'ended', may })).toBe('已退出名录，先恢复才能修改。')
})

test('a reader without the right is told so for every action', () => {
  for (const action of actions) expect(whyNot(action, { status: 'active', may: [] })).toMatch(/不能修改/)
})
