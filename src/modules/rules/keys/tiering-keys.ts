// Parameters of the three tiers: what an organization must have to be registered, or to be filed.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const association = (clause: string) => ({ document: '社会团体登记管理条例', clause })
const serviceAgency = { document: '民办非企业单位登记管理暂行条例', clause: '第八条' }
const foundation = { document: '基金会管理条例', clause: '第八条' }

/** So many people, units, staff; 0 asks for none. */
const atLeast = z.int('请填写整数').min(0, '不能小于 0').max(100_000, '最多 100000')
/** 分; 0 asks for none. */
const money = z.int('请填写整数').min(0, '不能小于 0').max(1_000_000_000_00)

export const tieringKeys = {
  'tiering.scope': ruleKey({
    title: '登记或备案：要写明业务范围',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
  'tiering.association.people': ruleKey({
    title: '登记为社会团体：个人会员数',
    schema: atLeast,
    base: 50,
    source: association('第十条第一款第一项'),
  }),
  'tiering.association.units': ruleKey({
    title: '登记为社会团体：或者单位会员数',
    schema: atLeast,
    base: 30,
    source: association('第十条第一款第一项'),
  }),
  'tiering.association.mixed': ruleKey({
    title: '登记为社会团体：或者个人会员、单位会员合计数',
    schema: atLeast,
    base: 50,
    source: association('第十条第一款第一项'),
  }),
  'tiering.association.money': ruleKey({
    title: '登记为社会团体：活动资金',
    schema: money,
    base: 3_000_000,
    source: association('第十条第一款第五项'),
  }),
  'tiering.association.staff': ruleKey({
    title: '登记为社会团体：专职工作人员数',
    schema: atLeast,
    base: 1,
    source: association('第十条第一款第四项'),
  }),
  'tiering.association.place': ruleKey({
    title: '登记为社会团体：要有固定的住所',
    schema: z.boolean(),
    base: true,
    source: association('第十条第一款第三项'),
  }),
  'tiering.serviceAgency.staff': ruleKey({
    title: '登记为社会服务机构：从业人员数',
    schema: atLeast,
    base: 1,
    source: serviceAgency,
  }),
  'tiering.serviceAgency.money': ruleKey({
    title: '登记为社会服务机构：开办资金',
    schema: money,
    base: 3_000_000,
    source: 'default',
  }),
  'tiering.serviceAgency.place': ruleKey({
    title: '登记为社会服务机构：要有必要的场所',
    schema: z.boolean(),
    base: true,
    source: serviceAgency,
  }),
  'tiering.foundation.money': ruleKey({
    title: '登记为基金会：原始基金',
    schema: money,
    base: 200_000_000,
    source: foundation,
  }),
  'tiering.foundation.staff': ruleKey({
    title: '登记为基金会：专职工作人员数',
    schema: atLeast,
    base: 1,
    source: foundation,
  }),
  'tiering.foundation.place': ruleKey({
    title: '登记为基金会：要有固定的住所',
    schema: z.boolean(),
    base: true,
    source: foundation,
  }),
  'tiering.filedGroup.members': ruleKey({
    title: '备案（团体类）：成员数',
    schema: atLeast,
    base: 10,
    source: 'default',
  }),
  'tiering.filedGroup.founders': ruleKey({
    title: '备案（团体类）：个人发起人数',
    schema: atLeast,
    base: 3,
    source: 'default',
  }),
  'tiering.filedGroup.foundingUnits': ruleKey({
    title: '备案（团体类）：或者单位发起人数',
    schema: atLeast,
    base: 2,
    source: 'default',
  }),
  'tiering.filedGroup.place': ruleKey({
    title: '备案（团体类）：要有活动场所',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
  'tiering.filedService.staff': ruleKey({
    title: '备案（服务类）：工作人员数',
    schema: atLeast,
    base: 2,
    source: 'default',
  }),
  'tiering.filedService.founders': ruleKey({
    title: '备案（服务类）：个人发起人数',
    schema: atLeast,
    base: 2,
    source: 'default',
  }),
  'tiering.filedService.foundingUnits': ruleKey({
    title: '备案（服务类）：或者单位发起人数',
    schema: atLeast,
    base: 1,
    source: 'default',
  }),
  'tiering.filedService.place': ruleKey({
    title: '备案（服务类）：要有活动场所',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
} as const
