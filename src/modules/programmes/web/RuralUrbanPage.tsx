// Rural communities beside urban ones, for any measure: per community, per thousand residents, year by year.
import type { ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { RuralUrban } from '../programmes-api.ts'
import { AreaJump } from './AreaJump.tsx'
import { AreaTrail } from './AreaTrail.tsx'
import { AsOfControl } from './AsOfControl.tsx'
import { programmePath, ruralUrbanPath, usePlace } from './place.ts'
import { useProgramme, useRuralUrban } from './programme-queries.ts'
import { asSide, RuralUrbanRecords } from './RuralUrbanRecords.tsx'
import { RuralUrbanTable } from './RuralUrbanTable.tsx'
import { RuralUrbanTrend } from './RuralUrbanTrend.tsx'
import { ruralUrbanSentence } from './rural-urban-words.ts'
import './figures.css'
import './rural-urban.css'

export function RuralUrbanPage(): ReactNode {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const place = usePlace()
  const measure = search.get('measure') ?? undefined
  const { data, error, refetch, isPlaceholderData } = useRuralUrban(id, { ...place, measure })
  const back = { to: programmePath(id, place), label: '回到方案' }
  if (error)
    return (
      <>
        <PageHeader title="城乡对照" back={back} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (!data) return <PageBones />
  return (
    <div className={isPlaceholderData ? 'stale' : undefined}>
      <PageHeader title="城乡对照" sentence={ruralUrbanSentence(data)} back={back} />
      <Controls id={id} data={data} />
      {data.collected ? (
        <Compared id={id} data={data} side={search.get('side')} />
      ) : (
        <NotCollected data={data} />
      )}
    </div>
  )
}

type Props = { id: string; data: RuralUrban }

function Controls({ id, data }: Props): ReactNode {
  const programme = useProgramme(id)
  const navigate = useNavigate()
  const place = usePlace()
  const { measure } = data
  const toArea = ({ code }: { code: string }) => ruralUrbanPath(id, { ...place, measure, area: code })
  const choose = (next: string) => void navigate(ruralUrbanPath(id, { ...place, measure: next }))
  return (
    <div className="bar">
      <label className="measure-choice">
        <span>比较什么</span>
        <select className="plain-input" value={measure} onChange={(event) => choose(event.target.value)}>
          {data.measures.map(({ name, title, unit }) => (
            <option key={name} value={name}>{`${title}（${unit}）`}</option>
          ))}
        </select>
      </label>
      <AreaTrail {...data} pathOf={toArea} />
      <AreaJump {...data} pathOf={toArea} />
      <div className="bar-right">
        <AsOfControl
          {...data}
          to={programme.data?.to ?? data.today}
          phases={programme.data?.phases ?? []}
          pathOf={(asOf) => ruralUrbanPath(id, { ...place, measure, asOf })}
        />
        <div className="paper-button">
          <PrintMenu />
        </div>
      </div>
    </div>
  )
}

function Compared({ id, data, side }: Props & { side: string | null }): ReactNode {
  const chosen = asSide(side)
  return (
    <>
      <div className="rural-urban">
        <RuralUrbanTable id={id} data={data} />
        <RuralUrbanTrend data={data} />
      </div>
      {chosen && <RuralUrbanRecords key={`${chosen} ${data.area.code}`} id={id} data={data} side={chosen} />}
    </>
  )
}

const NotCollected = ({ data: { title, area } }: { data: RuralUrban }): ReactNode => (
  <EmptyHint title={`${area.name}还没有“${title}”的记录`}>没有记录不等于零：先登记，再比较。</EmptyHint>
)
