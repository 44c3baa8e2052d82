// Reads the one file that an upload carries, within a limit.
import type { FastifyRequest } from 'fastify'
import { Problem } from '../kernel/problem.ts'

export const uploadLimit = 20 * 1024 * 1024

export type Upload = { fileName: string; bytes: Uint8Array }

/** The multipart field `file`. Refuses no file (400) and one over the limit (413). */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const part = request.isMultipart()
    ? await request.file({ limits: { fileSize: uploadLimit, files: 1 } })
    : undefined
  if (!part) {
    throw new Problem(400, {
      code: 'upload.missing',
      message: '没有收到文件。',
      mend: '请选择一个文件后再上传。',
    })
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of part.file) chunks.push(chunk as Uint8Array)
  if (part.file.truncated) {
    throw new Problem(413, {
      code: 'upload.tooLarge',
      message: `文件“${part.filename}”超过 20 MB。`,
      mend: '请分成几个文件，或删去图片和无关的工作表后再上传。',
    })
  }
  return { fileName: part.filename, bytes: Buffer.concat(chunks) }
}
