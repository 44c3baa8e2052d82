// Calls of every endpoint of charters, for the access matrix, and the charters that they are made on.
import { exampleForm } from '../../../src/demo/charter-form.ts'
import type { Day } from '../../../src/kernel/time.ts'
import { CharterRules } from '../../../src/modules/charters/charter.ts'
import type { CharterForm } from '../../../src/modules/charters/charter-form.ts'
import { charterText } from '../../../src/modules/charters/charter-text.ts'
import type { chartersApi } from '../../../src/modules/charters/charters-api.ts'
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import { ruleKeys } from '../../../src/modules/rules/rule-keys.ts'
import { type Database, sql } from '../../../src/platform/db.ts'
import { keepFile } from '../../../src/platform/files/index.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofCharter = { kind: 'thing', see: 'charter.see', kept: true, ...inArea } as const
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byDraft = (at: Place) => ({ params: { id: at.charterDraft } })
const byPaper = (at: Place) => ({ params: { id: at.charterPaper } })

export const chartersSamples: SamplesOf<typeof chartersApi> = {
  list: { ...ofCharter, given: byOrganization },
  start: { ...ofCharter, given: (at) => ({ ...byOrganization(at), body: { from: null } }) },
  upload: {
    ...ofCharter,
    given: byOrganization,
    file: () => ({ name: '章程.pdf', bytes: paper }),
  },
  one: { ...ofCharter, given: byDraft },
  edit: { ...ofCharter, given: (at) => ({ ...byDraft(at), body: { revision: 1, form: formOf(at.mark) } }) },
  discard: { ...ofCharter, given: (at) => ({ ...byDraft(at), body: { reason: '试' } }) },
  vote: {
    ...ofCharter,
    given: (at) => ({ ...byDraft(at), body: { ...vote, revision: 1, inForceOn: null } }),
  },
  correctVote: {
    ...ofCharter,
    given: (at) => ({ params: { id: at.charterWaiting }, body: { ...vote, reason: '试' } }),
  },
  acknowledge: {
    ...ofCharter,
    given: (at) => ({ ...byPaper(at), body: { inForceOn: worldToday, reason: '试' } }),
  },
  enter: {
    ...ofCharter,
    given: (at) => ({ params: { id: at.charterWaiting }, body: { inForceOn: worldToday } }),
  },
  file: { ...ofCharter, given: byPaper },
  pdf: { ...ofCharter, given: byDraft },
  word: { ...ofCharter, given: byDraft },
}

const vote = {
  ...{ heldOn: worldToday, place: '试', recorder: '试' },
  ...{ entitled: 10, present: 10, inFavour: 10, against: 0, abstaining: 0 },
}

/** Three charters, each of an organization of its own: a draft, a paper, and one that waits for its day. */
export type PlaceCharters = { charterDraft: string; charterPaper: string; charterWaiting: string }

export const noCharters: PlaceCharters = {
  charterDraft: '019893c1-0000-7000-8000-0000000000e1',
  charterPaper: '019893c1-0000-7000-8000-0000000000e2',
  charterWaiting: '019893c1-0000-7000-8000-0000000000e3',
}

type Spot = { mark: string; area: string; keptBy: string }

export const addCharters = (database: Database, spot: Spot): Promise<PlaceCharters> =>
  database.transaction(async (db) => {
    const ctx = worldContext(db)
    const owner = (name: string) =>
      enterOrganization(
        ctx,
        OrganizationDraft.parse({
          ...{ name: `${spot.mark}${name}`, area: spot.area, category: 'culture', tier: 'filed' },
          ...{ members: 10, foundedOn: '2022-03-01', filedOn: '2022-03-01' },
        }),
        { action: 'organization.create', on: '2022-03-01' as Day, reason: null, keeper: spot.keptBy },
      )
    const form = formOf(spot.mark)
    const file = await keepFile(ctx, { fileName: '章程.pdf', bytes: paper }, ['pdf'])
    const add = async (name: string, kind: string, more: { version?: number; file?: string }) => {
      const id = ctx.newId()
      const text = more.version ? JSON.stringify(charterText(form, rules)) : null
      await db.run(sql`
        insert into charter_version (id, organization, kind, status, version, form, chapters, stored_file, drafted_on, on_behalf, updated_at)
        values (${id}, ${await owner(name)}, ${kind}, ${more.version ? 'adopted' : 'draft'}, ${more.version ?? null},
          ${kind === 'paper' ? null : JSON.stringify(form)}, ${text}, ${more.file ?? null}, ${ctx.today}, false, ${ctx.now})`)
      return id
    }
    return {
      charterDraft: await add('读书社', 'written', {}),
      charterPaper: await add('书画社', 'paper', { file: file.id }),
      charterWaiting: await add('腰鼓队', 'written', { version: 1 }),
    }
  })

const paper = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
const rules = CharterRules.parse(
  Object.fromEntries(Object.entries(ruleKeys).map(([name, { base }]) => [name, base])),
)

const formOf = (mark: string): CharterForm =>
  exampleForm(
    {
      ...{ name: `${mark}读书社`, category: 'culture', place: `${mark}室`, scope: null, partyPresence: null },
      ...{ community: '某社区', township: '某镇' },
    },
    rules,
  )
