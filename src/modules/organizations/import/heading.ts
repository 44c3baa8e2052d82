// How well a heading, with the headings above it, names a field of a vocabulary.
import type { Vocabulary } from './vocabulary.ts'

/** No heading is longer; sentences are not compared. */
const longest = 60

export type Likeness<F extends string = string> = { field: F; score: number; reason: string }

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
export function likenesses(path: readonly string[], vocabulary: Vocabulary): Likeness[] {
  if ((path.at(-1)?.length ?? 0) > longest) return []
  const found: Likeness[] = []
  for (const field of Object.keys(vocabulary.labels)) {
    const likeness = likenessTo(vocabulary, field, path)
    if (likeness) found.push(likeness)
  }
  return found.sort((a, b) => b.score - a.score)
}

function likenessTo(vocabulary: Vocabulary, field: string, path: readonly string[]): Likeness | null {
  const { labels, habits } = vocabulary
  const leaf = path.at(-1) ?? ''
  const parents = path.slice(0, -1).map((text) => plainHeading(text))
  if (habits && !habits.fits(field, plainHeading(leaf), parents)) return null
  const whole = spellings(leaf).join('')
  const byItself = Math.max(0, ...spellings(leaf).map((text) => alone(vocabulary, field, text, whole)))
  const score = Math.max(
    habits?.underParent(field, leaf, parents) ?? 0,
    habits?.isForeign(leaf, parents) ? byItself * 0.5 : byItself,
  )
  if (score === 0) return null
  return {
    field,
    score,
    reason: `表头“${path.join('/')}”${score >= 0.9 ? '即' : '可能是'}“${labels[field]}”`,
  }
}

function alone({ labels, names }: Vocabulary, field: string, text: string, whole: string): number {
  const { sure, likely, never } = names[field] ?? { sure: [] }
  if (spellings(labels[field] ?? '').includes(text)) return 1
  if (never?.test(whole)) return 0
  if (sure.includes(text)) return 0.95
  if (!likely?.test(text)) return 0
  return /^(姓名|单位名称|联系人.*)$/.test(text) ? 0.6 : 0.75
}

/** Words that head a column of some table, known to us or not: they tell a heading from a value. */
const usual =
  /^(序号|编号|姓名|性别|年龄|民族|学历|职务|职业|政治面貌|身份证号码?|单位|单位名称|时间|日期|数量|金额|人数|电话|地址|名称|类别|备注|邮编|邮政编码|面积|内容|说明|级别|情况|原因|总数|合计|小计|个数|状态)$/

/** 0 for what is surely no heading, up to 1 for a heading of the vocabulary. */
export function headingLikeness(path: readonly string[], vocabulary: Vocabulary): number {
  if ((path.at(-1)?.length ?? 0) > longest) return 0
  const best = likenesses(path, vocabulary)[0]?.score ?? 0
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
