// What a reader gets to see of a charter: its text, its vote, the rules of the place, the other versions.
import type { Context } from '../../../platform/context.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Category, PartyPresence } from '../../organizations/choices.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { type Chapter, type Charter, CharterRules } from '../charter.ts'
import { charterText } from '../charter-text.ts'
import type { Known } from '../prefill.ts'
import {
  type CharterRow,
  charterById,
  charterSubject,
  currentOf,
  type Owner,
  ownerOf,
  versionsOf,
} from './charter-store.ts'

export async function viewCharter(ctx: Context, id: string): Promise<Charter> {
  const { charter, owner, rules } = await seeCharter(ctx, id)
  const current = await currentOf(ctx.db, owner.id)
  return {
    ...charter,
    organizationName: owner.name,
    members: owner.members,
    chapters: textOf(charter, rules),
    rules,
    formInForce: current && current.id !== id ? current.form : null,
    amends: current !== null && current.id !== id,
    versions: await versionsOf(ctx.db, owner.id),
    may: owner.may,
  }
}

export type SeenCharter = { charter: CharterRow; owner: Owner; rules: CharterRules }

/** One version for somebody who may see it. */
export async function seeCharter(ctx: Context, id: string): Promise<SeenCharter> {
  await authorize(ctx, 'charter.see', charterSubject(id))
  const charter = await charterById(ctx.db, id)
  if (!charter) throw notFound('章程')
  const owner = await ownerOf(ctx, charter.organization)
  return { charter, owner, rules: await rulesOfOwner(ctx, owner) }
}

/** Frozen once it was voted on; before that as the answers have it. Null for a paper. */
export const textOf = (charter: CharterRow, rules: CharterRules): Chapter[] | null =>
  charter.chapters ?? (charter.form && charterText(charter.form, rules))

/** Of all rules those that concern charters. */
export const rulesOfOwner = async (ctx: Context, { area }: Owner): Promise<CharterRules> =>
  CharterRules.parse(await rulesFor(ctx.db, area))

export const knownOf = (owner: Owner): Known => ({
  ...owner,
  category: owner.category as Category,
  partyPresence: owner.partyPresence as PartyPresence | null,
})
