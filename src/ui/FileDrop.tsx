// Chooses one file by button, by keyboard, or by dropping it.
import { type DragEvent, type ReactNode, useState } from 'react'
import { Icon } from './icons.tsx'
import './file-drop.css'

type Props = {
  /** Endings that may be chosen: ".xlsx,.csv". */
  accept: string
  label: string
  hint: string
  file: File | null
  onChange: (file: File | null) => void
}

export function FileDrop({ accept, label, hint, file, onChange }: Props): ReactNode {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onChange(dropped)
  }
  return (
    <label
      className={over ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="file" accept={accept} onChange={(event) => onChange(event.target.files?.[0] ?? null)} />
      <Icon name="upload" size={26} />
      <span className="file-drop-name">{file ? file.name : label}</span>
      <span className="file-drop-hint">{file ? `${sizeText(file.size)}，点这里换一个文件` : hint}</span>
    </label>
  )
}

/** Bytes as KB or MB. */
export function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
