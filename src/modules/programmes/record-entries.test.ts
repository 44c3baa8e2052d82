// What targets expect to be recorded, and what the button on their page fills in: of the shipped packs and of odd ones.
import { describe, expect, it } from 'vitest'
import { formPath, keptAnswers } from '../records/expected.ts'
import { formOf } from '../records/record-kinds.ts'
import type { Pack } from './pack.ts'
import { entriesOf, expectedIn } from './record-entries.ts'
import { parsedPack, shippedIds, shippedText } from './server/index.ts'

const packOf = (id: string): Pack => parsedPack(shippedText(id))
const withTarget = (target: object): Pack => {
  const text = shippedText('taicang').replace('\ntargets:\n', `\ntargets:\n  - ${JSON.stringify(target)}\n`)
  return { ...parsedPack(text), targets: parsedPack(text).targets.slice(0, 1) }
}
const wording = { id: 'odd', title: '抽查', clause: '一', quote: '抽查' }
const spotChecks = { ...wording, judge: 'each', count: 'spotChecks', need: { atLeast: 1 } }

describe('A target that counts records', () => {
  it('offers one entry a part, with the answers that it filters for', () => {
    const target = packOf('red').targets.find(({ id }) => id === 'work-plan')
    expect(target && entriesOf(target)).toEqual([
      { title: '试点社区名单', kind: 'documents', answers: { kind: 'pilotList' } },
      { title: '工作方案', kind: 'documents', answers: { kind: 'workPlan' } },
    ])
    expect(formPath('documents', { kind: 'workPlan', level: 'city' }, null)).toBe(
      '/records/new?kind=documents&area=&a.kind=workPlan',
    )
  })

  it('in every shipped pack fills in only what the form of its kind knows', () => {
    const entries = shippedIds().flatMap((id) => packOf(id).targets.flatMap(entriesOf))
    expect(entries.length).toBeGreaterThan(10)
    for (const { kind, answers } of entries) {
      const known = new URLSearchParams(formPath(kind, answers).split('?')[1])
      const { fields } = formOf(kind)
      for (const [name, value] of Object.entries(keptAnswers(answers))) {
        expect(Object.keys(fields)).toContain(name)
        expect(Object.keys(fields[name]?.choices ?? { true: '是' })).toContain(known.get(`a.${name}`))
        expect(known.get(`a.${name}`)).toBe(String(value))
      }
    }
  })
})

describe('What is expected of each area by a day', () => {
  it('is read from the targets: the list of each township of 太仓, the plan of each street by 7 May', () => {
    expect(expectedIn(packOf('taicang'))).toMatchObject([
      { title: '名录', kind: 'documents', units: 'township', answers: { kind: 'list' } },
      { kind: 'documents', units: 'county', answers: { kind: 'assessment' } },
    ])
    expect(expectedIn(packOf('red')).filter(({ target }) => target === 'work-plan')).toMatchObject([
      { part: 0, units: 'township', dueOn: '2022-05-07', countsFrom: null },
      { part: 1, units: 'township', dueOn: '2022-05-07', countsFrom: null },
    ])
  })

  it('is asked once a calendar year where the document says each year', () => {
    const spans = expectedIn(packOf('chongqing')).map(({ startsOn, dueOn }) => [startsOn, dueOn])
    expect(spans).toHaveLength(12)
    expect(spans.slice(0, 2)).toEqual([
      ['2019-01-01', '2019-12-31'],
      ['2020-01-01', '2020-12-31'],
    ])
  })

  it.each([
    ['more than one record is asked for', { need: { atLeast: 2 }, among: { units: 'county' } }],
    ['only units with conditions are meant', { among: { units: 'community', settlement: 'urban' } }],
    ['the filter is not plain', { among: { units: 'county' }, where: { not: { special: true } } }],
    ['organizations are the units', { among: { units: 'organization' } }],
    ['something lasting is counted', { count: 'conventions', among: { units: 'county' } }],
  ])('is nothing where %s', (_, change) => {
    expect(expectedIn(withTarget({ ...spotChecks, ...change }))).toEqual([])
  })
})
