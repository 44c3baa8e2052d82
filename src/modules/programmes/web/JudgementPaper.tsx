// The paper behind a person's judgement: to look at, or to hand in where there is none yet.
import type { ReactNode } from 'react'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import { urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { programmesApi, type TargetRow } from '../programmes-api.ts'
import { useAttachPaper } from './programme-queries.ts'

export function JudgementPaper({ row: { verdict, mayJudge } }: { row: TargetRow }): ReactNode {
  const attach = useAttachPaper()
  if (!verdict) return null
  const { id, file } = verdict
  if (!file)
    return mayJudge ? (
      <span className="no-print">
        <FileButton
          accept={acceptOf(allFileKinds)}
          loading={attach.isPending}
          onFile={(chosen) => attach.mutate({ id, file: chosen })}
        >
          补上文件
        </FileButton>
        <ProblemAlert problem={attach.error} />
      </span>
    ) : null
  return (
    <a
      className="link"
      href={urlOf(programmesApi.paper, { params: { id } })}
      target="_blank"
      rel="noreferrer"
    >
      {file}
    </a>
  )
}
