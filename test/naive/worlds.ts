// Small random worlds with everything that is odd about real ones.
import fc from 'fast-check'
import { asDay, type Day } from '../../src/kernel/time.ts'
import type { AreaCode, AreaLevel, Settlement } from '../../src/modules/areas/area.ts'
import { Pack } from '../../src/modules/programmes/pack.ts'
import type { AreaUnit } from '../../src/modules/programmes/tree.ts'
import type { Fact } from './facts.ts'
import { maybe, targetOf } from './targets.ts'

export const root = '440100000000'

const levels: readonly AreaLevel[] = ['city', 'county', 'township', 'community']

/** Each area hangs below an earlier one of a higher level, so that levels may be skipped (东莞 has no counties). */
export const areasOf: fc.Arbitrary<AreaUnit[]> = fc
  .array(
    fc.record({
      level: fc.constantFrom<AreaLevel>(
        'county',
        'county',
        'township',
        'township',
        'community',
        'community',
        'community',
      ),
      above: fc.nat(20),
      settlement: fc.constantFrom<Settlement>('urban', 'rural', 'unknown'),
      virtual: fc.integer({ min: 0, max: 7 }).map((roll) => roll === 0),
      zone: fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((drafts) => {
    const areas: AreaUnit[] = [area(0, 'city', null, 'unknown', true, false)]
    for (const draft of drafts) {
      const rank = levels.indexOf(draft.level)
      const higher = areas.filter(({ level }) => levels.indexOf(level) < rank)
      const parent = higher[draft.above % higher.length] as AreaUnit
      const community = draft.level === 'community'
      const settlement = community && !draft.virtual ? draft.settlement : 'unknown'
      areas.push(
        area(
          areas.length,
          draft.level,
          parent.code,
          settlement,
          !(community && draft.virtual),
          !community && draft.zone,
        ),
      )
    }
    return areas
  })

function area(
  at: number,
  level: AreaLevel,
  parent: AreaCode | null,
  settlement: Settlement,
  inDenominator: boolean,
  zone: boolean,
): AreaUnit {
  const code = (at === 0 ? root : String(440100000000 + at)) as AreaCode
  return { code, name: `第${at}区划`, level, parent, settlement, inDenominator, zone }
}

const dayIn = (from: string, to: string): fc.Arbitrary<Day> => {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  return fc
    .integer({ min: 0, max: (end - start) / 86_400_000 })
    .map((days) => asDay(new Date(start + days * 86_400_000).toISOString().slice(0, 10)) as Day)
}

/** Mostly within the programme, sometimes long before or after. */
const someDay = fc.oneof(
  { weight: 3, arbitrary: dayIn('2021-02-01', '2022-12-31') },
  { weight: 1, arbitrary: dayIn('2020-07-01', '2024-06-30') },
)
/** The day asked: edges of steps, years and the programme included. */
const askedDay = fc.oneof(
  { weight: 3, arbitrary: someDay },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2021-02-01', '2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01')
      .map((day) => day as Day),
  },
)
const beginning = fc.oneof(
  { weight: 3, arbitrary: dayIn('2020-07-01', '2021-06-30') },
  { weight: 1, arbitrary: dayIn('2020-07-01', '2024-06-30') },
)

const unknownOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })

export const factsOf = (areas: readonly AreaUnit[]): fc.Arbitrary<Fact[]> =>
  fc
    .array(
      fc
        .record({
          measure: fc.constantFrom(
            'organizations',
            'organizations',
            'organizations',
            'trainings',
            'pilots',
            'households',
          ),
          area: fc.constantFrom(
            ...areas.flatMap(({ code, level }) => (level === 'community' ? [code, code, code] : [code])),
            '999999999999',
          ),
          organization: fc.nat(4).map((n) => `o${n}`),
          from: beginning,
          lasts: maybe(fc.integer({ min: 1, max: 900 })),
          quantity: fc.integer({ min: 1, max: 5 }),
          category: fc.constantFrom('charity', 'service', 'culture', 'sports', 'other'),
          members: unknownOr(fc.integer({ min: 0, max: 20 })),
          hub: fc.boolean(),
          charter: unknownOr(fc.boolean()),
        })
        .map(({ lasts, category, members, hub, charter, ...fact }, at = 0): Fact => {
          const isOrganization = fact.measure === 'organizations'
          return {
            ...fact,
            quantity: isOrganization ? 1 : fact.quantity,
            until:
              lasts === undefined
                ? null
                : (new Date(Date.parse(fact.from) + lasts * 86_400_000).toISOString().slice(0, 10) as Day),
            attributes: isOrganization
              ? { category, members, hub, charter }
              : { audience: hub ? 'keyMembers' : 'officers', theme: 'rural' },
            organization: isOrganization ? `o${at}${fact.organization}` : fact.organization,
          }
        }),
      { minLength: 3, maxLength: 40 },
    )
    .map((facts) =>
      facts.map((fact, at) =>
        fact.measure === 'organizations' ? { ...fact, organization: `o${at}` } : fact,
      ),
    )

export const packOf = (target: Record<string, unknown>): unknown => ({
  format: 1,
  id: 'random',
  version: 1,
  title: '随机方案',
  document: { title: '随机文件' },
  area: { code: root, name: '随机市', level: 'city' },
  from: '2021-02-01',
  to: '2022-12-31',
  taxonomy: {
    title: '类别',
    categories: [
      { id: 'good', title: '公益', clause: '一', from: ['charity', 'service'] },
      { id: 'fun', title: '文体', clause: '一', from: ['culture', 'sports'] },
      { id: 'rest', title: '其他', clause: '一', from: ['other'] },
    ],
  },
  terms: [{ word: '较高质量', clause: '一', where: { charter: true, members: { atLeast: 5 } } }],
  targets: [target],
})

export type RandomWorld = { areas: AreaUnit[]; facts: Fact[]; pack: Pack; raw: unknown; asOf: Day }

/** Random worlds with a random target; with `judges` only targets judged so. */
export const worldWith = (...judges: string[]): fc.Arbitrary<RandomWorld> =>
  areasOf.chain((areas) => {
    const target = targetOf(areas).filter(
      ({ judge }) => judges.length === 0 || judges.includes(String(judge)),
    )
    const draft = fc.record({ areas: fc.constant(areas), facts: factsOf(areas), target, asOf: askedDay })
    return draft.map(({ target: raw, ...world }) => ({
      ...world,
      raw: packOf(raw),
      pack: Pack.parse(packOf(raw)),
    }))
  })
