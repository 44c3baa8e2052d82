// The papers of one step of winding up: look at them, and hand one in while it goes on.
import type { ReactNode } from 'react'
import { acceptOf } from '../../../kernel/file-kind.ts'
import { call, urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { FileLine } from '../../../ui/FileLine.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { changesApi } from '../changes-api.ts'
import { type Exit, type ExitStep, evidenceKinds } from '../exit.ts'
import { useWrite } from './changes-queries.ts'

const accept = acceptOf(evidenceKinds)

type Props = { exit: Exit; step: ExitStep; editable: boolean }

export function StepFiles({ exit: { id }, step: { name, files }, editable }: Props): ReactNode {
  const add = useWrite((file: File) => call(changesApi.addEvidence, { params: { id, step: name }, file }))
  const drop = useWrite((file: string) => call(changesApi.dropEvidence, { params: { id, file } }))
  return (
    <>
      {files.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          address={urlOf(changesApi.evidence, { params: { id, file: file.id } })}
          onDrop={editable ? () => drop.mutate(file.id) : undefined}
          dropping={drop.isPending}
        />
      ))}
      {editable && (
        <div className="step-hand-in no-print">
          <FileButton accept={accept} loading={add.isPending} onFile={(file) => add.mutate(file)}>
            {files.length > 0 ? '再附一份' : '附上照片或文件'}
          </FileButton>
        </div>
      )}
      <ProblemAlert problem={add.error ?? drop.error} />
    </>
  )
}
