// A charter on paper: as PDF to sign and post, as Word to go on writing.
import { Problem } from '../../../kernel/problem.ts'
import {
  demoMark,
  demoWords,
  makePdf,
  makeWord,
  missingGlyphs,
  type PdfContent,
  substitute,
  type WordBlock,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Chapter, type CharterStatus, charterStatuses, type Vote } from '../charter.ts'
import { plainText } from '../charter-text.ts'
import { dayText } from '../day-text.ts'
import { type SeenCharter, textOf } from './charter-view.ts'

type Paper = { title: string; demo: boolean; mark: string | null; chapters: Chapter[]; notes: string[] }

export async function pdfOf(seen: SeenCharter): Promise<FileAnswer> {
  const paper = await paperOf(seen)
  const lacking = await missingGlyphs(paper.title, plainText(paper.chapters), ...paper.notes)
  const content = await makePdf({
    info: { title: paper.title },
    pageMargins: [70, 64, 70, 64],
    defaultStyle: { fontSize: 12, lineHeight: 1.35 },
    ...(paper.mark ? { watermark: { text: paper.mark, opacity: 0.08, bold: true } } : {}),
    ...(paper.demo ? { background: () => demoMark({ x: 0, y: 300 }) } : {}),
    footer: (page, pages) => ({ text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9 }),
    content: pdfBlocks(paper, lacking),
  })
  return { fileName: `${paper.title}.pdf`, content, inline: true }
}

function pdfBlocks({ title, mark, chapters, notes }: Paper, lacking: readonly string[]): PdfContent[] {
  return [
    { text: title, fontSize: 20, bold: true, alignment: 'center', margin: [0, 8, 0, 4] },
    ...(mark ? [{ text: `（${mark}）`, alignment: 'center' as const }] : []),
    ...chapters.flatMap(
      ({ number, title, articles }) =>
        [
          {
            text: `${number}　${title}`,
            fontSize: 14,
            bold: true,
            alignment: 'center',
            margin: [0, 14, 0, 6],
          },
          ...articles.flatMap(({ number, paragraphs }) =>
            paragraphs.map((text, at) => pdfLine(number, text, at)),
          ),
        ] as PdfContent[],
    ),
    ...notes.map((text, at) => ({ text, margin: [0, at === 0 ? 20 : 2, 0, 0] }) as PdfContent),
    ...(lacking.length > 0
      ? [{ text: lackingWords(lacking), fontSize: 9, margin: [0, 12, 0, 0] } as PdfContent]
      : []),
  ]
}

/** The first paragraph carries the number of the article; every one is indented by two characters. */
const pdfLine = (number: string, text: string, at: number): PdfContent => ({
  text: at === 0 ? [{ text: `${number}　`, bold: true }, text] : text,
  leadingIndent: 24,
  margin: [0, 0, 0, 3],
})

const lackingWords = (lacking: readonly string[]): string =>
  `字库里没有这些字，文中以 ${substitute} 代替，请手写补上（依次出现 ${lacking.length} 个不同的字）。`

export async function wordOf(seen: SeenCharter): Promise<FileAnswer> {
  const paper = await paperOf(seen)
  const blocks: WordBlock[] = [
    { title: paper.title },
    ...(paper.demo ? [{ text: `（${demoWords}）`, align: 'center' as const }] : []),
    ...(paper.mark ? [{ text: `（${paper.mark}）`, align: 'center' as const }] : []),
    ...paper.chapters.flatMap(wordChapter),
    { lines: 1 },
    ...paper.notes.map((text) => ({ text, indent: false })),
  ]
  return { fileName: `${paper.title}.docx`, content: await makeWord({ title: paper.title, blocks }) }
}

const wordChapter = ({ number, title, articles }: Chapter): WordBlock[] => [
  { heading: `${number}　${title}` },
  ...articles.flatMap(({ number, paragraphs }) =>
    paragraphs.map((text, at) => ({ text: at === 0 ? `${number}　${text}` : text })),
  ),
]

async function paperOf({ charter, owner, rules }: SeenCharter): Promise<Paper> {
  const chapters = textOf(charter, rules)
  if (!chapters) throw onlyPaper
  return {
    title: `${charter.form?.name ?? owner.name}章程`,
    demo: owner.demo,
    mark: markOf(charter.status),
    chapters,
    notes: charter.vote ? voteWords(charter.vote, charter) : [],
  }
}

const onlyPaper = new Problem(422, {
  code: 'charter.onlyPaper',
  message: '这是一份纸质章程，没有可以生成的文本。',
  mend: '请打开上传的原件。',
})

/** Said on the paper, so that nobody takes it for the charter in force. */
const markOf = (status: CharterStatus): string | null =>
  status === 'inForce' ? null : charterStatuses[status]

function voteWords(vote: Vote, { version, inForceOn }: SeenCharter['charter']): string[] {
  const counted = `应到 ${vote.entitled} 人，实到 ${vote.present} 人；赞成 ${vote.inFavour} 票，反对 ${vote.against} 票，弃权 ${vote.abstaining} 票。`
  const force = inForceOn ? `自${dayText(inForceOn)}起生效。` : ''
  return [
    `表决记录：${dayText(vote.heldOn)}，${vote.place}。${counted}`,
    `结果：${vote.result === 'adopted' ? `通过（第 ${version ?? 1} 版）` : '未通过'}。${vote.because}。${force}`,
    `记录人：${vote.recorder}　　签名：＿＿＿＿＿＿＿＿`,
  ]
}
