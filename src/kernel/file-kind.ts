// The kinds of file that people may hand in, and how a kept one is shown: read by rule sets, contracts and pages.
import { z } from 'zod'
import { IdField } from './fields.ts'

/** By the name that rule sets use. `inline`: a browser may show it; everything else is only saved. */
export const fileKinds = {
  pdf: { label: 'PDF', mediaType: 'application/pdf', endings: ['pdf'], inline: true },
  jpg: { label: 'JPG 图片', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], inline: true },
  png: { label: 'PNG 图片', mediaType: 'image/png', endings: ['png'], inline: true },
  webp: { label: 'WebP 图片', mediaType: 'image/webp', endings: ['webp'], inline: true },
  docx: {
    label: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    inline: false,
  },
  xlsx: {
    label: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    inline: false,
  },
  doc: { label: '旧版 Word', mediaType: 'application/msword', endings: ['doc'], inline: false },
  xls: { label: '旧版 Excel', mediaType: 'application/vnd.ms-excel', endings: ['xls'], inline: false },
} as const satisfies Record<
  string,
  { label: string; mediaType: string; endings: readonly string[]; inline: boolean }
>

export type FileKind = keyof typeof fileKinds

export const allFileKinds = Object.keys(fileKinds) as FileKind[]
export const pictureKinds = ['jpg', 'png', 'webp'] as const satisfies FileKind[]
/** What a paper that was signed comes back as: a scan or a photograph. */
export const paperKinds = ['pdf', ...pictureKinds] as const satisfies FileKind[]

export const FileKindField = z.enum(allFileKinds as [FileKind, ...FileKind[]])

/** A kept file as answers tell of it; its bytes are asked for at an endpoint of whatever it belongs to. */
export const FileView = z.object({
  id: IdField,
  fileName: z.string(),
  kind: FileKindField,
  byteSize: z.int(),
})
export type FileView = z.infer<typeof FileView>

/** For a page's file field: `.pdf,.jpg,.jpeg`. */
export const acceptOf = (kinds: readonly FileKind[]): string =>
  kinds.flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`)).join(',')

/** PDF、JPG 图片或 Word. */
export function kindWords(kinds: readonly FileKind[]): string {
  const labels = kinds.map((kind) => fileKinds[kind].label)
  return labels.length < 2
    ? (labels[0] ?? '')
    : `${labels.slice(0, -1).join('、')}或${labels.slice(-1).join()}`
}
