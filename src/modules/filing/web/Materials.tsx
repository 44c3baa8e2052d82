// The papers of an application: exactly those of the rule set, each with its reason, what is there, and a way to hand it in.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { acceptOf, paperKinds } from '../../../kernel/file-kind.ts'
import { urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { FileLine } from '../../../ui/FileLine.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Application, Material } from '../filing.ts'
import { filingApi } from '../filing-api.ts'
import { useAddFile, useDropFile } from './filing-queries.ts'

const accept = acceptOf([...paperKinds, 'docx', 'doc'])

export function Materials({ application }: { application: Application }): ReactNode {
  const { materials } = application
  if (materials.length === 0) return <p className="faint">不需要交材料。</p>
  return (
    <ul className="materials">
      {materials.map((material) => (
        <MaterialLine key={material.id} application={application} material={material} />
      ))}
    </ul>
  )
}

type Props = { application: Application; material: Material }

function MaterialLine({ application, material }: Props): ReactNode {
  const { title, why, way, files, known } = material
  const { id, editable } = application
  return (
    <li id={`field-materials-${material.id}`} tabIndex={-1}>
      <div className="material-head">
        <b>{title}</b>
        <MaterialState material={material} />
      </div>
      <p className="faint">{known ?? why}</p>
      {way === 'form' && <MadeForm id={id} />}
      {files.map((file) => (
        <HandedIn key={file.id} application={application} file={file} />
      ))}
      {editable && way === 'file' && <HandIn id={id} material={material} />}
    </li>
  )
}

/** Made anew each time from what is filled in; until it is sent it says so. */
const MadeForm = ({ id }: { id: string }): ReactNode => (
  <div className="hand-in no-print">
    <Button href={urlOf(filingApi.formPdf, { params: { id } })} target="_blank">
      打印（PDF）
    </Button>
    <Button href={urlOf(filingApi.formWord, { params: { id } })}>下载 Word</Button>
  </div>
)

function MaterialState({
  material: { way, ready, files, known, required },
}: {
  material: Material
}): ReactNode {
  if (way === 'form') return <StateTag tone="met" word="自动生成" />
  if (files.length > 0 || known !== null || (way === 'roster' && ready))
    return <StateTag tone="met" word="已有" />
  return required ? <StateTag tone="behind" word="还缺" /> : <StateTag tone="none" word="可以不交" />
}

type FileProps = { application: Application; file: Material['files'][number] }

function HandedIn({ application: { id, editable }, file }: FileProps): ReactNode {
  const drop = useDropFile(id)
  return (
    <>
      <FileLine
        file={file}
        address={urlOf(filingApi.file, { params: { id, file: file.id } })}
        onDrop={editable ? () => drop.mutate(file.id) : undefined}
        dropping={drop.isPending}
      />
      <ProblemAlert problem={drop.error} />
    </>
  )
}

function HandIn({ id, material }: { id: string; material: Material }): ReactNode {
  const add = useAddFile(id)
  const [name, setName] = useState('')
  const send = (file: File) => {
    setName(file.name)
    add.mutate({ material: material.id, file })
  }
  return (
    <div className="hand-in no-print">
      <FileButton accept={accept} loading={add.isPending} onFile={send}>
        {material.files.length > 0 ? '再加一页' : '拍照或选文件'}
      </FileButton>
      {add.isPending && <span role="status">正在上传“{name}”…</span>}
      <ProblemAlert problem={add.error} />
    </div>
  )
}
