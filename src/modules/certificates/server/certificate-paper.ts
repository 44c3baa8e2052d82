// How a certificate looks on paper: A4 across, a double frame, the words in the middle, QR code and seal below.
import {
  dayOnPaper,
  demoMark,
  lackingWords,
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  sealPlace,
} from '../../../platform/documents/index.ts'
import type { CertificateSeen } from './seen-certificates.ts'

/** Points: 1/72 inch. */
const paper = { width: 841.89, height: 595.28 } as const
const colours = {
  ink: '#222222',
  red: '#9e1b1b',
  gold: '#b58b4c',
  soft: '#5a5a5a',
} as const
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
    defaultStyle: { fontSize: 15, color: colours.ink },
    content: pages.map((stack, at) => ({ stack, ...(at > 0 ? { pageBreak: 'before' as const } : {}) })),
  }
}

const titleOf = ([first, ...others]: readonly CertificateSeen[]): string =>
  first ? `${first.title} ${first.number}${others.length > 0 ? ` 等 ${others.length + 1} 张` : ''}` : ''

async function pageOf(one: CertificateSeen, address: string): Promise<PdfContent[]> {
  const lacking = await missingGlyphs(one.name, one.place, one.leader ?? '', one.scope ?? '', one.body)
  return [
    ...(one.demo ? [demoMark(at(column.left, 128))] : []),
    line(one.title, 66, { fontSize: 36, bold: true, color: colours.red, characterSpacing: 4 }),
    line(`编号：${one.number}`, 128, { fontSize: 13, color: colours.soft }),
    { ...factsOf(one), absolutePosition: at(column.left, 164) },
    { text: `该组织已在${one.body}备案，特发此证。`, absolutePosition: at(column.left + 4, 384) },
    ...sealed(one),
    ...checked(one, address),
    line(warning, 524, { fontSize: 9.5, color: colours.soft }),
    ...(lacking.length > 0 ? [lackingNote(lacking)] : []),
  ]
}

const warning =
  '备案不赋予法人资格；不得以本证向社会公众募捐。本证不得涂改、转借；名称变更、遗失或到期，请向发证机关换发。'

const at = (x: number, y: number) => ({ x, y })
const middle = { alignment: 'center' as const }

type Look = { fontSize: number; bold?: boolean; color?: string; characterSpacing?: number }

/** A line in the middle of the page, `top` points from its upper edge. */
const line = (text: string, top: number, look: Look): PdfContent => ({
  ...{ text, ...middle, ...look },
  absolutePosition: at(column.left, top),
})

function factsOf(one: CertificateSeen) {
  const facts: [string, string][] = [
    ['组织名称', one.name],
    ['所在社区（村）', one.place],
    ...(one.leader === null ? [] : ([['负责人', one.leader]] as [string, string][])),
    ['业务范围', shortened(one.scope ?? '—')],
    ['有效期', periodOf(one)],
  ]
  const nameSize = [...one.name].length <= 23 ? 21 : 16
  const body = facts.map(([label, text], row): PdfContent[] => [
    { text: label, color: colours.soft, fontSize: 13, margin: [0, row === 0 ? nameSize / 2 - 6 : 2, 0, 0] },
    { text, bold: row === 0, fontSize: row === 0 ? nameSize : 15 },
  ])
  return { table: { widths: [104, column.width - 124], body }, layout: underlined }
}

/** Two lines of text at most; the whole scope stands on the register. */
const shortened = (scope: string): string => {
  const letters = [...scope.replace(/\s+/gu, ' ')]
  return letters.length <= 64 ? letters.join('') : `${letters.slice(0, 63).join('')}…`
}

const underlined = {
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => '#d9cfbf',
  paddingTop: () => 6,
  paddingBottom: () => 6,
}

const periodOf = ({ issuedOn, validUntil }: CertificateSeen): string =>
  validUntil === null
    ? `自 ${dayOnPaper(issuedOn)}起，长期有效`
    : `${dayOnPaper(issuedOn)}至 ${dayOnPaper(validUntil)}`

/** The place of the seal, with the issuing body and the day across its middle. */
function sealed({ body, issuedOn }: CertificateSeen): PdfContent[] {
  const width = 320
  const right = (text: string, top: number, look: Look): PdfContent => ({
    columns: [
      { width: '*', text: '' },
      { width, text, ...middle, ...look },
    ],
    absolutePosition: at(column.left, top),
  })
  const centre = column.left + column.width - width / 2
  return [
    { canvas: [sealPlace], absolutePosition: at(centre - sealPlace.r1, 398) },
    right('（印章）', 408, { fontSize: 9.5, color: '#a9a095' }),
    right(body, 440, { fontSize: 16, bold: true }),
    right(dayOnPaper(issuedOn), 468, { fontSize: 14 }),
  ]
}

/** The way to check it: the QR code, and the address for those who type. */
const checked = ({ code }: CertificateSeen, address: string): PdfContent[] => [
  {
    ...{ qr: address + code, fit: 96, eccLevel: 'M' as const, foreground: colours.ink },
    absolutePosition: at(column.left, 416),
  },
  {
    ...{ text: `手机扫码，查验真伪和状态；\n或打开 ${address.replace(/\/$/, '')}\n按编号查验。` },
    ...{ fontSize: 10, color: colours.soft },
    absolutePosition: at(column.left + 90, 452),
  },
]

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

const lackingNote = (lacking: readonly string[]): PdfContent =>
  line(lackingWords(lacking), 537, { fontSize: 9, color: colours.red })
