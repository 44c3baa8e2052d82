// How the party comes to be present in an organization: own branch, joint branch, instructor — and why. (HS 三(二)4)
import type { Category, PartyPresence } from '../organizations/choices.ts'
import type { Rules } from '../rules/rule-keys.ts'
import { smallestGroup } from './joint-group.ts'
import type { AbsenceReason, BranchNature } from './party.ts'

export type ArrangementRules = Pick<
  Rules,
  | 'party.branchFrom'
  | 'party.branchAtMost'
  | 'party.jointAtMost'
  | 'party.functionalBranches'
  | 'party.instructorAtMost'
>

/** Full members; probationary ones are not among them. `null`: nobody knows. */
export type Members = {
  /** All full members, wherever their party relation is. */
  full: number | null
  /** Those of them whose relation is known to stay elsewhere. */
  elsewhere: number
}

export type Place = { community: string | null; township: string | null; category: Category }
export type Subject = Members & Place & { id: string }
/** Another organization without a branch, which has members. */
export type Neighbour = Subject & { name: string; full: number }
/** A joint branch that stands already. `organizations`: how many it unites. */
export type Standing = {
  id: string
  name: string
  community: string | null
  township: string | null
  organizations: number
  members: number
  nature: BranchNature
}
export type Instructor = {
  id: string
  name: string
  community: string | null
  township: string | null
  organizations: number
}

export type Proposal =
  | { kind: 'own'; nature: BranchNature }
  | { kind: 'join'; branch: string; name: string }
  | { kind: 'joint'; nature: BranchNature; partners: readonly { id: string; name: string }[] }
  | { kind: 'instructor'; instructor: string; name: string }
  /** Nothing can be proposed: it stays in the queue. */
  | { kind: 'none' }

/** A proposal and the steps that led to it, in the order in which they were tried. */
export type Explained = { proposal: Proposal; because: readonly string[] }

/**
 * What to do for an organization. Own branch from `party.branchFrom` full members on; with fewer, the joint branch next
 * door, else the smallest group of neighbours with members enough together; else an instructor. Deterministic.
 */
export function proposeArrangement(
  organization: Subject,
  around: {
    neighbours: readonly Neighbour[]
    branches: readonly Standing[]
    instructors: readonly Instructor[]
  },
  rules: ArrangementRules,
): Explained {
  const because: string[] = []
  const proposal =
    proposeOwn(organization, rules, because) ??
    proposeJoining(organization, around.branches, rules, because) ??
    proposeJoint(organization, around.neighbours, rules, because) ??
    proposeInstructor(organization, around.instructors, rules, because)
  return { proposal, because }
}

function proposeOwn(subject: Subject, rules: ArrangementRules, because: string[]): Proposal | null {
  const { full, elsewhere } = subject
  const from = rules['party.branchFrom']
  if (full === null) return tell(because, '党员人数不详，先不能判断能否建立党支部；请核实人数。')
  if (full === 0) return tell(because, '没有正式党员，不能建立党支部。')
  if (full < from)
    return tell(because, `正式党员 ${full} 名，不足 ${from} 名，不能单独建立党支部（预备党员不计）。`)
  const nature = natureOf(full, elsewhere, rules)
  if (!nature)
    return tell(
      because,
      `正式党员 ${full} 名，其中 ${elsewhere} 名组织关系在别处；本地不设功能型党支部，不能单独建立。`,
    )
  because.push(ownWords(full, elsewhere, nature, rules))
  return { kind: 'own', nature }
}

function ownWords(full: number, elsewhere: number, nature: BranchNature, rules: ArrangementRules): string {
  const most = rules['party.branchAtMost']
  const kind =
    nature === 'regular'
      ? '应当单独建立党支部'
      : `其中 ${elsewhere} 名组织关系在别处，可单独建立功能型（兼合式）党支部`
  const over = full > most ? `；超过 ${most} 名，请考虑分设支部或设党总支` : ''
  return `正式党员 ${full} 名，达到 ${rules['party.branchFrom']} 名，${kind}${over}。`
}

/** Members enough here make a regular branch; counted with those of elsewhere, a functional one, where that is done. */
export function natureOf(full: number, elsewhere: number, rules: ArrangementRules): BranchNature | null {
  if (full - elsewhere >= rules['party.branchFrom']) return 'regular'
  return full >= rules['party.branchFrom'] && rules['party.functionalBranches'] ? 'functional' : null
}

function proposeJoining(
  subject: Subject,
  branches: readonly Standing[],
  rules: ArrangementRules,
  because: string[],
): Proposal | null {
  const { full } = subject
  if (!full) return null
  const best = branches
    .filter((branch) => subject.community !== null && branch.community === subject.community)
    .filter(
      (branch) =>
        branch.organizations < rules['party.jointAtMost'] &&
        branch.members + full <= rules['party.branchAtMost'] &&
        (branch.nature === 'functional' || subject.elsewhere === 0),
    )
    .sort((a, b) => a.organizations - b.organizations || byName(a, b))[0]
  if (!best) return tell(because, '本社区没有可以加入的联合党支部。')
  because.push(`本社区的“${best.name}”现有 ${best.organizations} 个组织，还可以加入。`)
  return { kind: 'join', branch: best.id, name: best.name }
}

function proposeJoint(
  subject: Subject,
  neighbours: readonly Neighbour[],
  rules: ArrangementRules,
  because: string[],
): Proposal | null {
  const { full } = subject
  if (!full) return null
  for (const { words, those } of circles(subject, neighbours, rules['party.branchFrom'])) {
    const group = smallestGroup(usable(subject, those, rules), {
      lack: rules['party.branchFrom'] - full,
      atMost: rules['party.jointAtMost'] - 1,
    })
    if (!group || group.length === 0) {
      because.push(`${words}没有合起来够 ${rules['party.branchFrom']} 名正式党员的组织。`)
      continue
    }
    because.push(jointWords(words, full, group))
    return { kind: 'joint', nature: jointNature(subject, group, rules), partners: group.map(idAndName) }
  }
  return null
}

/** Those who cannot have a branch of their own, nearest first: the same community, then the same trade in the township. Within the community the same trade comes first. */
function circles(subject: Subject, neighbours: readonly Neighbour[], from: number) {
  const others = neighbours
    .filter(({ id, full }) => id !== subject.id && full > 0 && full < from)
    .sort((a, b) => otherTrade(subject, a) - otherTrade(subject, b) || byName(a, b))
  return [
    {
      words: '同一社区',
      those: others.filter(({ community }) => community !== null && community === subject.community),
    },
    {
      words: '本街镇同一类别',
      those: others.filter(
        ({ township, category }) =>
          township !== null && township === subject.township && category === subject.category,
      ),
    },
  ]
}

const otherTrade = (subject: Subject, { category }: Neighbour): number =>
  category === subject.category ? 0 : 1

/** Without functional branches only members whose relation is here are counted. */
function usable(
  subject: Subject,
  those: readonly Neighbour[],
  rules: ArrangementRules,
): readonly Neighbour[] {
  if (rules['party.functionalBranches']) return those
  return subject.elsewhere > 0 ? [] : those.filter(({ elsewhere }) => elsewhere === 0)
}

function jointNature(subject: Subject, group: readonly Neighbour[], rules: ArrangementRules): BranchNature {
  const all = [subject, ...group]
  const full = all.reduce((sum, one) => sum + (one.full ?? 0), 0)
  const elsewhere = all.reduce((sum, one) => sum + one.elsewhere, 0)
  return natureOf(full, elsewhere, rules) ?? 'regular'
}

function jointWords(where: string, full: number, group: readonly Neighbour[]): string {
  const together = full + group.reduce((sum, one) => sum + one.full, 0)
  const names = group.map(({ name }) => `“${name}”`).join('、')
  return `${where}的${names}也不足三名，合起来正式党员 ${together} 名，可以联合建立党支部。`
}

function proposeInstructor(
  subject: Subject,
  instructors: readonly Instructor[],
  rules: ArrangementRules,
  because: string[],
): Proposal {
  const distance = (one: Instructor): number => {
    if (one.community !== null) return one.community === subject.community ? 0 : 3
    if (one.township !== null) return one.township === subject.township ? 1 : 3
    return 2
  }
  const best = instructors
    .filter((one) => one.organizations < rules['party.instructorAtMost'] && distance(one) < 3)
    .sort((a, b) => distance(a) - distance(b) || a.organizations - b.organizations || byName(a, b))[0]
  if (!best) {
    because.push('没有可派的党建指导员：请先登记指导员，或把现有指导员联系的组织调整一下。')
    return { kind: 'none' }
  }
  because.push(`由社区党组织选派党建指导员：${best.name}现联系 ${best.organizations} 个组织。`)
  return { kind: 'instructor', instructor: best.id, name: best.name }
}

/** Why there is no party organization, or null where there is one. (党建年报) */
export function absenceReason(
  presence: PartyPresence | null,
  full: number | null,
  rules: Pick<Rules, 'party.branchFrom'>,
): AbsenceReason | null {
  if (presence === 'own' || presence === 'joint') return null
  if (full !== null && full >= rules['party.branchFrom']) return 'due'
  if (presence === 'instructor') return 'instructor'
  if (full === null) return 'unknown'
  return full === 0 ? 'noMembers' : 'tooFew'
}

/** Why an arrangement no longer fits the members, or null: the words of the queue. */
export function whyRevisit(
  kind: PartyPresence | null,
  full: number | null,
  rules: Pick<Rules, 'party.branchFrom'>,
): string | null {
  const from = rules['party.branchFrom']
  if (full === null) return null
  if (kind === 'own' && full < from) return `单独建立了党支部，现在正式党员只有 ${full} 名，不足 ${from} 名`
  if ((kind === 'joint' || kind === 'instructor') && full >= from)
    return `现在正式党员 ${full} 名，达到 ${from} 名，应当单独建立党支部`
  return null
}

const idAndName = ({ id, name }: Neighbour) => ({ id, name })

/** By code points, so that every machine orders alike. */
const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  compare(a.name, b.name) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function tell(because: string[], words: string): null {
  because.push(words)
  return null
}
