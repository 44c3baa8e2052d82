// Makes up party-building where the demo's officers work, so that coverage, branches and party life can be seen.
import type { Context } from '../platform/context.ts'
import {
  addContacts,
  addInstructors,
  addJointBranches,
  addMeetings,
  addMembers,
  addOwnBranches,
  addPairings,
  setDues,
} from './party-store.ts'

/** Branches and meetings of a county, contacts of a township, names of members of one community. */
export async function addParty(
  ctx: Context,
  { county, township, community }: { county: string; township: string; community: string },
): Promise<void> {
  await addOwnBranches(ctx, county)
  await addJointBranches(ctx, county)
  await addInstructors(ctx, county)
  await addMeetings(ctx, county)
  await setDues(ctx, county)
  await addPairings(ctx, county)
  await addContacts(ctx, township)
  await addMembers(ctx, community)
}
