// Makes up the organizations of a demo world: plausible, the same every time, and marked as demo.
import { addDays, type Day, daysBetween } from '../kernel/time.ts'
import type { Category, PartyPresence, Tier } from '../modules/organizations/choices.ts'
import type { OrganizationRow } from '../modules/organizations/server/index.ts'
import { nameFor, scopes } from './names.ts'
import type { Chance } from './random.ts'

export type DemoCommunity = {
  code: string
  shortName: string
  township: string
  settlement: 'urban' | 'rural' | 'unknown'
}

/** What later happened to a made-up organization. */
export type DemoTurn = { id: string; kind: 'filed' | 'dormant' | 'ended'; on: Day }

export type DemoWorld = { rows: OrganizationRow[]; turns: DemoTurn[] }

const weights: Record<'urban' | 'rural', Record<Category, number>> = {
  urban: {
    culture: 20,
    sports: 14,
    charity: 12,
    mutualHelp: 10,
    safety: 9,
    environment: 8,
    service: 7,
    mediation: 6,
    science: 5,
    elderCare: 5,
    governance: 3,
    other: 3,
    customs: 1,
    rural: 0,
  },
  rural: {
    culture: 16,
    sports: 8,
    charity: 10,
    mutualHelp: 10,
    safety: 8,
    environment: 6,
    service: 5,
    mediation: 6,
    science: 3,
    elderCare: 6,
    governance: 3,
    other: 3,
    customs: 8,
    rural: 10,
  },
}

/** About `average` organizations a community, a few with gaps, founded over the three years before `today`. */
export function makeOrganizations(
  chance: Chance,
  communities: readonly DemoCommunity[],
  options: { today: Day; average: { urban: number; rural: number }; newId: () => string },
): DemoWorld {
  const world: DemoWorld = { rows: [], turns: [] }
  const taken = new Set<string>()
  for (const community of communities) {
    const kind = community.settlement === 'rural' ? 'rural' : 'urban'
    const missing = chance.yes(0.26) ? [chance.weighted(gapWeights)] : []
    if (missing.length > 0 && chance.yes(0.3)) missing.push(chance.weighted(gapWeights))
    const count = Math.max(2, Math.round(options.average[kind] * (0.7 + chance.next() * 0.6)))
    for (let at = 0; at < count; at++) {
      const category = categoryFor(chance, kind, at, missing)
      addOne(world, chance, { community, category, mainstay: at < mainstays.length, taken, ...options })
    }
  }
  return world
}

const gapWeights = {
  mediation: 5,
  safety: 3,
  mutualHelp: 2,
  charity: 1,
  culture: 1,
} as const satisfies Partial<Record<Category, number>>

/** The kinds that programmes ask of every community, and something of its own (5+X). */
const mainstays = ['charity', 'mutualHelp', 'culture', 'mediation', 'safety', 'environment'] as const

/** Mainstays come first; the rest falls as it does in life. */
function categoryFor(
  chance: Chance,
  kind: 'urban' | 'rural',
  at: number,
  missing: readonly Category[],
): Category {
  const first: Category | undefined = mainstays[at]
  if (first && !missing.includes(first)) return first
  for (;;) {
    const category = chance.weighted(weights[kind])
    if (!missing.some((gap) => gap === category)) return category
  }
}

type One = {
  community: DemoCommunity
  category: Category
  /** One of the kinds asked of every community: long established, and staying. */
  mainstay: boolean
  taken: Set<string>
  today: Day
  newId: () => string
}

function addOne(world: DemoWorld, chance: Chance, one: One): void {
  const row = rowFor(chance, one, world.rows.length)
  world.rows.push(row)
  const turn = one.mainstay ? null : turnFor(chance, row, one.today)
  if (turn) world.turns.push({ id: row.id, ...turn })
}

function rowFor(
  chance: Chance,
  { community, category, mainstay, taken, today, newId }: One,
  serial: number,
): OrganizationRow {
  const age = Math.floor(chance.next() ** 1.4 * 1_180) + 12
  const foundedOn = addDays(today, -age)
  const tier: Tier = chance.weighted({ guided: 42, filed: 55, registered: 3 })
  const sound = chance.yes(mainstay ? 0.99 : 0.84)
  const members = sound
    ? chance.whole(10, 26) + (chance.yes(0.2) ? chance.whole(5, 45) : 0)
    : chance.whole(4, 9)
  const partyMembers = Math.min(
    members,
    chance.weighted({ 0: 3, 1: 4, 2: 3, 3: 3, 4: 2, 5: 1, 7: 1 }) as unknown as number,
  )
  return {
    id: newId(),
    area: community.code,
    status: 'active',
    demo: true,
    version: 1,
    name: nameFor(chance, community.shortName, category, taken),
    category,
    tier,
    legalForm: tier === 'registered' ? chance.pick(['association', 'serviceAgency'] as const) : 'none',
    hub: false,
    charter: sound || chance.yes(0.4),
    leader: `演示负责人${serial + 1}`,
    // 100 is nobody's prefix.
    phone: `100${String(serial + 1).padStart(8, '0')}`,
    leaderInParty: partyMembers > 0 && chance.yes(0.6),
    members,
    partyMembers: Number(partyMembers),
    partyPresence: presenceFor(chance, Number(partyMembers)),
    residentsServed: chance.yes(0.8) ? members * chance.whole(3, 30) : null,
    foundedOn,
    filedOn: tier === 'filed' ? addDays(foundedOn, Math.min(age - 1, chance.whole(7, 60))) : null,
    registeredOn: tier === 'registered' ? addDays(foundedOn, Math.min(age - 1, chance.whole(30, 90))) : null,
    place: chance.yes(0.85)
      ? `${community.shortName}${chance.pick(['党群服务中心', '文化活动室', '邻里中心', '居民活动室'])}`
      : null,
    scope: scopes[category],
    unifiedCode: null,
    note: null,
  }
}

/** Three full members make a branch of their own; fewer join with others, or get an instructor. (HS 三(二)4) */
function presenceFor(chance: Chance, partyMembers: number): PartyPresence {
  if (partyMembers >= 3) return chance.yes(0.9) ? 'own' : 'none'
  if (partyMembers > 0) return chance.weighted({ joint: 6, instructor: 3, none: 1 })
  return chance.weighted({ instructor: 7, none: 3 })
}

function turnFor(chance: Chance, row: OrganizationRow, today: Day): Omit<DemoTurn, 'id'> | null {
  const age = daysBetween(row.foundedOn as Day, today)
  const kind = chance.weighted({ none: 88, filed: 6, dormant: 4, ended: 2 })
  if (kind === 'none' || age < 120 || (kind === 'filed' && row.tier !== 'guided')) return null
  return { kind, on: addDays(row.foundedOn as Day, chance.whole(60, age - 1)) }
}

/** One hub for most townships: 联合会 or 服务中心 at the township itself. (CQ 十三, GZ 二(一)2) */
export function makeHubs(
  chance: Chance,
  townships: readonly { code: string; shortName: string }[],
  options: { today: Day; newId: () => string },
): OrganizationRow[] {
  return townships
    .filter(() => chance.yes(0.75))
    .map(({ code, shortName }, at) => {
      const foundedOn = addDays(options.today, -chance.whole(60, 900))
      return {
        id: options.newId(),
        area: code,
        status: 'active',
        demo: true,
        version: 1,
        name: `${shortName}社区社会组织${chance.pick(['联合会', '服务中心'])}`,
        category: 'service',
        tier: 'registered',
        legalForm: 'association',
        hub: true,
        charter: true,
        leader: `演示枢纽负责人${at + 1}`,
        phone: `101${String(at + 1).padStart(8, '0')}`,
        leaderInParty: true,
        members: chance.whole(12, 60),
        partyMembers: chance.whole(3, 9),
        partyPresence: 'own',
        residentsServed: null,
        foundedOn,
        filedOn: null,
        registeredOn: addDays(foundedOn, 30),
        place: `${shortName}社会组织服务中心`,
        scope: '联系、服务本地社区社会组织，承接项目，代管资金，培训人员',
        unifiedCode: null,
        note: null,
      }
    })
}
