// How well a heading, with the headings above it, names a field of the register.
import { type FieldId, fieldIds, fieldLabels, fieldNames } from './fields.ts'

/** No heading is longer; sentences are not compared. */
const longest = 60

export type Likeness = { field: FieldId; score: number; reason: string }

/** A heading in the form in which it is compared: half-width, no blanks, stars, units or "(必填)". */
export const plainHeading = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[*※☆★:：#]/g, '')
    .replace(/[（(【[]?(必填|选填|必录|可选)(项)?[)）】\]]?/g, '')
    .replace(/^(\d{1,2}|[一二三四五六七八九十]{1,2})[.、]/, ''),
)

/** 成员人数(人) → 成员人数; 所属街道(镇) → 所属街道 and 所属街道镇. */
export const spellings = remembered((text): readonly string[] => {
  const plain = plainHeading(text)
  const bare = plain.replace(/[([【][^)\]】]*[)\]】]/g, '')
  const open = plain.replace(/[()[\]【】]/g, '')
  return [...new Set([bare, open, open.replace(/[、/,，·]/g, '')])].filter((s) => s !== '')
})

/** Each heading is compared with every field, and the rows of a table repeat them: what was made is kept a while. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= 2000) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** Every field that the column may be, likeliest first. `path` runs from the top heading to the lowest. */
export function likenesses(path: readonly string[]): Likeness[] {
  const found: Likeness[] = []
  if ((path.at(-1)?.length ?? 0) > longest) return found
  for (const field of fieldIds) {
    const likeness = likenessTo(field, path)
    if (likeness) found.push(likeness)
  }
  return found.sort((a, b) => b.score - a.score)
}

function likenessTo(field: FieldId, path: readonly string[]): Likeness | null {
  const leaf = path.at(-1) ?? ''
  const parents = path.slice(0, -1).map((text) => plainHeading(text))
  if (!fits(field, plainHeading(leaf), parents)) return null
  const whole = spellings(leaf).join('')
  const byItself = Math.max(0, ...spellings(leaf).map((text) => alone(field, text, whole)))
  const score = Math.max(
    underParent(field, leaf, parents),
    isForeign(leaf, parents) ? byItself * 0.5 : byItself,
  )
  if (score === 0) return null
  return {
    field,
    score,
    reason: `表头“${path.join('/')}”${score >= 0.9 ? '即' : '可能是'}“${fieldLabels[field]}”`,
  }
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
function fits(field: FieldId, leaf: string, parents: readonly string[]): boolean {
  const about = parents.join('/')
  if (field === 'partyBranch' || field === 'partyMembers') return !/指导员|负责人|已建|未建/.test(about)
  if (/党|支部|指导员|监事|秘书|财务|会计|出纳|主管单位|群团|工会|填报|审核/.test(about))
    return field === 'note' && about === ''
  if (/指导员|监事|秘书长|财务|会计|出纳/.test(leaf)) return false
  return !(/党|支部/.test(leaf) && field !== 'note')
}

/** 姓名 below 负责人, 电话 below 联系人, 其中党员 below 成员人数. */
function underParent(field: FieldId, leaf: string, parents: readonly string[]): number {
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

function alone(field: FieldId, text: string, whole: string): number {
  const { sure, likely, never } = fieldNames[field]
  if (spellings(fieldLabels[field]).includes(text)) return 1
  if (never?.test(whole)) return 0
  if (sure.includes(text)) return 0.95
  if (!likely?.test(text)) return 0
  return /^(姓名|单位名称|联系人.*)$/.test(text) ? 0.6 : 0.75
}

/** Words that head a column of some table, known to us or not: they tell a heading from a value. */
const usual =
  /^(序号|编号|姓名|性别|年龄|民族|学历|职务|职业|政治面貌|身份证号码?|单位|单位名称|时间|日期|数量|金额|人数|电话|地址|名称|类别|备注|邮编|邮政编码|面积|内容|说明|级别|情况|原因|总数|合计|小计|个数|状态)$/

/** 0 for what is surely no heading, up to 1 for a heading of the register. */
export function headingLikeness(path: readonly string[]): number {
  if ((path.at(-1)?.length ?? 0) > longest) return 0
  const best = likenesses(path)[0]?.score ?? 0
  const text = spellings(path.at(-1) ?? '')[0] ?? ''
  return Math.max(
    best,
    usual.test(text)
      ? 0.6
      : /(名称|时间|日期|人数|电话|情况|地址|号码?|单位|类型|方式|代码|数量|是否.*)$/.test(text)
        ? 0.4
        : 0,
  )
}

export const isSerialHeading = (path: readonly string[]): boolean =>
  /^(序号|编号|序|no\.?|行号)$/i.test(plainHeading(path.at(-1) ?? ''))
