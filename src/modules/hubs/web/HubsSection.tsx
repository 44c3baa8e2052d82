// Hubs on an organization's page: by which ones it is served, and, where it is one itself, whom it serves.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import type { HubView } from '../hub.ts'
import { useHubs } from './hub-queries.ts'
import { MarkDialog } from './MarkDialog.tsx'
import { TieDialog, type TieQuestion } from './TieDialog.tsx'
import { TieList } from './TieList.tsx'
import './hubs.css'

type Props = { organization: Organization }

export function HubsSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useHubs(organization.id)
  return (
    <PagePart
      id="hubs"
      title={data?.isHub ? '枢纽型组织' : '枢纽型组织的联系服务'}
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data && !data.isHub && data.servedBy.length === 0 && '还没有枢纽型组织联系、服务它。'}
    >
      {data && (hasDoors(organization, data) || data.isHub || data.servedBy.length > 0) && (
        <Shown organization={organization} view={data} />
      )}
    </PagePart>
  )
}

/** Whether there is anything that the reader may enter. */
const hasDoors = ({ status }: Organization, { may }: HubView): boolean =>
  status !== 'ended' && (may.includes('hub.tie') || may.includes('hub.mark'))

function Shown({ organization, view }: Props & { view: HubView }): ReactNode {
  const [question, setQuestion] = useState<TieQuestion | null>(null)
  const living = organization.status !== 'ended'
  return (
    <>
      {view.isHub && <Serves view={view} living={living} ask={setQuestion} />}
      <ServedBy view={view} living={living} ask={setQuestion} />
      {living && view.may.includes('hub.mark') && <Mark organization={organization} isHub={view.isHub} />}
      {question && (
        <TieDialog
          question={question}
          organization={organization}
          offered={view.offered}
          onClose={() => setQuestion(null)}
        />
      )}
    </>
  )
}

type PartProps = { view: HubView; living: boolean; ask: (question: TieQuestion) => void }

/** Of a hub: whom it serves. Its leader proposes; officers enter at once. */
function Serves({ view, living, ask }: PartProps): ReactNode {
  const hidden =
    view.servesCount -
    view.serves.filter(({ status, partner }) => status === 'active' && !partner.ended).length
  const mayTie = view.may.includes('hub.tie')
  return (
    <div className="hub-part">
      <h3>它服务的组织（{asNumber(view.servesCount)} 个）</h3>
      <TieList ties={view.serves} offered={view.offered} empty="还没有记录它服务哪些组织。" ask={ask} />
      {hidden > 0 && <p className="faint">另有 {asNumber(hidden)} 个不在您的管理范围内。</p>}
      {living && mayTie && <Button onClick={() => ask({ kind: 'serves' })}>添加它服务的组织</Button>}
      {living && !mayTie && view.may.includes('hub.propose') && (
        <Button onClick={() => ask({ kind: 'propose' })}>提出为一个组织服务</Button>
      )}
    </div>
  )
}

function ServedBy({ view, living, ask }: PartProps): ReactNode {
  if (view.isHub && view.servedBy.length === 0) return null
  return (
    <div className="hub-part">
      {view.isHub && <h3>为它服务的枢纽型组织</h3>}
      {view.servedBy.length > 0 && <TieList ties={view.servedBy} offered={view.offered} empty="" ask={ask} />}
      {living && view.may.includes('hub.tie') && !view.isHub && (
        <Button onClick={() => ask({ kind: 'servedBy' })}>记上由谁服务</Button>
      )}
    </div>
  )
}

function Mark({ organization, isHub }: Props & { isHub: boolean }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <p className="hub-marking no-print">
      <span className="faint">
        {isHub ? '已标为枢纽型组织。' : '枢纽型：为本街镇其他组织提供服务的联合会、服务中心等。'}
      </span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {isHub ? '不再是枢纽型' : '标为枢纽型'}
      </button>
      {open && <MarkDialog organization={organization} isHub={isHub} onClose={() => setOpen(false)} />}
    </p>
  )
}
