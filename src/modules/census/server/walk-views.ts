// What is read of one place's list.
import type { Context } from '../../../platform/context.ts'
import type { Organization } from '../../organizations/organization.ts'
import { listOrganizations } from '../../organizations/server/index.ts'
import type { Walk } from '../census.ts'
import { whyNotAnswer } from '../census-rules.ts'
import type { CensusRow } from './census-store.ts'
import { areaOf } from './census-views.ts'
import { answersAt, mayAnswer, onList, placeAt } from './walk-store.ts'

/** A place has a few dozen at most; beyond this its list is no list to walk through. */
const longest = 1_000

export async function walkOf(ctx: Context, census: CensusRow, code: string): Promise<Walk> {
  const { ancestors, ...area } = await areaOf(ctx, census, code)
  const answers = new Map(
    (await answersAt(ctx.db, census.id, code)).map(({ organization, ...answer }) => [organization, answer]),
  )
  const place = await placeAt(ctx.db, census.id, code)
  return {
    census,
    area,
    where: ancestors.map(({ name }) => name).join(' · '),
    finished: place?.at ? { by: place.by ?? '', at: place.at } : null,
    items: (await organizationsOn(ctx, census.id, code)).map((organization) => ({
      organization,
      answer: answers.get(organization.id) ?? null,
    })),
    mayAnswer: await mayAnswer(ctx, code),
    whyNotAnswer: whyNotAnswer(census)?.body.message ?? null,
  }
}

async function organizationsOn(ctx: Context, census: string, area: string): Promise<Organization[]> {
  const rows = await listOrganizations(ctx, {
    action: 'organization.see',
    condition: onList(census, area),
    sort: { column: 'pinyin', nullable: false, descending: false },
    after: null,
    limit: longest,
  })
  return rows.map(({ view }) => JSON.parse(view) as Organization)
}
