// The public notice in which a title stands, on paper: to put up, or to go on writing.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { honorsApi } from '../honors-api.ts'

export function NoticePapers({ id }: { id: string }): ReactNode {
  const given = { params: { id } }
  return (
    <div className="notice-papers no-print">
      <Button href={urlOf(honorsApi.noticePdf, given)} target="_blank">
        公示文（PDF，A4）
      </Button>
      <Button href={urlOf(honorsApi.noticeWord, given)} download>
        公示文（Word）
      </Button>
    </div>
  )
}
