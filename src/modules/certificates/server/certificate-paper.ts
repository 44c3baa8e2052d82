// How a certificate looks on paper: A4 across, a double frame, the words in the middle, QR code and seal below.
import {
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  substitute,
} from '../../../platform/documents/index.ts'
import type { CertificateSeen } from './seen-certificates.ts'

/** Points: 1/72 inch. */
const paper = { width: 841.89, height: 595.28 } as const
const colours = { ink: '#222222', red: '#9e1b1b', gold: '#b58b4c', soft: '#5a5a5a', mark: '#9e1b1b' } as const
const column = { left: 110, width: 622 } as const

/** A document of one page a certificate. `address` is what a code is appended to: `https://…/verify/`. */
export async function paperOf(
  certificates: readonly CertificateSeen[],
  address: string,
  madeAt: string,
): Promise<PdfDefinition> {
  const pages = await Promise.all(certificates.map((one) => pageOf(one, address)))
  return {
    pageOrientation: 'landscape',
    pageMargins: [column.left, 0, column.left, 0],
    info: { title: titleOf(certificates), creator: '聚沙', producer: '聚沙', creationDate: new Date(madeAt) },
    background: () => ({ canvas: frame }),
    defaultStyle: { fontSize: 15, color: colours.ink, lineHeight: 1.25 },
    content: pages.map((stack, at) => ({ stack, ...(at > 0 ? { pageBreak: 'before' as const } : {}) })),
  }
}

const titleOf = ([first, ...others]: readonly CertificateSeen[]): string =>
  first ? `${first.title} ${first.number}${others.length > 0 ? ` 等 ${others.length + 1} 张` : ''}` : ''

async function pageOf(one: CertificateSeen, address: string): Promise<PdfContent[]> {
  const lacking = await missingGlyphs(one.name, one.place, one.leader ?? '', one.scope ?? '', one.body)
  return [
    ...(one.demo ? [demoMark] : []),
    {
      text: spaced(one.title),
      absolutePosition: at(0, 68),
      ...middle,
      ...{ fontSize: 36, bold: true, color: colours.red },
    },
    {
      text: `编号：${one.number}`,
      absolutePosition: at(0, 126),
      ...middle,
      ...{ fontSize: 13, color: colours.soft },
    },
    { ...factsOf(one), absolutePosition: at(column.left, 164) },
    { ...sentenceOf(one), absolutePosition: at(column.left, 376) },
    ...footOf(one, address),
    ...(lacking.length > 0 ? [lackingNote(lacking)] : []),
  ]
}

const at = (x: number, y: number) => ({ x, y })
const middle = { alignment: 'center' as const }

/** A title of eight to ten characters breathes. */
const spaced = (title: string): string => [...title].join('\u2009')

function factsOf(one: CertificateSeen): {
  table: { widths: (number | '*')[]; body: PdfContent[][] }
  layout: object
} {
  const facts: [string, string][] = [
    ['组织名称', one.name],
    ['所在社区（村）', one.place],
    ...(one.leader === null ? [] : ([['负责人', one.leader]] as [string, string][])),
    ['业务范围', shortened(one.scope ?? '—')],
    ['有效期', periodOf(one)],
  ]
  const body = facts.map(([label, value], row) => [
    {
      text: label,
      color: colours.soft,
      fontSize: 13,
      margin: [0, row === 0 ? 7 : 2, 0, 2] as [number, number, number, number],
    },
    {
      text: value,
      bold: row === 0,
      fontSize: row === 0 ? 21 : 15,
      margin: [0, 0, 0, 2] as [number, number, number, number],
    },
  ])
  return { table: { widths: [104, column.width - 124], body }, layout: underlined }
}

/** Three lines of text at most; the whole scope stands on the register. */
const shortened = (scope: string): string => {
  const text = scope.replace(/\s+/gu, ' ')
  return [...text].length <= 88 ? text : `${[...text].slice(0, 87).join('')}…`
}

const underlined = {
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => '#d9cfbf',
  paddingTop: () => 5,
  paddingBottom: () => 4,
}

const periodOf = ({ issuedOn, validUntil }: CertificateSeen): string =>
  validUntil === null
    ? `自 ${inWords(issuedOn)}起，长期有效`
    : `${inWords(issuedOn)}至 ${inWords(validUntil)}`

const inWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
}

const sentenceOf = ({ name, body }: CertificateSeen) => ({
  text: `“${name}”已在${body}备案，特发此证。`,
  fontSize: 15,
  ...{ width: column.width },
})

function footOf(one: CertificateSeen, address: string): PdfContent[] {
  const seal = { x: 560, y: 410 }
  return [
    {
      qr: address + one.code,
      fit: 92,
      eccLevel: 'M',
      foreground: colours.ink,
      absolutePosition: at(column.left, 414),
    },
    {
      text: '扫码查验，或登录系统“证书查验”按编号查询',
      absolutePosition: at(column.left + 104, 492),
      ...{ fontSize: 9.5, color: colours.soft },
    },
    { canvas: [sealPlace], absolutePosition: at(seal.x, seal.y - 4) },
    {
      text: '（印章）',
      absolutePosition: at(seal.x + 40, seal.y + 4),
      ...{ fontSize: 9.5, color: '#a9a095' },
    },
    {
      columns: [
        { width: '*', text: '' },
        { width: 300, text: one.body, ...middle, fontSize: 16, bold: true },
      ],
      absolutePosition: at(0, seal.y + 34),
    },
    {
      columns: [
        { width: '*', text: '' },
        { width: 300, text: inWords(one.issuedOn), ...middle, fontSize: 14 },
      ],
      absolutePosition: at(0, seal.y + 62),
    },
    {
      text: '备案不赋予法人资格；不得以本证向社会公众募捐。本证不得涂改、转借；名称变更、遗失或到期，请向发证机关换发。',
      absolutePosition: at(0, 526),
      ...middle,
      ...{ fontSize: 9.5, color: colours.soft },
    },
  ]
}

/** A dotted circle of 42 mm, the size of an office's seal. */
const sealPlace = {
  type: 'ellipse' as const,
  ...{ x: 60, y: 55, r1: 59, r2: 59 },
  ...{ lineColor: '#d8cfc3', lineWidth: 0.6, dash: { length: 2, space: 3 } },
}

const rect = (inset: number, lineWidth: number, lineColor: string) => ({
  type: 'rect' as const,
  ...{ x: inset, y: inset, w: paper.width - 2 * inset, h: paper.height - 2 * inset },
  ...{ lineWidth, lineColor },
})

/** Two hooks in each corner of the frame. */
const corners = [1, -1].flatMap((right) =>
  [1, -1].map((down) => {
    const x = (along: number) => (right === 1 ? along : paper.width - along)
    const y = (along: number) => (down === 1 ? along : paper.height - along)
    const points = [
      at(x(42), y(70)),
      at(x(42), y(42)),
      at(x(70), y(42)),
      at(x(70), y(54)),
      at(x(54), y(54)),
      at(x(54), y(70)),
    ]
    return { type: 'polyline' as const, closePath: true, points, lineWidth: 1, lineColor: colours.gold }
  }),
)

const frame = [rect(26, 3.5, colours.red), rect(33, 0.8, colours.gold), rect(48, 0.5, '#e2d5bf'), ...corners]

const demoMark: PdfContent = {
  text: '演示',
  absolutePosition: at(0, 150),
  ...middle,
  ...{ fontSize: 210, bold: true, color: colours.mark, opacity: 0.07, lineHeight: 1 },
}

const lackingNote = (lacking: readonly string[]): PdfContent => ({
  text: `${substitute} 为字库未收的字，请手写补上：${lacking.map(codePoint).join('、')}`,
  absolutePosition: at(0, 541),
  ...middle,
  ...{ fontSize: 9, color: colours.red },
})

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
