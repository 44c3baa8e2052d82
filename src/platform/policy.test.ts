// The rules as SQL against the rules said plainly, for random postings over a real tree of areas.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { mayAt, type Tree } from '../../test/server/access/naive.ts'
import { places, spotsIn } from '../../test/world.ts'
import { roles } from '../modules/people/roles.ts'
import { policy } from '../policy.ts'
import { sql } from './db.ts'
import { authorityOf, authorize, type HeldPosting, type Level, type Who } from './policy.ts'

const database = useDatabase()
let areas: Omit<HeldPosting, 'role'>[]
let tree: Tree

beforeAll(async () => {
  const all = await database().rows<{ area: string; level: Level; parent: string | null }>(
    sql`select code::text as area, level, parent::text as parent from area`,
  )
  tree = new Map(all.map(({ area, parent }) => [area, parent]))
  const { township } = await spotsIn(database(), places.inside)
  areas = all.filter(({ level, parent }) => level !== 'community' || parent === township)
})

const actions = Object.keys(policy)
const someone = (postings: readonly HeldPosting[]): Who => ({ id: null, name: '某人', postings })

/** Up to four postings of any role at any area from the province down to the communities of one township. */
const postings = () =>
  fc.array(
    fc
      .record({ role: fc.constantFrom(...Object.keys(roles)), at: fc.nat() })
      .map(({ role, at }) => ({ role, ...(areas[at % areas.length] as Omit<HeldPosting, 'role'>) })),
    { maxLength: 4 },
  )

describe('The rules', () => {
  it('as SQL select the areas that the rules said plainly allow', async () => {
    await fc.assert(
      fc.asyncProperty(postings(), fc.constantFrom(...actions), async (held, action) => {
        const scope = authorityOf(someone(held), policy).scope(action, 'a')
        const found = await database().rows<{ code: string }>(
          sql`select code::text from area a where ${scope}`,
        )
        const expected = [...tree.keys()].filter((area) => mayAt(tree, held, action, area))
        expect(found.map(({ code }) => code).sort()).toEqual(expected.sort())
      }),
      { numRuns: 150 },
    )
  })

  it('list on each row the actions that they allow on it', async () => {
    await fc.assert(
      fc.asyncProperty(postings(), async (held) => {
        const may = authorityOf(someone(held), policy).mayOn(actions, 'a')
        const rows = await database().rows<{ code: string; may: string[] }>(
          sql`select code::text, ${may} as may from area a where level <> 'community'`,
        )
        for (const { code, may } of rows)
          expect(may).toEqual(actions.filter((action) => mayAt(tree, held, action, code)))
      }),
      { numRuns: 40 },
    )
  })

  it('check one thing as they filter a list', async () => {
    await fc.assert(
      fc.asyncProperty(postings(), fc.constantFrom(...actions), fc.nat(), async (held, action, at) => {
        const { area } = areas[at % areas.length] as Omit<HeldPosting, 'role'>
        const subject = {
          ...{ from: sql`area a where a.code = ${area}`, alias: 'a' },
          ...{ see: 'area.see', called: '区划' },
        }
        const authority = authorityOf(someone(held), policy)
        const outcome = await authorize({ db: database(), authority }, action, subject).then(
          () => 200,
          ({ status }) => status,
        )
        const visible = mayAt(tree, held, 'area.see', area)
        expect(outcome).toBe(!visible ? 404 : mayAt(tree, held, action, area) ? 200 : 403)
      }),
      { numRuns: 150 },
    )
  })

  it('refuse to answer for an action that has none', () => {
    const authority = authorityOf(someone([]), policy)
    expect(() => authority.scope('area.sell', 'a')).toThrow('no rule for the action area.sell')
  })

  it('let nobody do anything without a posting', () => {
    expect(authorityOf(someone([]), policy).actions()).toEqual([])
  })

  it.each(Object.entries(policy))('of %s name known roles', (_, { roles: named, own = [] }) => {
    expect(named.length + own.length).toBeGreaterThan(0)
    for (const those of [named, own]) {
      expect(Object.keys(roles)).toEqual(expect.arrayContaining([...those]))
      expect(new Set(those).size).toBe(those.length)
    }
  })
})
