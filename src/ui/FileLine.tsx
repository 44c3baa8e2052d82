// One file that was handed in: open it, see how large it is, and take it away where that is still possible.
import type { ReactNode } from 'react'
import type { FileView } from '../kernel/file-kind.ts'
import { sizeText } from './FileDrop.tsx'
import './file-line.css'

type Props = {
  file: FileView
  /** Where its bytes are. */
  address: string
  /** Absent: it stays. */
  onDrop?: (() => void) | undefined
  /** It is being taken away. */
  dropping?: boolean
}

export function FileLine({ file, address, onDrop, dropping = false }: Props): ReactNode {
  return (
    <p className="file-line">
      <a className="link" href={address} target="_blank" rel="noreferrer">
        {file.fileName}
      </a>
      <span className="faint">{sizeText(file.byteSize)}</span>
      {onDrop && (
        <button
          type="button"
          className="text-button danger no-print"
          aria-label={`拿掉${file.fileName}`}
          disabled={dropping}
          onClick={onDrop}
        >
          拿掉
        </button>
      )}
    </p>
  )
}
