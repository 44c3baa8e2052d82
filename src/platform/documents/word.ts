// Makes a Word document (.docx) in the form that Chinese offices use: A4, 宋体 and 黑体, page numbers at the foot.
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** One piece of a document, from the top down. */
export type WordBlock =
  /** Centred, large; once, at the top. */
  | { title: string }
  /** A chapter: 第一章 总则. Level 2 for what stands within one. */
  | { heading: string; level?: 1 | 2 }
  /** A paragraph, its first line indented by two characters unless it says otherwise. */
  | { text: string; align?: 'left' | 'center' | 'right'; indent?: boolean; bold?: boolean }
  /** Rows of cells, the first row bold; `widths` are shares of the page in percent. */
  | { table: readonly (readonly string[])[]; widths?: readonly number[] }
  /** Empty lines. */
  | { lines: number }

/** `title` and `author` are the file's own properties. */
export type WordDocument = { title: string; author?: string; blocks: readonly WordBlock[] }

const songti = {
  ascii: 'Times New Roman',
  eastAsia: '宋体',
  hAnsi: 'Times New Roman',
  hint: 'eastAsia',
} as const
const heiti = { ...songti, eastAsia: '黑体' } as const

/** Half points: 小四 is 12 pt, 三号 16 pt, 二号 22 pt. */
const sizes = { text: 24, heading: 32, title: 44 } as const
/** Twentieths of a point. */
const twips = { a4: { width: 11_906, height: 16_838 }, margin: 1_587, indent: 480, line: 420 } as const

/** The bytes of a .docx file. */
export async function makeWord({ title, author, blocks }: WordDocument): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author ?? '聚沙',
    styles: { default: { document: { run: { font: songti, size: sizes.text } } } },
    sections: [
      {
        properties: { page: { size: twips.a4, margin: marginsOf(twips.margin) } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.flatMap(partsOf),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const marginsOf = (all: number) => ({ top: all, bottom: all, left: all, right: all })

function partsOf(block: WordBlock): (Paragraph | Table)[] {
  if ('title' in block) return [titleOf(block.title)]
  if ('heading' in block) return [headingOf(block.heading, block.level ?? 1)]
  if ('table' in block) return [tableOf(block)]
  if ('lines' in block) return Array.from({ length: block.lines }, () => new Paragraph({}))
  return [textOf(block)]
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 360 },
    children: [new TextRun({ text, font: heiti, size: sizes.title })],
  })

const headingOf = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    heading: level === 1 ? 'Heading1' : 'Heading2',
    alignment: level === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [
      new TextRun({ text, font: heiti, size: level === 1 ? sizes.heading : sizes.text, color: '000000' }),
    ],
  })

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

function textOf({
  text,
  align,
  indent = true,
  bold = false,
}: Extract<WordBlock, { text: string }>): Paragraph {
  return new Paragraph({
    ...(align ? { alignment: alignments[align] } : { alignment: AlignmentType.BOTH }),
    ...(indent && !align ? { indent: { firstLine: twips.indent } } : {}),
    spacing: { line: twips.line },
    children: linesOf(text, bold),
  })
}

/** A line break in the text is one in the document. */
const linesOf = (text: string, bold: boolean): ParagraphChild[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, bold, ...(at > 0 ? { break: 1 } : {}) }))

function tableOf({ table, widths }: Extract<WordBlock, { table: unknown }>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: table.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map((text, at) => cellOf(text, row === 0, widths?.[at])),
        }),
    ),
  })
}

const cellOf = (text: string, bold: boolean, width: number | undefined): TableCell =>
  new TableCell({
    margins: marginsOf(80),
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.PERCENTAGE } }),
    children: [new Paragraph({ children: linesOf(text, bold) })],
  })

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  })
