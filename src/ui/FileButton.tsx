// A button that lets the person choose one file; the same file may be chosen again after mending it.
import { Button, type ButtonProps } from 'antd'
import { type ReactNode, useRef } from 'react'
import { Icon } from './icons.tsx'

type Props = {
  /** Endings and types, as the browser wants them: `.csv,.xlsx`. */
  accept: string
  onFile: (file: File) => unknown
  children: ReactNode
  type?: ButtonProps['type']
  loading?: boolean
  disabled?: boolean
}

export function FileButton({
  accept,
  onFile,
  children,
  type = 'default',
  loading = false,
  disabled = false,
}: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        type={type}
        loading={loading}
        disabled={disabled}
        icon={<Icon name="upload" size={16} />}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  )
}
