// Random targets from the whole algebra, as they would stand in YAML.
import fc from 'fast-check'
import type { AreaUnit } from '../../src/modules/programmes/tree.ts'

/** Mostly absent, as in packs. */
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const amount = fc.integer({ min: 1, max: 6 })
const whole = fc.oneof(
  amount.map((atLeast) => ({ atLeast })),
  amount.map((moreThan) => ({ moreThan })),
  amount.map((atMost) => ({ atMost })),
  fc
    .tuple(amount, amount, maybe(fc.boolean()))
    .map(([a, b, orMore]) => ({ between: [Math.min(a, b), Math.max(a, b)], ...given({ orMore }) })),
  fc
    .tuple(amount, maybe(fc.boolean()))
    .map(([about, orMore]) => ({ about, tolerance: 1, ...given({ orMore }) })),
)
const decimal = fc.oneof(
  whole,
  fc.integer({ min: 1, max: 60 }).map((tenths) => ({ atLeast: tenths / 10 })),
)
const fraction = fc.oneof(
  fc.constantFrom('80%', '50%', '33.3%', '100%', '7%').map((atLeast) => ({ atLeast })),
  fc.constantFrom('80%', '50%', '0%', '57%').map((moreThan) => ({ moreThan })),
  fc.constantFrom('50%', '90%').map((atMost) => ({ atMost })),
)

/** Leaves out what is undefined, as YAML would. */
function given<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}

const filter = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  { category: 'good' },
  { category: ['fun', 'rest'] },
  { hub: true },
  { members: { atLeast: 10 } },
  { members: { known: true }, hub: false },
  { term: '较高质量' },
  { not: { charter: true } },
  { any: [{ category: 'fun' }, { charter: false }] },
  { all: [{ hub: true }, { not: { term: '较高质量' } }] },
)
const located = fc.constantFrom(undefined, undefined, undefined, 'urban' as const, 'rural' as const)

/** Something countable with its filter. */
const counted = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      count: fc.constant('organizations'),
      where: filter,
      located,
      distinct: fc.constantFrom(undefined, undefined, undefined, 'category'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      count: fc.constant('trainings'),
      where: fc.constantFrom(undefined, { audience: 'keyMembers' }),
      located,
    }),
  },
)
const plainCounted = fc.record({ count: fc.constant('organizations'), where: filter, located })

const windows = fc.oneof(
  fc.constantFrom('asOf', 'asOf', 'sinceStart', 'year'),
  fc.constantFrom('2020-12-01', '2022-03-05').map((since) => ({ since })),
)

const having = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  { count: 'pilots' },
  { count: 'organizations', where: { hub: true }, need: { moreThan: 1 } },
)

const population = (areas: readonly AreaUnit[], units: readonly string[]) =>
  fc
    .record({
      units: fc.constantFrom(...units),
      settlement: fc.constantFrom(undefined, undefined, 'urban', 'rural'),
      within: fc.option(
        fc.subarray(
          areas.map(({ code }) => code as string),
          { minLength: 1 },
        ),
        { nil: undefined, freq: 4 },
      ),
      zones: fc.constantFrom(undefined, false),
      having,
    })
    .map(({ settlement, ...rest }) =>
      given({ ...rest, ...(['community', 'organization'].includes(rest.units) ? { settlement } : {}) }),
    )

const steps = (need: fc.Arbitrary<object>, key: 'need' | 'share') =>
  fc.tuple(need, need).map(([first, second]) => [
    { by: '2021-12-31', [key]: first },
    { by: '2022-12-31', [key]: second },
  ])

/** need, or steps with a need each. */
const demand = (need: fc.Arbitrary<object>) =>
  fc.oneof(
    { weight: 4, arbitrary: need.map((each) => ({ need: each })) },
    { weight: 1, arbitrary: steps(need, 'need').map((each) => ({ steps: each })) },
  )

const parts = fc.constantFrom(
  [
    { title: '公益', where: { category: 'good' }, need: { atLeast: 1 } },
    { title: '文体', where: { category: 'fun', term: '较高质量' }, need: { atLeast: 2 } },
  ],
  [
    { title: '枢纽', where: { hub: true }, located: 'urban', need: { atMost: 1 } },
    { title: '培训', count: 'trainings', need: { atLeast: 3 } },
  ],
)

/** One random target, as it would stand in YAML. */
export function targetOf(areas: readonly AreaUnit[]): fc.Arbitrary<Record<string, unknown>> {
  const units = ['county', 'township', 'community', 'community', 'city', 'programme']
  const among = population(areas, units)
  const every = maybe(population(areas, ['county']).map(({ settlement: _, ...rest }) => rest))
  const lower = population(areas, ['township', 'community'])
  const inner = (judge: string, need: fc.Arbitrary<object>, more: fc.Arbitrary<object> = fc.constant({})) =>
    fc
      .tuple(counted, windows, demand(need), more, every)
      .map(([what, window, much, extra, of]) =>
        given({ judge, ...given(what), ...extra, ...timed(window, much), every: of }),
      )
  const withAmong = every.chain((of) =>
    (of ? lower : among).map((each) => ({ among: each, ...given({ every: of }) })),
  )
  const quantified = (judge: 'each' | 'share', much: fc.Arbitrary<object>) =>
    fc.tuple(counted, windows, withAmong, much).map(([what, window, population, each]) =>
      given({
        judge,
        ...given('parts' in each ? ofOrganizations(what) : what),
        ...population,
        ...timed(window, each),
      }),
    )
  return fc
    .oneof(
      inner('total', whole),
      fc
        .tuple(inner('average', decimal), withAmong)
        .map(([target, units]) => ({ ...withoutEvery(target), ...units })),
      quantified(
        'each',
        fc.oneof(
          demand(whole),
          parts.map((each) => ({ parts: each })),
        ),
      ),
      quantified(
        'share',
        fc.oneof(
          fc.tuple(whole, fraction).map(([need, share]) => ({ need, share })),
          fc.tuple(whole, steps(fraction, 'share')).map(([need, each]) => ({ need, steps: each })),
          fc.tuple(fraction, steps(whole, 'need')).map(([share, each]) => ({ share, steps: each })),
          fc.tuple(parts, fraction).map(([each, share]) => ({ parts: each, share })),
        ),
      ),
      fc.tuple(plainCounted, windows, demand(fraction), filter, every).map(([what, window, much, part, of]) =>
        given({
          judge: 'shareOf',
          ...given(what),
          part: part ?? { hub: true },
          called: '一部分',
          ...timed(window, much),
          every: of,
        }),
      ),
      inner(
        'rate',
        decimal,
        fc.record({
          per: fc.record({
            count: fc.constantFrom('households', 'organizations'),
            amount: fc.constantFrom(1, 10, 100),
          }),
        }),
      ),
      inner('growth', decimal, fc.constant({ base: '2021-03-01' })).map((target) => ({
        ...target,
        window: 'asOf',
      })),
      fc
        .tuple(
          fc.constantFrom('organizations', 'trainings'),
          windows,
          whole,
          fc.option(fraction, { nil: undefined }),
          filter,
          population(areas, ['organization']),
        )
        .map(([count, window, need, share, where, { having: _, zones: __, ...of }]) =>
          given({
            judge: share ? 'share' : 'each',
            count,
            window,
            need,
            share,
            among: given({ ...of, where }),
          }),
        ),
    )
    .chain((target) => maybe(fc.constant('2021-08-15')).map((from) => given({ ...target, from })))
    .map((target) => ({ id: 'target', title: '目标', clause: '一', quote: '原文', ...target }))
}

/** The parts ask for attributes that only organizations have. */
const ofOrganizations = <T extends { count: string; where?: unknown }>(what: T): T =>
  what.count === 'organizations' ? what : { ...what, count: 'organizations', where: undefined }

/** Steps and calendar years exclude each other. */
const timed = (window: unknown, much: object) => ({
  window: 'steps' in much && window === 'year' ? 'asOf' : window,
  ...much,
})

const withoutEvery = ({ every: _, ...target }: Record<string, unknown>) => target
