// Bringing a title in: nominate, record what was published already, change the words, take it back.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { type HonorInFull, type HonorLevel, honorLevels } from '../honor.ts'
import type { HonorDraft, HonorWords, RecordDraft, SubjectDraft } from '../honor-drafts.ts'
import {
  movedOn,
  sameAlready,
  whyNot,
  whyNotDay,
  whyNotEdit,
  whyNotKind,
  whyNotLevel,
  whyNotNominate,
  whyNotValid,
} from '../honor-rules.ts'
import { insertStep } from './full-store.ts'
import { honorSubject, mayDecideAt } from './honor-store.ts'
import { fullHonor, knownHonor } from './honor-views.ts'
import {
  areaCandidate,
  type Candidate,
  deskAbove,
  insertHonor,
  moveHonor,
  type NewHonor,
  organizationCandidate,
  placeSubject,
  projectTitle,
  updateWords,
} from './moves-store.ts'

/** It waits at the desk of its level, until the day that the rules of the place give. */
export async function nominate(ctx: Context, draft: HonorDraft): Promise<HonorInFull> {
  const candidate = await candidateOf(ctx, draft.about)
  refuseIf(whyNotNominate(draft.level))
  const desk = await deskOf(ctx, draft, candidate)
  const within = (await rulesFor(ctx.db, candidate.area))['honors.reviewWithin']
  const id = await insert(ctx, draft, candidate, {
    ...{ desk, status: 'nominated', dueOn: dueOn(ctx.today, within) },
    ...{ awardedOn: null, validUntil: null, document: null },
  })
  await told(ctx, 'nominate', { id, area: candidate.area }, null)
  return fullHonor(ctx, id)
}

/** What was published before, or by the province: as it is, by those who decide at its desk. */
export async function recordHonor(ctx: Context, given: RecordDraft): Promise<HonorInFull> {
  const { on, validUntil, document, ...draft } = given
  const candidate = await candidateOf(ctx, draft.about)
  refuseIf(whyNotDay('on', on, null, ctx.today) ?? whyNotValid(on, validUntil))
  const desk = await deskOf(ctx, draft, candidate)
  if (!(await mayDecideAt(ctx, desk))) throw notAllowed('honor.decide')
  const id = await insert(ctx, draft, candidate, {
    ...{ desk, status: 'awarded', dueOn: null, awardedOn: on, validUntil, document },
  })
  await told(ctx, 'record', { id, area: candidate.area }, document)
  return fullHonor(ctx, id)
}

export async function editHonor(ctx: Context, id: string, words: HonorWords): Promise<HonorInFull> {
  await authorize(ctx, 'honor.nominate', honorSubject(id))
  const honor = await knownHonor(ctx, id)
  refuseIf(whyNotEdit(honor) ?? whyNotKind(honor.kind, honor.subject, words.theme))
  const moved = await once(updateWords(ctx, id, themed(honor.kind, words)))
  if (moved !== 1) throw movedOn
  const changes = (Object.keys(words) as (keyof HonorWords)[])
    .filter((field) => words[field] !== honor[field])
    .map((field) => ({ field, from: honor[field], to: words[field] }))
  await insertStep(ctx, id, 'edit', null)
  await record(ctx, { action: 'honor.edit', subjectKind: 'honor', subject: id, area: honor.area, changes })
  return fullHonor(ctx, id)
}

export async function retract(ctx: Context, id: string, reason: string): Promise<HonorInFull> {
  await authorize(ctx, 'honor.nominate', honorSubject(id))
  const honor = await knownHonor(ctx, id)
  refuseIf(whyNot('retract', honor))
  if ((await moveHonor(ctx, id, 'retract')) !== 1) throw movedOn
  await told(ctx, 'retract', honor, reason)
  return fullHonor(ctx, id)
}

/** What may be nominated by this person. A project is that of the organization that carries it. */
async function candidateOf(ctx: Context, about: SubjectDraft): Promise<Candidate> {
  if (about.subject === 'area') {
    await authorize(ctx, 'honor.nominate', placeSubject(about.area))
    return found(await areaCandidate(ctx.db, about.area), '区划')
  }
  await authorize(ctx, 'honor.nominate', organizationSubject(about.organization))
  const carrier = await organizationCandidate(ctx.db, about.organization)
  if (!carrier) throw hasEnded
  return about.subject === 'project' ? projectCandidate(ctx, carrier, about) : carrier
}

/** One on record has its name from there; of others the name that is told. */
async function projectCandidate(
  { db }: Context,
  carrier: Candidate,
  { organization, project, name }: Extract<SubjectDraft, { subject: 'project' }>,
): Promise<Candidate> {
  if (project === undefined) {
    if (name === undefined) throw unnamed
    return { ...carrier, name }
  }
  const title = await projectTitle(db, organization, project)
  if (title === null) throw ofAnother
  return { ...carrier, project, name: title }
}

const unnamed = new Problem(422, {
  code: 'honor.projectUnnamed',
  message: '还没有说是哪个项目。',
  mend: '请从这个组织的项目里选一个，或者填写项目名称。',
  faults: [{ at: 'about.name', message: '请填写项目名称' }],
})

const ofAnother = new Problem(422, {
  code: 'honor.projectOfAnother',
  message: '这个项目不是所选组织的。',
  mend: '请从这个组织的项目里选一个。',
  faults: [{ at: 'about.project', message: '不是这个组织的项目' }],
})

function found<T>(candidate: T | null, called: string): T {
  if (candidate === null) throw notFound(called)
  return candidate
}

const hasEnded = new Problem(422, {
  code: 'honor.hasEnded',
  message: '这个组织已经退出名录。',
  mend: '请选择还在名录里的组织。',
  faults: [{ at: 'about.organization', message: '已退出名录' }],
})

async function deskOf(ctx: Context, draft: HonorDraft, candidate: Candidate): Promise<string> {
  refuseIf(
    whyNotKind(draft.kind, draft.about.subject, draft.theme) ?? whyNotLevel(draft.level, candidate.areaLevel),
  )
  const desk = await deskAbove(ctx.db, candidate.area, draft.level)
  if (desk === null) throw noDesk(draft.level)
  return desk
}

const noDesk = (level: HonorLevel): Problem =>
  new Problem(422, {
    code: 'honor.noDesk',
    message: `它所在的地方没有${honorLevels[level]}的单位。`,
    mend: '请选另一级。',
    faults: [{ at: 'level', message: '所在的地方没有这一级' }],
  })

type Entry = Pick<NewHonor, 'desk' | 'status' | 'dueOn' | 'awardedOn' | 'validUntil' | 'document'>

async function insert(
  ctx: Context,
  { about, ...draft }: HonorDraft,
  { name, organization, project, area }: Candidate,
  entry: Entry,
): Promise<string> {
  const id = ctx.newId()
  const { kind, level } = draft
  await once(
    insertHonor(ctx, {
      ...{ id, kind, level, subject: about.subject, name, organization, project, area },
      ...themed(kind, draft),
      ...entry,
    }),
  )
  return id
}

/** Only pilots have a theme. */
const themed = (kind: HonorDraft['kind'], { title, year, theme, reason }: HonorWords): HonorWords => ({
  ...{ title, year, reason },
  theme: kind === 'pilot' ? theme : null,
})

/** The database knows of two at once what nobody else could. */
async function once(write: Promise<number>): Promise<number> {
  try {
    return await write
  } catch (error) {
    throw brokenConstraint(error) === 'honor_held_once' ? sameAlready : error
  }
}

async function told(
  ctx: Context,
  what: 'nominate' | 'record' | 'retract',
  { id, area }: { id: string; area: string },
  said: string | null,
): Promise<void> {
  await insertStep(ctx, id, what, said)
  await record(ctx, { action: `honor.${what}`, subjectKind: 'honor', subject: id, area, reason: said })
}
