// What a public notice says on paper: one list that a desk shows together, in the sentences of an office.
import type { Day } from '../../kernel/time.ts'
import type { HonorKind, HonorSubject } from './honor.ts'

/** One of those shown; `carrier` is the organization that carries a project. */
export type NoticeLine = {
  subject: HonorSubject
  name: string
  carrier: string | null
  areaName: string
  reason: string
}

/** What a desk shows together: the same title, year and days. */
export type Notice = {
  kind: HonorKind
  title: string
  year: number
  deskName: string
  /** The office in the words of its seal. */
  body: string
  from: Day
  until: Day
  /** How to object, by the rules of the place. */
  objectTo: string
  demo: boolean
  lines: readonly NoticeLine[]
}

export const noticeTitle = ({ year, title }: Notice): string => `${year} 年度${title}公示`

/** Brands and models are rated, pilots and observation sites chosen. */
const verbs: Record<HonorKind, string> = {
  brand: '评定',
  model: '评定',
  pilot: '确定',
  observationSite: '确定',
}

const nouns: Record<HonorSubject, string> = { organization: '社区社会组织', project: '项目', area: '地方' }

/** 经评审，拟评定以下 3 个社区社会组织、项目为…… */
export function openingWords({ kind, title, year, deskName, lines }: Notice): string {
  const there = new Set(lines.map(({ subject }) => subject))
  const noun = (Object.keys(nouns) as HonorSubject[]).filter((subject) => there.has(subject)).map(wordFor)
  return (
    `经评审，拟${verbs[kind]}以下 ${lines.length} 个${noun.join('、')}为${deskName} ${year} 年度“${title}”，` +
    '现向社会公示，听取各方面意见。'
  )
}

const wordFor = (subject: HonorSubject): string => nouns[subject]

/** The list as rows of cells, its titles first; who carries a project stands below it. */
export const noticeTable = ({ lines }: Notice): string[][] => [
  ['序号', '名称', '所在地', '主要事迹'],
  ...lines.map(({ name, carrier, areaName, reason }, at) => [
    String(at + 1),
    carrier === null ? name : `${name}（承担：${carrier}）`,
    areaName,
    reason,
  ]),
]

/** Written by hand: nobody's number is printed by a program. */
export const contactWords = '联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿　地址：＿＿＿＿＿＿＿＿'
