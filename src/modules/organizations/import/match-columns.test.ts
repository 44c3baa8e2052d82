// Which column is which field: common names, parents, units, memory; never two columns for one field.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FieldId, fieldIds, fieldLabels, fieldNames } from './fields.ts'
import { columnKey, matchColumns as matchIn, type Remembered } from './match-columns.ts'
import { registerVocabulary } from './register-vocabulary.ts'

const column = (path: string | string[], index = 0, samples: string[] = []) => ({
  index,
  path: typeof path === 'string' ? path.split('>') : path,
  samples,
})
const matchColumns = (columns: Parameters<typeof matchIn>[0], remembered?: Remembered) =>
  matchIn(columns, registerVocabulary, remembered)
const fieldOf = (path: string, samples: string[] = []): string | null =>
  matchColumns([column(path, 0, samples)])[0]?.field ?? null

describe('A heading under any common name', () => {
  test.each<[FieldId, string[]]>([
    [
      'name',
      [
        '组织名称',
        '名称',
        '社团名称',
        '队伍名称',
        '社会组织名称*',
        '社区社会组织名称（全称）',
        '单位名称',
        '2.团队名称',
        '基本情况>社会组织\n名称',
      ],
    ],
    ['category', ['类别', '类型', '性质', '组织类别', '社会组织性质*', '服务类别']],
    [
      'township',
      [
        '所属街道(镇)',
        '所属街道（镇）',
        '镇街',
        '乡镇(街道)',
        '镇（街道）',
        '所在镇街',
        '街道',
        '所属>街道（乡镇）',
        '街道办事处',
      ],
    ],
    [
      'community',
      [
        '所属社区',
        '村(社区)',
        '社区（村）',
        '社区',
        '村居',
        '所在村（社区）',
        '村/社区',
        '村（居）委会',
        '所属>社区（村）',
      ],
    ],
    ['area', ['行政区划', '所属区、街道、社区(名称)', '所属区域']],
    [
      'leader',
      [
        '负责人',
        '负责人姓名*',
        '法定代表人',
        '法定代表人>姓名',
        '负责人>姓名',
        '联系人',
        '姓名',
        '会长',
        '队长',
        '主要负责人',
      ],
    ],
    [
      'phone',
      [
        '联系电话',
        '手机',
        '电话',
        '联系方式',
        '负责人联系电话',
        '负责人>联系电话',
        '手机号码',
        '联系人>电话',
      ],
    ],
    [
      'members',
      ['成员人数', '人数', '会员数', '成员人数（人）', '队员人数', '会员总数', '从业人员数', '成员>人数'],
    ],
    ['partyMembers', ['党员人数', '党员数', '其中党员', '其中：党员人数', '中共党员数', '党员情况>党员数']],
    ['foundedOn', ['成立时间', '成立日期', '成立时间（年月）', '组建时间', '成立>时间']],
    ['filedOn', ['备案时间', '备案日期']],
    ['registeredOn', ['登记时间', '注册登记日期', '登记日期']],
    ['place', ['活动场所', '地址*', '办公场所', '活动地点', '办公地址', '活动阵地']],
    ['scope', ['业务范围*', '主要活动内容', '宗旨', '业务范围（宗旨）', '服务内容']],
    [
      'partyBranch',
      [
        '是否建立党组织',
        '党组织建立情况',
        '是否设置党组织',
        '党组织建立情况>党组织设置',
        '党建情况>是否有党组织',
      ],
    ],
    ['tier', ['登记/备案', '登记或备案', '管理方式', '分类管理']],
    ['legalForm', ['组织形式', '法人类型', '登记类型']],
    ['unifiedCode', ['统一社会信用代码', '登记证号', '组织机构代码', '统一社会信用代码/登记证号']],
    ['residentsServed', ['服务对象人数', '服务居民人数', '受益人数']],
    ['hub', ['是否枢纽型', '枢纽型社会组织', '是否为枢纽型']],
    ['charter', ['是否有章程', '简易章程', '有无章程']],
    ['status', ['状态', '运行状态', '活动状态']],
    ['note', ['备注', '备  注', '其他说明']],
  ])('is %s', (field, headings) => {
    expect(headings.map((heading) => [heading, fieldOf(heading)])).toEqual(
      headings.map((heading) => [heading, field]),
    )
  })

  test('but other things are not taken for it', () => {
    const others = [
      '序号',
      '邮政编码*',
      '办公场所数量(个)',
      '办公场所面积(㎡)',
      '主管部门',
      '进驻时间',
      '填报日期',
      '填报状态',
      '身份证号',
      '政治面貌',
      '党组织名称',
      '党支部书记',
      '预备党员人数',
      '业务主管单位',
      '志愿者人数次',
      '年检结果',
      '预算科目>名称',
      '项目名称',
      '所属区划代码',
    ]
    expect(others.map((heading) => [heading, fieldOf(heading)])).toEqual(
      others.map((heading) => [heading, null]),
    )
  })

  test('the heading above decides whose name and number it is', () => {
    const paths = [
      '负责人>姓名',
      '负责人>电话',
      '党建指导员>姓名',
      '党建指导员>电话',
      '已建党组织情况>党组织负责人>姓名',
      '党支部>负责人>联系电话',
    ]
    const matches = matchColumns(paths.map((path, i) => column(path, i)))
    expect(matches.map(({ field }) => field)).toEqual(['leader', 'phone', null, null, null, null])
  })

  test('the values decide what 类别 means', () => {
    expect(fieldOf('组织类别', ['社会团体', '民办非企业单位'])).toBe('legalForm')
    expect(fieldOf('类型', ['备案', '登记', '备案'])).toBe('tier')
    expect(fieldOf('性质', ['文体类', '公益慈善类'])).toBe('category')
    const both = matchColumns([column('类别', 0, ['文体类', '环保']), column('组织类别', 1, ['社会团体'])])
    expect(both.map(({ field }) => field)).toEqual(['category', 'legalForm'])
  })
})

describe('A proposal', () => {
  test('says why, and why not', () => {
    const matches = matchColumns(
      ['序号', '组织名称', '团队名称', '邮编', ''].map((path, i) => column(path === '' ? [] : path, i)),
    )
    expect(matches.map(({ reason }) => reason)).toEqual([
      '序号不导入',
      '表头“组织名称”即“组织名称”',
      '“组织名称”一列已对应“组织名称”',
      '没有对应的项目',
      '这一列没有表头',
    ])
  })

  test('follows what was chosen before, also that a column is left out', () => {
    const remembered = { [columnKey(['队伍'])]: 'name', [columnKey(['备 注*'])]: null } as const
    const matches = matchColumns([column('组织名称', 0), column('队 伍', 1), column('备注', 2)], remembered)
    expect(matches.map(({ field }) => field)).toEqual([null, 'name', null])
    expect(matches[2]?.reason).toBe('上次没有导入这一列')
  })

  test('keeps to the fields that may be imported', () => {
    const names = { ...registerVocabulary, labels: { name: fieldLabels.name } }
    expect(matchIn([column('组织名称'), column('状态', 1)], names).map(({ field }) => field)).toEqual([
      'name',
      null,
    ])
  })

  test('never gives two columns to one field, and finds every export heading wherever it stands', () => {
    const heading = fc.constantFrom(
      ...fieldIds.flatMap((field) => [fieldLabels[field], ...fieldNames[field].sure]),
    )
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), fc.shuffledSubarray([...fieldIds]), (others, own) => {
        const columns = [...others, ...own.map((field) => fieldLabels[field])].map((path, i) =>
          column([path], i),
        )
        const matches = matchColumns(columns)
        const fields = matches.flatMap(({ field }) => field ?? [])
        expect(new Set(fields).size).toBe(fields.length)
        for (const field of own) expect(fields).toContain(field)
      }),
    )
  })

  test('is the identity on the headings of an export', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...fieldIds]), (fields) => {
        const matches = matchColumns(fields.map((field, i) => column([fieldLabels[field]], i)))
        expect(matches.map(({ field }) => field)).toEqual(fields)
      }),
    )
  })
})
