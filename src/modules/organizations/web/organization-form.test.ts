// The form's own decisions, checked by example and on generated forms.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../kernel/time.ts'
import { categories, tiers } from '../choices.ts'
import { fieldLabels as importLabels } from '../import/fields.ts'
import { OrganizationDraft } from '../organization.ts'
import {
  type DraftField,
  emptyDraft,
  type FormDraft,
  fieldLabels,
  labelOf,
  valueText,
} from '../organization-fields.ts'
import { changedFields, faultsNow, isAsked, ownFaults, rebase, toSend } from './organization-form.ts'

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]

const filled: FormDraft = {
  ...emptyDraft,
  name: '牌楼社区合唱团',
  area: '320585104001',
  category: 'culture',
  tier: 'guided',
}

const anyForm: fc.Arbitrary<FormDraft> = fc.record({
  ...(Object.fromEntries(keysOf(emptyDraft).map((field) => [field, fc.constant(emptyDraft[field])])) as {
    [F in DraftField]: fc.Arbitrary<FormDraft[F]>
  }),
  name: fc.constantFrom('', ' ', '合唱团', '舞蹈队'),
  area: fc.constantFrom(null, '320585104001', '320585104002'),
  category: fc.option(fc.constantFrom(...keysOf(categories))),
  tier: fc.option(fc.constantFrom(...keysOf(tiers))),
  leader: fc.option(fc.constantFrom('', ' 王 ', '李')),
  members: fc.option(fc.integer({ min: 0, max: 99 })),
  foundedOn: fc.constantFrom(null, ' ', '2021.9.1', '很久以前'),
})

test('a form with the four required answers is what the contract accepts', () => {
  expect(OrganizationDraft.parse(toSend(filled))).toMatchObject({
    name: '牌楼社区合唱团',
    legalForm: 'none',
    members: null,
  })
})

test('every field of the contract has a label and an opening value', () => {
  expect(Object.keys(fieldLabels).sort()).toEqual(Object.keys(OrganizationDraft.shape).sort())
  expect(Object.keys(emptyDraft).sort()).toEqual(Object.keys(OrganizationDraft.shape).sort())
})

test('the pages, the export and the import call a field by the same word', () => {
  const shared = keysOf(fieldLabels).filter((field) => field !== 'area' && field in importLabels)
  expect(shared.length).toBeGreaterThan(15)
  for (const field of shared) expect(fieldLabels[field]).toBe((importLabels as Record<string, string>)[field])
  expect(fieldLabels.area).toBe(importLabels.community)
})

test('an empty form names what is ownFaults, in the order of the form', () => {
  expect(ownFaults(emptyDraft).map((fault) => fault.at)).toEqual(['name', 'area', 'category', 'tier'])
})

test('a form is sent exactly when nothing is ownFaults, and then parses', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const sent = toSend(form)
      expect(sent === null).toBe(ownFaults(form).length > 0)
      if (sent) expect(OrganizationDraft.safeParse(sent).success).toBe(true)
    }),
  )
})

test('a date is sent as the register writes it, and one that cannot be read is named', () => {
  expect(toSend({ ...filled, foundedOn: '2021年9月1日' })).toMatchObject({ foundedOn: '2021-09-01' })
  expect(ownFaults({ ...filled, filedOn: '去年' }).map((fault) => fault.at)).toEqual(['filedOn'])
})

describe('the register’s own rules', () => {
  const today = '2024-03-01' as Day

  test('are seen before anything is sent', () => {
    const more: FormDraft = { ...filled, members: 3, partyMembers: 5, foundedOn: '2024.3.2' }
    expect(faultsNow(more, today).map((fault) => fault.at)).toEqual(['foundedOn', 'partyMembers'])
  })

  test('ask a registered organization for its legal form', () => {
    expect(faultsNow({ ...filled, tier: 'registered' }, today).map((fault) => fault.at)).toEqual([
      'legalForm',
    ])
  })

  test('wait until the required answers are there', () => {
    expect(faultsNow({ ...emptyDraft, members: 3, partyMembers: 5 }, today)).toEqual(ownFaults(emptyDraft))
  })
})

describe('fields of some organizations only', () => {
  test('the legal form is asked of registered ones', () => {
    expect(isAsked('legalForm', { ...filled, tier: 'registered' })).toBe(true)
    expect(isAsked('legalForm', filled)).toBe(false)
  })

  test('one that leaves registration keeps its code in sight and loses its legal form', () => {
    const left: FormDraft = {
      ...filled,
      tier: 'filed',
      legalForm: 'association',
      unifiedCode: '51440113MJK000014R',
    }
    expect(isAsked('unifiedCode', left)).toBe(true)
    expect(toSend(left)).toMatchObject({ legalForm: 'none', unifiedCode: '51440113MJK000014R' })
  })
})

describe('when a colleague saved meanwhile', () => {
  test('what I changed stays mine and all else is theirs', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (base, mine, theirs) => {
        const merged = rebase(base, mine, theirs)
        const own = changedFields(base, mine)
        for (const field of keysOf(emptyDraft)) {
          expect(merged[field]).toBe((own.includes(field) ? mine : theirs)[field])
        }
      }),
    )
  })
})

describe('a value in words', () => {
  test.each([
    ['category', 'mediation', '纠纷调处'],
    ['charter', false, '没有'],
    ['charter', null, '不详'],
    ['hub', true, '是'],
    ['members', 1200, '1,200 人'],
    ['foundedOn', '2021-09-01', '2021-09-01'],
    ['place', '', '不详'],
  ])('%s %j is %s', (field, value, text) => {
    expect(valueText(field, value)).toBe(text)
  })

  test('an unknown field keeps its own name', () => {
    expect(labelOf('somethingNew')).toBe('somethingNew')
  })
})
