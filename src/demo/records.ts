// Made-up dated records: what the programme expects, in time or late, and what communities do besides.
import type { Pack } from '../modules/programmes/pack.ts'
import { recordMeasures } from '../modules/records/measures.ts'
import { headingOf } from '../modules/records/record-kinds.ts'
import type { Context } from '../platform/context.ts'
import {
  addAppraisals,
  addExpected,
  addFindings,
  addHappening,
  addJudgements,
  type Happening,
} from './records-store.ts'

const happenings: readonly Happening[] = [
  { kind: 'conventions', title: '居民公约', share: 35, attributes: {} },
  { kind: 'deliberations', title: '楼道停车怎么办', share: 18, attributes: { concluded: true } },
  { kind: 'surveys', title: '居民需求调查', share: 12, attributes: {} },
  { kind: 'disclosures', title: '服务项目和时间', share: 10, attributes: {} },
]

/** Headings by the kind; those of documents by theirs. */
const titles = {
  jointMeetings: '社区社会组织联席会议',
  spotChecks: '社区社会组织专项监督抽查',
  acceptances: '社区社会组织培育发展情况验收',
}

/** After the programme is loaded, the organizations and the accounts are there. */
export async function addRecords(ctx: Context, { targets }: Pick<Pack, 'targets'>): Promise<void> {
  const { choices = {} } = recordMeasures.documents.attributes.kind
  await addExpected(ctx, { ...titles, ...choices })
  await addFindings(ctx, (result) => headingOf('determinations', { condition: 'incubator', result }))
  for (const happening of happenings) await addHappening(ctx, happening)
  await addAppraisals(ctx)
  await addJudgements(
    ctx,
    targets.filter(({ judge }) => judge === 'person').map(({ id }) => id),
  )
}
