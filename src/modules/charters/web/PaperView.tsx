// A charter that was handed in as a file: shown where a browser can, else to be saved.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type FileView, fileKinds } from '../../../kernel/file-kind.ts'
import { urlOf } from '../../../ui/call.ts'
import { sizeText } from '../../../ui/FileDrop.tsx'
import { chartersApi } from '../charters-api.ts'

export function PaperView({ charter, file }: { charter: string; file: FileView }): ReactNode {
  const address = urlOf(chartersApi.file, { params: { id: charter } })
  const { label, inline, mediaType } = fileKinds[file.kind]
  return (
    <div className="charter-paper">
      <h2>上传的原件</h2>
      <p>
        {file.fileName} <span className="faint">{`${label}，${sizeText(file.byteSize)}`}</span>
      </p>
      <Button href={address} target={inline ? '_blank' : undefined}>
        {inline ? '打开原件' : '下载原件'}
      </Button>
      {mediaType.startsWith('image/') && <img src={address} alt={`章程原件：${file.fileName}`} />}
    </div>
  )
}
