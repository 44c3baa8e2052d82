// The evidence of a title: files to open, add, and take away until the review.
import type { ReactNode } from 'react'
import { acceptOf, paperKinds } from '../../../kernel/file-kind.ts'
import { call, urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { FileLine } from '../../../ui/FileLine.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { HonorInFull } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'
import { useEvidenceAct } from './honor-queries.ts'

const accept = acceptOf([...paperKinds, 'docx', 'doc', 'xlsx'])

export function EvidencePart({ honor: { id, files, may, status } }: { honor: HonorInFull }): ReactNode {
  const act = useEvidenceAct(id)
  const params = { id }
  const mayAdd = may.includes('honor.nominate')
  const drop = (file: string) => act.mutate(() => call(honorsApi.dropFile, { params: { id, file } }))
  return (
    <section className="panel" aria-labelledby="evidence-title">
      <h2 id="evidence-title">事迹材料</h2>
      {files.length === 0 && <p className="faint">还没有材料；可以不交。</p>}
      {files.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          address={urlOf(honorsApi.file, { params: { id, file: file.id } })}
          onDrop={mayAdd && status === 'nominated' ? () => drop(file.id) : undefined}
          dropping={act.isPending}
        />
      ))}
      {mayAdd && (
        <div className="honor-actions no-print">
          <FileButton
            accept={accept}
            loading={act.isPending}
            onFile={(file) => act.mutate(() => call(honorsApi.addFile, { params, file }))}
          >
            拍照或选文件
          </FileButton>
        </div>
      )}
      <ProblemAlert problem={act.error} />
    </section>
  )
}
