// One certificate of a social worker in words, and below it what the reader may do with it.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { grades, type WorkerCertificate } from '../worker.ts'
import { standingOf } from './worker-words.ts'

export function CertificateItem(props: { certificate: WorkerCertificate; children: ReactNode }): ReactNode {
  const { today } = useSession()
  const { tone, word } = standingOf(props.certificate, today)
  const { grade, number, obtainedOn } = props.certificate
  return (
    <div className="worker-certificate">
      <p>
        <b>{grades[grade]}</b> <StateTag tone={tone} word={word} />
      </p>
      <p className="faint">
        {number ? `编号 ${number}` : '编号不详'} · {obtainedOn} 取得
      </p>
      {props.children}
    </div>
  )
}
