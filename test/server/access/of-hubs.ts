// Calls of every endpoint of hubs, for the access matrix, and the ties that they are made on.
import type { hubsApi } from '../../../src/modules/hubs/hubs-api.ts'
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const township = (at: Place) => `${at.area.slice(0, 9)}000`
const ofTownship = { kind: 'list', lies: township, reach: 'along' } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const draft = { services: ['training'], from: worldToday }
const byHub = (at: Place) => ({ params: { id: at.hub } })
const byFree = (at: Place) => ({ params: { id: at.hubFree } })
const byTie = (at: Place) => ({ params: { id: at.hubTie } })
const byProposal = (at: Place) => ({ params: { id: at.hubProposal } })

export const hubsSamples: SamplesOf<typeof hubsApi> = {
  townships: {
    ...{ ...ofTownship, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ hubs }) => hubs.some(({ id }) => id === at.hub)),
  },
  sums: {
    ...{ ...ofTownship, given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }) => body.townships === 1,
  },
  export: {
    ...{ ...ofTownship, given: (at) => ({ query: { area: at.area } }) },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}枢纽联合会`),
  },
  ofOrganization: { ...ofOrganization, given: byHub },
  choices: { ...ofOrganization, given: byFree },
  tie: { ...ofOrganization, given: (at) => ({ ...byFree(at), body: { ...draft, hub: at.hub } }) },
  propose: {
    ...ofOrganization,
    given: (at) => ({ ...byHub(at), body: { ...draft, served: `${at.mark}待联社` } }),
  },
  decide: { ...ofOrganization, given: (at) => ({ ...byProposal(at), body: { decision: 'confirm' } }) },
  withdraw: { ...ofOrganization, given: byProposal },
  changeServices: { ...ofOrganization, given: (at) => ({ ...byTie(at), body: draft }) },
  end: { ...ofOrganization, given: (at) => ({ ...byTie(at), body: { on: worldToday, reason: '试' } }) },
  mark: {
    ...ofOrganization,
    given: (at) => ({ ...byFree(at), body: { hub: true, from: worldToday, reason: '试' } }),
  },
}

/** A hub, a tie that goes on, one that it proposes, and an organization that no hub serves yet. */
export type PlaceHubs = { hub: string; hubTie: string; hubProposal: string; hubFree: string }

export const noHubs: PlaceHubs = {
  hub: '019893c1-0000-7000-8000-0000000000f1',
  hubTie: '019893c1-0000-7000-8000-0000000000f2',
  hubProposal: '019893c1-0000-7000-8000-0000000000f3',
  hubFree: '019893c1-0000-7000-8000-0000000000f4',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy'>

export const addHubs = (database: Database, at: Bare): Promise<PlaceHubs> =>
  database.transaction(async (db) => {
    const [hub, served, wanted, hubFree] = [
      await enter(db, at, '枢纽联合会', true),
      await enter(db, at, '受联社', false),
      await enter(db, at, '求联社', false),
      await enter(db, at, '待联社', false),
    ]
    const hubTie = await addTie(db, hub, served, 'active')
    return { hub, hubTie, hubProposal: await addTie(db, hub, wanted, 'proposed'), hubFree }
  })

function enter(db: Db, { mark, area, keptBy }: Bare, name: string, hub: boolean): Promise<string> {
  const draft = OrganizationDraft.parse({ name: mark + name, area, category: 'service', tier: 'filed', hub })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

async function addTie(db: Db, hub: string, served: string, status: 'active' | 'proposed'): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into hub_tie (id, hub, served, status, starts_on)
    values (gen_random_uuid(), ${hub}, ${served}, ${status}, ${worldToday}) returning id`)
  await db.run(sql`
    insert into hub_service (id, hub_tie, service, starts_on)
    values (gen_random_uuid(), ${id}, 'advice', ${worldToday})`)
  return id
}
