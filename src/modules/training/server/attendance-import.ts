// A paper attendance list that comes back as a spreadsheet: name and organization, and nobody is guessed.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { bareName } from '../../areas/fold-text.ts'
import { cellOf, mismatch, type Parsed, parseName } from '../../organizations/import/index.ts'
import {
  type Found,
  type ImportKind,
  type ImportPlace,
  judged,
  organizationFinder,
} from '../../organizations/server/index.ts'
import { attendanceLabels, forNone } from '../attendance-columns.ts'
import type { Audience } from '../training.ts'
import { movedOn, whyNotRecord } from '../training-rules.ts'
import { type Given, takeOut, writeList } from './attendance-commands.ts'
import { attendedAt } from './attendance-store.ts'
import { knownTraining, toRun } from './training-commands.ts'

type Row = { name: string; organization: string; leader: boolean; township: string; community: string }

/** `id`: of the attendance that will be written. */
type Statement = Given & { training: string }

export const attendanceRows: ImportKind<Row> = {
  words: {
    ...{ title: '培训签到表', book: '签到名单', thing: '人', unit: '人次' },
    ...{ link: '/trainings/{belongsTo}#attendance', record: null },
  },
  vocabulary: {
    labels: attendanceLabels,
    names: {
      name: { sure: ['签到', '签名', '参训人员', '参加人员', '学员', '学员姓名', '名字', '参训人'] },
      organization: {
        sure: ['组织', '单位', '所在组织', '所属组织', '工作单位', '社会组织名称', '所在单位'],
      },
      leader: { sure: ['负责人', '是不是负责人', '是否为负责人', '负责人参加'] },
      township: { sure: ['街道', '乡镇', '镇街', '所属街道'] },
      community: { sure: ['社区', '村', '所在社区', '社区（村）'] },
    },
    key: 'name',
  },
  parsers: {
    name: (cell) => parseName(cell, 30),
    organization: (cell) => orForNone(parseName(cell, 60)),
    leader: parseYes,
    township: (cell) => parseName(cell, 40),
    community: (cell) => parseName(cell, 40),
  },
  place: 'optional',
  authorize: async (ctx, at) => {
    const training = await toRun(ctx, trainingOf(at))
    if (training.area !== at.area) throw notFound('培训')
    refuseIf(whyNotRecord(training, ctx.today))
  },
  judging,
  write: async (ctx, _outcome, rows, act) => {
    const statements = rows.map(({ statement }) => statement as Statement)
    const [first] = statements
    if (!first) return []
    // Somebody who was added meanwhile makes the preview untrue.
    if ((await writeList(ctx, first.training, statements, act.reason)) !== rows.length) throw movedOn
    return rows.map(({ row, statement }) => ({
      ...{ row, version: 1, before: null },
      record: (statement as Statement).id,
    }))
  },
  // Whoever was taken out by hand since stays out.
  whyNotUndo: async () => null,
  takeBack: (ctx, rows, act) =>
    takeOut(
      ctx,
      rows.map(({ record }) => record),
      act.reason,
    ),
}

function trainingOf({ belongsTo }: ImportPlace): string {
  if (belongsTo === null) throw notFound('培训')
  return belongsTo
}

const orForNone = (parsed: Parsed<string>): Parsed<string> =>
  'ok' in parsed && parsed.ok === null ? { ok: forNone } : parsed

function parseYes(cell: Parameters<typeof parseName>[0]): Parsed<boolean> {
  const parsed = parseName(cell, 30)
  if ('problem' in parsed) return parsed
  const text = parsed.ok ?? ''
  if (/^(是|√|✓|对|y|yes|1|负责人)$/i.test(text)) return { ok: true }
  return /^(|否|不是|×|n|no|0)$/i.test(text) ? { ok: false } : mismatch(text, '“是”或“否”')
}

async function judging(
  ctx: Context,
  at: ImportPlace,
  index: Parameters<ImportKind['judging']>[2],
): ReturnType<ImportKind<Row>['judging']> {
  const { id: training, audience } = await knownTraining(ctx, trainingOf(at))
  const find = organizationFinder(ctx, index)
  const there = new Set(
    (await attendedAt(ctx.db, training)).map((one) => keyOf(one.organization?.id, one.name)),
  )
  const said = new Map<string, number>()
  return async (rows) => {
    const named = await find(rows.flatMap(({ given }) => given.organization ?? []))
    return rows.map((row) => {
      const { name = '', organization, leader = false } = row.given
      const found = organizationOf(organization, row.area, audience, named)
      const id = 'organization' in found ? found.organization : null
      const key = keyOf(id ?? undefined, name)
      const before = said.get(key)
      if (before === undefined) said.set(key, row.row)
      const problems = [
        ...(name === '' ? [{ cell: cellOf(row, 'name'), message: '没有姓名' }] : []),
        ...('problem' in found
          ? [{ cell: cellOf(row, 'organization', 'name'), message: found.problem }]
          : []),
        ...(before === undefined || name === ''
          ? []
          : [
              {
                cell: cellOf(row, 'name'),
                message: `“${name}”在第 ${before} 行已经有了；同名的两个人请注明，例如“王芳（大）”`,
              },
            ]),
      ]
      const statement: Statement = { training, id: ctx.newId(), name, organization: id, leader }
      return judged(row, { outcome: there.has(key) ? 'same' : 'new', name, statement, problems })
    })
  }
}

const keyOf = (organization: string | undefined, name: string): string =>
  `${organization ?? ''} ${bareName(name)}`

type Meant = { organization: string | null } | { problem: string }

/** Nobody is guessed: an organization that is not on the register is a problem, until it is mended or 无 is written. */
function organizationOf(
  name: string | undefined,
  area: string | null,
  audience: Audience,
  find: (name: string, area: string | null) => Found,
): Meant {
  if (name === forNone || (name === undefined && audience === 'officers')) return { organization: null }
  if (name === undefined) return { problem: '没有写组织；不代表任何组织来的，请写“无”' }
  const found = find(name, area)
  if ('organization' in found) return { organization: found.organization.id }
  return { problem: `${found.problem}；是名录外的人，请把组织改为“无”` }
}
