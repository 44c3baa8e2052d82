// An application as pages show it: with its papers, conditions, clock, thread, and the steps that its reader may take.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { maskPhone } from '../../organizations/masking.ts'
import type { ProposalView } from '../../organizations/tiers-api.ts'
import { rulesInForce } from '../../rules/server/index.ts'
import { clockOf, noClock } from '../clock-rules.ts'
import type { Application, ApplicationFacts, ApplicationLine, Material } from '../filing.ts'
import { desksHeld, isFillable, isOpen, offersOf, threadWords } from '../offers.ts'
import { materialsFor, type Terms, termsOf } from '../terms.ts'
import type { ListedRow } from './filing-list-store.ts'
import { type ApplicationRow, applicationAndAround, type Surroundings } from './filing-store.ts'
import { knownPapers } from './known-papers.ts'
import { proposalFor } from './tier-proposal.ts'

export async function shownApplication(ctx: Context, id: string): Promise<Application> {
  const found = await applicationAndAround(ctx, id)
  if (!found) throw notFound('申请')
  const { row, around } = found
  const { terms, proposal } = await standingOf(ctx, row, around.memberCount)
  const held = desksHeld(around.may)
  const course = { ...row, path: terms.path }
  return {
    ...lineOf({ ...row, ...around, warnWithin: terms.warnWithin, sinceNow: ctx.today }),
    ...{ organization: row.organization, organizationTier: row.organizationTier, version: row.version },
    ...{ keeperName: around.keeperName, openedBy: around.openedByName, may: around.may },
    mine: isOwn(row, ctx.who.id),
    editable: isFillable(row.status) && around.may.includes('filing.edit'),
    facts: withMaskedPhone(row, ctx.who.id),
    memberCount: around.memberCount,
    partyCount: { full: around.full, probationary: around.probationary },
    branchFrom: terms.branchFrom,
    materials: materialsOf(terms, row, around, await knownPapers(ctx, row)),
    proposal,
    decidedTier: row.decidedTier,
    path: terms.path,
    returnedFrom: row.returnedFrom,
    thread: around.thread.map(({ step, supports, ...line }) => ({
      ...line,
      what: threadWords(step, supports),
    })),
    offers: offersOf(course, held),
  }
}

/** One that has been sent keeps the terms and the proposal under which it was; of a draft they are those of today. */
async function standingOf(
  ctx: Context,
  row: ApplicationRow,
  members: number,
): Promise<{ terms: Terms; proposal: ProposalView }> {
  if (row.terms && row.proposal && !isFillable(row.status))
    return { terms: row.terms, proposal: row.proposal }
  const inForce = await rulesInForce(ctx.db, row.area)
  const terms = row.terms ?? termsOf(inForce.rules, row.tier, row.inCommunity)
  return { terms, proposal: proposalFor(inForce, row.facts, members) }
}

/** One line; `sinceNow` is the day on which it is looked at. */
export function lineOf(row: ListedRow & { sinceNow: Day }): ApplicationLine {
  const { id, kind, tier, name, area, areaName, townshipName, status, desk } = row
  return {
    ...{ id, kind, tier, name, area, areaName, townshipName, status, desk },
    ...{ onBehalf: row.onBehalf, submittedOn: row.submittedOn, decidedOn: row.decidedOn, demo: row.demo },
    clock:
      isOpen(status) && status !== 'draft' ? clockOf(row.dueOn, row.sinceNow, row.warnWithin ?? 0) : noClock,
  }
}

/** Whoever typed it sees the number in full; everybody else a masked one. */
function withMaskedPhone(row: ApplicationRow, reader: string | null): ApplicationFacts {
  const { facts } = row
  return isOwn(row, reader) || facts.phone === null ? facts : { ...facts, phone: maskPhone(facts.phone) }
}

const isOwn = ({ keeper, openedBy }: ApplicationRow, reader: string | null): boolean =>
  reader !== null && (reader === keeper || reader === openedBy)

function materialsOf(
  terms: Terms,
  { facts }: ApplicationRow,
  { files, memberCount }: Surroundings,
  known: ReadonlyMap<string, string>,
): Material[] {
  return materialsFor(terms, facts).map(({ id, title, why, required, way }) => {
    const own = files.filter(({ material }) => material === id).map(({ file }) => file)
    const made = way === 'form' || (way === 'roster' && memberCount > 0)
    const onRecord = known.get(id) ?? null
    const ready = made || own.length > 0 || onRecord !== null || !required
    return { id, title, why, required, way, files: own, known: onRecord, ready }
  })
}
