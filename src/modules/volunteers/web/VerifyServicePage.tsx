// Is this certificate of service real? For everybody who has scanned its QR code, without an account.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { Facts } from '../../../ui/Facts.tsx'
import { OpenPage } from '../../../ui/OpenPage.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { Unknown } from '../../certificates/web/VerifyPage.tsx'
import { hoursText } from '../service.ts'
import { certificateStates, type PublicServiceCertificate } from '../volunteer.ts'
import { useVerification } from './volunteer-queries.ts'
import { certificateTones } from './volunteer-words.ts'

export function VerifyServicePage(): ReactNode {
  useTitle('志愿服务证明查验')
  const { code = '' } = useParams()
  const { data, error, isFetching, refetch } = useVerification(code)
  return (
    <OpenPage demo={data?.demo ?? false}>
      <div className="verify">
        <h1>志愿服务证明查验</h1>
        <section aria-live="polite" aria-label="查验结果">
          {data && <Answer certificate={data} />}
          {!data && isFetching && <Bones lines={5} />}
          {!data && !isFetching && <Unknown problem={error} retry={() => void refetch()} />}
        </section>
        <p className="faint small">这里只显示可以公开的内容。有疑问的，请向证明上写的单位核实。</p>
      </div>
    </OpenPage>
  )
}

function Answer({ certificate }: { certificate: PublicServiceCertificate }): ReactNode {
  const { state, number, name, body, place, startsOn, endsOn, minutes, issuedOn, demo } = certificate
  return (
    <div className="panel verify-answer">
      <p className={`verify-state state-${certificateTones[state]}`}>
        <StateShape tone={certificateTones[state]} size={22} />
        {certificateStates[state]}
      </p>
      <p className="verify-sentence">{sentenceOf(certificate)}</p>
      {demo && <p className="certificate-hint">这是演示证明，组织和人是编出来的，不具任何效力。</p>}
      <Facts
        facts={[
          ['志愿者', name],
          ['服务时长', hoursText(minutes)],
          ['起止日期', `${startsOn} 至 ${endsOn}`],
          ['记录单位', body],
          ['所在社区（村）', place],
          ['编号', number],
          ['开具日期', issuedOn],
        ]}
      />
    </div>
  )
}

function sentenceOf({ state, endedOn }: PublicServiceCertificate): string {
  if (state === 'valid') return '这张证明是真实的，内容与现在的记录一致。'
  if (state === 'changed') return '这张证明是真实的，但其中的记录后来有更正，请让本人换开一张。'
  return `这张证明已于 ${endedOn} 作废。`
}
