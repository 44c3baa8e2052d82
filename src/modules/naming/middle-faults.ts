// What can be wrong with the trade name and the field: missing, too short, not words, a person's name.
import type { Finding, Looked } from './finding.ts'
import { partsKey } from './naming-rules.ts'
import type { Span } from './read-parts.ts'

export const middleFaults = (looked: Looked): Finding[] => [
  ...missingTradeName(looked),
  ...shortTradeName(looked),
  ...missingField(looked),
  ...unknownField(looked),
  ...personName(looked),
]

const textOf = ({ folded }: Looked, { from, to }: Span): string =>
  folded.text.slice(from, to).replace(/["“”'‘’「」『』《》〈〉]/g, '')
const hanIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0

/** Where the trade name would begin. */
function middleStart({ parts }: Looked): number {
  return parts.places.at(-1)?.to ?? 0
}

function missingTradeName(looked: Looked): Finding[] {
  const { parts, rules, kind } = looked
  if (parts.tradeName || rules.parts[kind].tradeName === 'optional') return []
  const at = middleStart(looked)
  return [
    {
      part: 'tradeName',
      span: { from: at, to: at },
      message: '缺少字号',
      why: rules.because(partsKey(kind)),
      mend: `请在业务范围前面加上自己的字号，${rules.tradeNameFrom} 个汉字以上，例如“夕阳红”`,
    },
  ]
}

function shortTradeName(looked: Looked): Finding[] {
  const { parts, rules, kind } = looked
  if (!parts.tradeName) return []
  const text = textOf(looked, parts.tradeName)
  const count = hanIn(text)
  if (count >= rules.tradeNameFrom) return []
  return [
    {
      severity: rules.parts[kind].tradeName === 'required' ? 'fault' : 'warning',
      part: 'tradeName',
      span: parts.tradeName,
      message: `字号“${text}”只有 ${count} 个汉字`,
      why: rules.because('naming.tradeNameFrom'),
      mend: `请用 ${rules.tradeNameFrom} 个以上的汉字作字号`,
    },
  ]
}

/** A name that has nothing but a trade name too short to hold a field as well. */
function missingField(looked: Looked): Finding[] {
  const { parts, rules, kind } = looked
  const isLong = parts.tradeName && hanIn(textOf(looked, parts.tradeName)) >= rules.tradeNameFrom + 2
  if (parts.field || rules.parts[kind].field === 'optional' || isLong) return []
  const at = parts.tradeName?.to ?? middleStart(looked)
  return [
    {
      part: 'field',
      span: { from: at, to: at },
      message: '缺少业务范围，看不出是做什么的',
      why: rules.because(partsKey(kind)),
      mend: '请在组织形式前面写上做什么，例如“居家养老”“合唱”',
    },
  ]
}

/** The list of words is not the world: what it does not know may be right all the same. */
function unknownField(looked: Looked): Finding[] {
  const { parts, rules, kind } = looked
  const span = parts.field ?? parts.tradeName
  const isMissing = missingField(looked).length > 0
  if (!span || parts.fieldKnown || isMissing || rules.parts[kind].field === 'optional') return []
  return [
    {
      severity: 'warning',
      part: 'field',
      span,
      message: `没认出“${textOf(looked, span)}”里的业务范围`,
      why: rules.because(partsKey(kind)),
      mend: '如果写明了做什么，可以照用；没有写明，请补上，例如“居家养老”“合唱”',
    },
  ]
}

/** 社会组织名称管理办法 第十五条. Only a hint: three characters that begin with a frequent surname. */
function personName(looked: Looked): Finding[] {
  const { parts, kind } = looked
  if (!parts.tradeName || kind === 'group') return []
  const name = textOf(looked, parts.tradeName).replace(/[^\p{Script=Han}]/gu, '')
  if (!personLike.test(name)) return []
  return [
    {
      severity: 'warning',
      part: 'tradeName',
      span: parts.tradeName,
      message: `字号“${name}”像是人名`,
      why: '《社会组织名称管理办法》第十五条',
      mend:
        kind === 'association'
          ? '社会团体一般不以人名命名；不是人名，或者是有重大贡献的杰出人物，请在申请里说明'
          : '以人名作字号，要本人同意；不是人名，可以照用',
    },
  ]
}

const personLike =
  /^[王李张刘陈杨赵周吴徐孙胡朱郭何罗郑梁谢宋韩冯邓曹彭曾肖董袁潘蒋蔡余杜程魏吕丁沈姚卢姜崔钟谭陆汪范廖贾邱侯熊孟秦薛闫雷]\p{Script=Han}{2}$/u
