// One call of every endpoint on the thing of a place; the compiler refuses a table that leaves one out.
import { endpoints } from '../../../src/endpoints.ts'
import type { Answer, Endpoint, Given } from '../../../src/kernel/endpoint.ts'
import { shippedText } from '../../../src/modules/programmes/server/index.ts'
import type { Reply } from '../../client.ts'
import { password, worldToday } from '../../world.ts'
import { activitiesSamples } from './of-activities.ts'
import { censusSamples } from './of-census.ts'
import { certificatesSamples } from './of-certificates.ts'
import { changesSamples } from './of-changes.ts'
import { chartersSamples } from './of-charters.ts'
import { filingSamples, keeperSamples, leaderSamples } from './of-filing.ts'
import { honorsSamples } from './of-honors.ts'
import { hubsSamples } from './of-hubs.ts'
import { namingSamples } from './of-naming.ts'
import { partySamples } from './of-party.ts'
import { projectsSamples } from './of-projects.ts'
import { queuesSamples } from './of-queues.ts'
import { judgementSamples, recordsSamples } from './of-records.ts'
import { rulesSamples } from './of-rules.ts'
import { supportSamples } from './of-support.ts'
import { tiersSamples } from './of-tiers.ts'
import { trainingSamples } from './of-training.ts'
import { venuesSamples } from './of-venues.ts'
import { volunteersSamples } from './of-volunteers.ts'
import { workersSamples } from './of-workers.ts'
import { yearsSamples } from './of-years.ts'
import { type Place, targets, workbookOf } from './scene.ts'
import { textOf } from './telling.ts'

type File = { name: string; bytes: Uint8Array }

/** How the answer depends on where the thing is. */
type Kind<E extends Endpoint> =
  /** It is about no area: everybody who may do it at all gets this status. */
  | { kind: 'own'; answers: number }
  /** One thing: 404 unless `see` reaches it, 403 unless the endpoint's action does. */
  | { kind: 'thing'; see: string; lies: (at: Place) => string; reach?: 'along' | 'exactly' }
  /** Always answered; whether the thing is in the answer depends on the endpoint's action. */
  | {
      kind: 'list'
      found: (reply: Reply<Answer<E>>, at: Place) => boolean
      lies: (at: Place) => string
      reach?: 'along'
    }

export type Sample<E extends Endpoint = Endpoint> = Kind<E> & {
  given?: (at: Place) => Partial<Given<E>>
  file?: (at: Place) => File
  /** The thing is kept by somebody (`Place.keptBy`), to whom a rule with `own` opens it. */
  kept?: boolean
  /** Signed in anew for this call alone, because the call ends the session. */
  fresh?: true
  /** Tells of shipped packs and divisions, which are public. */
  shipped?: true
}

type Tables = typeof endpoints
/** A call of each endpoint of a table. */
export type SamplesOf<T> = { [N in keyof T]: T[N] extends Endpoint ? Sample<T[N]> : never }
type Samples = { [T in keyof Tables]: SamplesOf<Tables[T]> }

/** An endpoint with its sample, by the name of its module and its own. */
export type Row = { name: string; endpoint: Endpoint; sample: Sample }

const area = (at: Place) => at.area
const county = (at: Place) => at.county
const inArea = { lies: area }
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const ofArea = { kind: 'thing', see: 'area.see', ...inArea } as const
const ofPerson = { kind: 'thing', see: 'person.see', ...inArea } as const
const ofImport = { kind: 'thing', see: 'organization.import', ...inArea } as const
const ofProgramme = { kind: 'thing', see: 'programme.see', ...inArea } as const

const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byDraft = (at: Place) => ({ params: { id: at.draft } })
const byPerson = (at: Place) => ({ params: { id: at.person } })
const byProgramme = (at: Place) => ({ params: { id: at.programme }, query: { area: at.area } })
const byTarget = (target: string) => (at: Place) => ({
  params: { id: at.programme, target },
  query: { area: at.area },
})
/** A pack for the county of the place. */
const packOf = (at: Place) => ({
  body: {
    text: shippedText('taicang')
      .replaceAll('320585000000', at.county)
      .replace('id: taicang', `id: pack-${at.county}`),
  },
})
const move = { on: worldToday, reason: '试' }
const posting = (at: Place) => ({ role: 'auditor' as const, area: at.area })
const newPassword = 'Another-Password-2'
const draftOf = ({ mark, area }: Place) => ({
  ...{ name: `${mark}合唱队`, area, category: 'culture' as const, tier: 'filed' as const, members: 30 },
})

export const samples: Samples = {
  people: {
    session: { kind: 'own', answers: 200 },
    signIn: {
      kind: 'own',
      answers: 401,
      given: () => ({ body: { loginName: `nobody.${crypto.randomUUID()}`, password } }),
    },
    signOut: { kind: 'own', answers: 200, fresh: true },
    changePassword: {
      kind: 'own',
      answers: 200,
      given: () => ({ body: { current: password, next: newPassword } }),
    },
    preference: { kind: 'own', answers: 200, given: () => ({ params: { key: 'columns' } }) },
    setPreference: {
      kind: 'own',
      answers: 200,
      given: () => ({ params: { key: 'columns' }, body: { value: [] } }),
    },
    demoAccounts: { kind: 'own', answers: 200 },
    list: {
      ...{ kind: 'list', ...inArea, given: () => ({ query: { limit: 200 } }) },
      found: ({ body }, at) => body.items.some(({ id }) => id === at.person),
    },
    create: {
      ...ofArea,
      given: (at) => ({
        body: { loginName: 'new.person', displayName: '新人', password, posting: posting(at) },
      }),
    },
    addPosting: { ...ofPerson, given: (at) => ({ ...byPerson(at), body: posting(at) }) },
    endPosting: { ...ofPerson, given: (at) => ({ params: { id: at.person, posting: at.posting } }) },
    resetPassword: { ...ofPerson, given: (at) => ({ ...byPerson(at), body: { next: newPassword } }) },
  },
  leaders: leaderSamples,
  areas: {
    search: {
      ...{ kind: 'list', ...inArea, given: (at) => ({ query: { q: at.area } }) },
      found: ({ body }, at) => body.items.some(({ code }) => code === at.area),
    },
    area: { ...ofArea, given: (at) => ({ params: { code: at.area } }) },
    children: { ...ofArea, lies: county, given: (at) => ({ params: { code: at.county } }) },
    decideSettlement: {
      ...ofArea,
      given: (at) => ({ params: { code: at.area }, body: { settlement: 'rural', reason: '试' } }),
    },
    importSettlement: {
      ...{ kind: 'list', ...inArea, file: settlementFile },
      found: ({ body }) => body.problems.length === 0,
    },
    recordPopulation: {
      ...ofArea,
      given: (at) => ({
        params: { code: at.area },
        body: { onDay: '2023-01-01', residents: 3210, households: null, source: '年报' },
      }),
    },
    importPopulation: {
      ...{ kind: 'list', ...inArea, file: populationFile },
      given: () => ({ query: { onDay: '2023-01-01', source: '年报' } }),
      found: ({ body }) => body.problems.length === 0,
    },
    divisions: { kind: 'own', answers: 200, given: () => ({ query: { q: '昆山' } }), shipped: true },
    load: { kind: 'own', answers: 200, given: () => ({ body: { code: '469001000000' } }), shipped: true },
  },
  organizations: {
    list: {
      ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.area, q: at.mark } }) },
      found: ({ body }, at) => body.items.some(({ id }) => id === at.organization),
    },
    count: {
      ...{ kind: 'list', kept: true, ...inArea },
      given: (at) => ({ query: { area: at.county, q: at.mark } }),
      found: ({ body }) => body.value > 0,
    },
    nearDuplicates: {
      ...{
        kind: 'list',
        kept: true,
        ...inArea,
        given: (at) => ({ query: { name: `${at.mark}合唱团`, area: at.area } }),
      },
      found: ({ body }, at) => body.items.some(({ id }) => id === at.organization),
    },
    export: {
      ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.county } }) },
      found: ({ raw }, at) => textOf(raw).includes(`${at.mark}合唱队`),
    },
    one: { ...ofOrganization, given: byOrganization },
    timeline: { ...ofOrganization, given: byOrganization },
    create: { ...ofArea, given: (at) => ({ body: { ...draftOf(at), name: `${at.mark}舞蹈队` } }) },
    edit: {
      ...ofOrganization,
      given: (at) => ({
        ...byOrganization(at),
        body: { version: 1, organization: draftOf(at), effect: { kind: 'change', from: worldToday } },
      }),
    },
    end: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), body: move }) },
    revive: { ...ofOrganization, kept: false, given: (at) => ({ params: { id: at.ended }, body: move }) },
    rest: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), body: move }) },
    phone: { ...ofOrganization, given: byOrganization },
    bulkChange: {
      ...{ kind: 'list', ...inArea },
      given: (at) => ({ body: { ids: [at.organization], change: { hub: true }, from: worldToday } }),
      found: ({ body }) => body.results.every(({ ok }) => ok),
    },
  },
  keepers: keeperSamples,
  imports: {
    kinds: { kind: 'own', answers: 200 },
    list: {
      ...{ kind: 'list', ...inArea, given: () => ({ query: { limit: 200 } }) },
      found: ({ body }, at) => body.items.some(({ id }) => id === at.draft),
    },
    upload: {
      ...ofArea,
      given: (at) => ({ query: { area: at.area } }),
      file: (at) => workbookOf(at, '新到'),
    },
    one: { ...ofImport, given: byDraft },
    match: { ...ofImport, given: (at) => ({ ...byDraft(at), body: { columns: { '4': null } } }) },
    rows: { ...ofImport, given: byDraft },
    rowCount: { ...ofImport, given: byDraft },
    commit: { ...ofImport, given: (at) => ({ ...byDraft(at), body: { rows: 'all' } }) },
    undo: { ...ofImport, given: (at) => ({ params: { id: at.committed } }) },
    discard: { ...ofImport, given: byDraft },
    annotated: { ...ofImport, given: byDraft },
  },
  programmes: {
    home: { ...ofProgramme, reach: 'exactly', given: (at) => ({ query: { area: at.area } }) },
    list: {
      ...{ kind: 'list', lies: county, reach: 'along' },
      found: ({ body }, at) => body.items.some(({ id }) => id === at.programme),
    },
    counting: {
      ...{ kind: 'list', ...inArea, given: (at) => ({ query: { measure: 'organizations', area: at.area } }) },
      found: ({ body }, at) =>
        body.items.some(({ programme, area }) => programme === at.programme && area.code === at.area),
    },
    one: { ...ofProgramme, lies: county, reach: 'along', given: (at) => ({ params: { id: at.programme } }) },
    figures: { ...ofProgramme, given: byProgramme },
    trends: { ...ofProgramme, given: byProgramme },
    export: { ...ofProgramme, given: byProgramme },
    ruralUrban: { ...ofProgramme, given: byProgramme },
    ruralUrbanRecords: {
      ...ofProgramme,
      given: (at) => ({
        params: { id: at.programme },
        query: { area: at.area, measure: 'organizations', settlement: 'rural' },
      }),
    },
    breakdown: { ...ofProgramme, given: byTarget(targets.counted) },
    records: { ...ofProgramme, given: byTarget(targets.counted) },
    judge: {
      ...ofProgramme,
      given: (at) => ({
        params: { id: at.programme, target: targets.judged },
        body: { area: at.area, result: 'met', on: worldToday, evidence: '试' },
      }),
    },
    ...judgementSamples,
    packs: { kind: 'own', answers: 200, shipped: true },
    packText: { kind: 'own', answers: 200, given: () => ({ params: { id: 'red' } }), shipped: true },
    checkPack: { kind: 'own', answers: 200, given: taicang, shipped: true },
    loadPack: { ...ofArea, lies: county, given: packOf, shipped: true },
  },
  firstRun: {
    divisions: { kind: 'own', answers: 403, given: () => ({ query: { q: '昆山' } }) },
    packs: { kind: 'own', answers: 403 },
    progress: { kind: 'own', answers: 200 },
    found: {
      ...{ kind: 'own', answers: 403 },
      given: () => ({
        body: {
          area: '320583000000',
          pack: null,
          administrator: { loginName: 'first', displayName: '第一', password },
        },
      }),
    },
  },
  rules: rulesSamples,
  tiers: tiersSamples,
  naming: namingSamples,
  certificates: certificatesSamples,
  party: partySamples,
  charters: chartersSamples,
  filing: filingSamples,
  hubs: hubsSamples,
  changes: changesSamples,
  census: censusSamples,
  queues: queuesSamples,
  support: supportSamples,
  venues: venuesSamples,
  training: trainingSamples,
  workers: workersSamples,
  honors: honorsSamples,
  records: recordsSamples,
  projects: projectsSamples,
  activities: activitiesSamples,
  volunteers: volunteersSamples,
  years: yearsSamples,
}

export const table: Row[] = Object.entries(endpoints).flatMap(([module, those]) =>
  Object.entries(those).map(([name, endpoint]) => ({
    name: `${module}.${name}`,
    endpoint: endpoint as Endpoint,
    sample: (samples as unknown as Record<string, Record<string, Sample>>)[module]?.[name] as Sample,
  })),
)

function taicang() {
  return { body: { text: shippedText('taicang') } }
}

function populationFile({ area }: Place): File {
  return { name: '人口.csv', bytes: new TextEncoder().encode(`区划代码,常住人口\n${area},3210\n`) }
}

function settlementFile({ area }: Place): File {
  return { name: '城乡.csv', bytes: new TextEncoder().encode(`区划代码,城乡分类代码\n${area},220\n`) }
}
