// The form of a record: what the address brings, what is missing, and what is sent.
import { describe, expect, it } from 'vitest'
import { formPath } from '../expected.ts'
import { kindNames } from '../record-kinds.ts'
import { bodyOf, draftFrom, faultsIn } from './record-form.ts'

const known = { area: '320585000000', organization: null, today: '2023-08-25' }
const searchIn = (path: string) => new URLSearchParams(path.split('?')[1])

describe('The form of a record', () => {
  it('comes filled in with what a target counts', () => {
    const path = formPath('spotChecks', { special: true, level: 'county' }, '320585000000')
    expect(draftFrom('spotChecks', searchIn(path), known)).toMatchObject({
      area: '320585000000',
      startsOn: '2023-08-25',
      attributes: { special: true },
    })
    const task = draftFrom('tasks', searchIn(formPath('tasks', { task: '全面摸底', result: 'done' })), known)
    expect(task).toMatchObject({ title: '全面摸底', attributes: { result: 'done' } })
  })

  it('says which answers are missing, and none once they are given', () => {
    const empty = draftFrom('acceptances', new URLSearchParams(), { ...known, area: '' })
    expect(Object.keys(faultsIn('acceptances', empty, ''))).toEqual([
      ...['area', 'attributes.result', 'title', 'doneBy', 'words'],
    ])
    const full = {
      ...empty,
      area: known.area,
      title: '验收',
      words: '符合',
      attributes: { result: 'passed' },
    }
    expect(faultsIn('acceptances', full, '某处')).toEqual({})
  })

  it('asks no day that nobody can give, and sends nothing that was left empty', () => {
    for (const kind of kindNames) {
      const draft = draftFrom(kind, new URLSearchParams(), known)
      expect(faultsIn(kind, { ...draft, startsOn: '2023-02-30' }, '')).toHaveProperty('startsOn')
      expect(bodyOf({ ...draft, attributes: { number: ' ' } }, ' ')).toMatchObject({
        doneBy: null,
        words: null,
        endsOn: null,
        attributes: {},
      })
    }
  })
})
