// One support platform: what it is, and which organizations are or were in it.
import { Button, Form } from 'antd'
import { type ReactNode, useContext, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayRule } from '../../../ui/day-rule.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { Sections } from '../../../ui/Sections.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { type Platform, platformKinds, platformLevels } from '../platform.ts'
import { takesIn } from '../platform-rules.ts'
import { IncubationTable } from './IncubationTable.tsx'
import { PlatformDialog } from './PlatformDialog.tsx'
import { PlatformSections } from './platform-sections.ts'
import { supportActs, useChoices, useDone, usePlatform } from './support-queries.ts'
import './support.css'

const back = { to: '/support', label: '支持平台' }

export function PlatformPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = usePlatform(id)
  if (data) return <Shown platform={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="平台" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ platform }: { platform: Platform }): ReactNode {
  const may = useMay()
  const level = platform.level === 'province' ? '省级' : platformLevels[platform.level]
  return (
    <>
      <PageHeader
        title={platform.name}
        back={back}
        mark={
          platform.closedOn ? <StateTag tone="none" word="已关闭" /> : <StateTag tone="met" word="开着" />
        }
        sentence={[platform.areaName, level, platformKinds[platform.kind]].join(' · ')}
        extra={platform.may.includes('support.keep') && <Actions platform={platform} />}
      />
      <Facts platform={platform} />
      <Sections sections={useContext(PlatformSections)} about={{ platform }} />
      {may('incubation.see') && takesIn(platform) && (
        <section className="support-part" aria-labelledby="stays">
          <h2 id="stays">在这里孵化的组织</h2>
          <IncubationTable
            filter={{ platform: platform.id }}
            empty="还没有组织申请入驻。"
            withPlatform={false}
          />
        </section>
      )}
    </>
  )
}

function Facts({ platform }: { platform: Platform }): ReactNode {
  const { operator, place, services, openedOn, closedOn } = platform
  const { data } = useChoices(platform.area)
  const words = services.map((service) => data?.services[service] ?? service).join('、')
  return (
    <section className="panel" aria-label="平台信息">
      <dl className="facts">
        <Fact title="运营单位">
          {operator?.id ? <Link to={`/organizations/${operator.id}`}>{operator.name}</Link> : operator?.name}
        </Fact>
        <Fact title="提供的服务">{words}</Fact>
        <Fact title="地址">{place}</Fact>
        <Fact title="启用">{openedOn}</Fact>
        {closedOn && <Fact title="关闭">{closedOn}</Fact>}
      </dl>
    </section>
  )
}

const Fact = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <div>
    <dt>{title}</dt>
    <dd>{children || <span className="fact-unknown">不详</span>}</dd>
  </div>
)

function Actions({ platform }: { platform: Platform }): ReactNode {
  const [open, setOpen] = useState<'edit' | 'close' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const done = useDone()
  const reopen = () => void done(supportActs.reopen(platform.id)).then(() => setProblem(null), setProblem)
  return (
    <>
      <ProblemAlert problem={problem} />
      {platform.closedOn ? (
        <Button onClick={reopen}>撤销关闭</Button>
      ) : (
        <>
          <Button onClick={() => setOpen('close')}>关闭</Button>
          <Button onClick={() => setOpen('edit')}>更正</Button>
        </>
      )}
      {open === 'edit' && <PlatformDialog platform={platform} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseDialog platform={platform} onClose={() => setOpen(null)} />}
    </>
  )
}

function CloseDialog({ platform, onClose }: { platform: Platform; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`关闭：${platform.name}`}
      explain="从所填的那一天起不再算作平台；以前的记录和数字都保留。"
      confirmText="关闭"
      reasonHint="例如：场地收回；并入别的平台"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => done(supportActs.close(platform.id, { on: String(on), reason }))}
      onClose={onClose}
    >
      <Form.Item name="on" label="从哪一天起" rules={[dayRule]} validateTrigger="onSubmit">
        <DayInput max={today} calendarLabel="从日历选日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}
