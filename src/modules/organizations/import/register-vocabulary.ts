// The register as a kind of table: its fields and headings, and what its headings mean beside others.
import { choiceFields, recognizes } from './choice-tables.ts'
import { fieldLabels, fieldNames } from './fields.ts'
import type { Header } from './header.ts'
import { type Likeness, plainHeading, spellings } from './heading.ts'
import type { Vocabulary } from './vocabulary.ts'

export const registerVocabulary: Vocabulary = {
  labels: fieldLabels,
  names: fieldNames,
  key: 'name',
  habits: { fits, underParent, isForeign, byValues, isOther: isRoster },
}

/** 预算科目/名称 is the name of something else: a bare word under a heading that is not about the organization. */
function isForeign(leaf: string, parents: readonly string[]): boolean {
  const about = parents.join('/')
  if (
    about === '' ||
    /组织|基本|社团|团队|队伍|机构|概况|信息|情况|所属|所在|登记|备案|成员|负责人|联系/.test(about)
  )
    return false
  return /^(名称|类别|类型|性质|分类|地址|场所|人数|时间|日期|状态|说明|代码|证书号|社区|街道|区域)$/.test(
    plainHeading(leaf),
  )
}

/** Headings about the party organization, its instructor or other people name nothing of the organization itself. */
function fits(field: string, leaf: string, parents: readonly string[]): boolean {
  const about = parents.join('/')
  if (field === 'partyBranch' || field === 'partyMembers') return !/指导员|负责人|已建|未建/.test(about)
  if (/党|支部|指导员|监事|秘书|财务|会计|出纳|主管单位|群团|工会|填报|审核/.test(about))
    return field === 'note' && about === ''
  if (/指导员|监事|秘书长|财务|会计|出纳/.test(leaf)) return false
  return !(/党|支部/.test(leaf) && field !== 'note')
}

/** 姓名 below 负责人, 电话 below 联系人, 其中党员 below 成员人数. */
function underParent(field: string, leaf: string, parents: readonly string[]): number {
  const parent = parents.at(-1) ?? ''
  const text = spellings(leaf)[0] ?? ''
  const person = /^(主要)?(负责人|法定代表人|法人代表|法人|联系人|会长|队长|理事长)/.test(parent)
  if (field === 'leader' && person && text === '姓名') return /联系人/.test(parent) ? 0.85 : 0.96
  if (field === 'phone' && person && /电话|手机|联系方式/.test(text))
    return /联系人/.test(parent) ? 0.9 : 0.96
  if (field === 'members' && /成员|会员|人员/.test(parent) && /^(总数|人数|合计|总人数|数量)$/.test(text))
    return 0.95
  if (field === 'township' && /所属|所在|属地/.test(parent) && /^(街道|镇|乡镇|镇街)/.test(text)) return 0.96
  if (field === 'community' && /所属|所在|属地/.test(parent) && /^(社区|村)/.test(text)) return 0.96
  return field === 'foundedOn' && /成立/.test(parent) && /^(时间|日期)$/.test(text) ? 0.9 : 0
}

const isChoice = (field: string): boolean => (choiceFields as readonly string[]).includes(field)

/** 类别, 类型, 性质 and 形式 may each hold categories, legal forms or tiers: the values decide. */
function byValues(
  found: readonly Likeness[],
  path: readonly string[],
  samples: readonly string[],
): Likeness[] {
  const [top] = found
  if (!top || !isChoice(top.field) || top.field === 'status') return [...found]
  const others = (['category', 'legalForm', 'tier'] as const).map((field) => ({
    field,
    share: samples.filter((text) => recognizes(field, text)).length / samples.length,
  }))
  const best = others.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < 0.6 || best.field === top.field || !others.some(({ field }) => field === top.field))
    return [...found]
  const reason = `“${path.join('/')}”一列的内容是${fieldLabels[best.field]}`
  return [
    { field: best.field, score: 0.92, reason },
    ...found.filter(({ field }) => field !== best.field && field !== top.field),
  ]
}

/** A list of persons: a column 姓名 of its own, with their sex, birth or education. */
function isRoster({ columns }: Header): boolean {
  const alone = columns.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? '')
  const personal = alone.filter((text) => /^(性别|民族|出生|学历|身份证|文化程度|政治面貌)/.test(text))
  return alone.includes('姓名') && personal.length >= 2
}
