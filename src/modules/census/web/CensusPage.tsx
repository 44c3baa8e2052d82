// One census: how far it is, area by area; opened, closed and reopened here; after closing, what was frozen.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { urlOf } from '../../../ui/call.ts'
import { Bones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { type Census, censusStatuses, type Progress, repeats } from '../census.ts'
import { censusApi } from '../census-api.ts'
import { BaselineTable } from './BaselineTable.tsx'
import { CensusSteps } from './CensusSteps.tsx'
import { useProgress } from './census-queries.ts'
import { censusPath, statusTones } from './census-words.ts'
import { ProgressSum } from './ProgressSum.tsx'
import { ProgressTable } from './ProgressTable.tsx'
import './census.css'

export function CensusPage(): ReactNode {
  const { id = '' } = useParams()
  const area = useUrlState().one('area')
  const { data, error, refetch } = useProgress(id, area)
  if (error && !data)
    return (
      <>
        <PageHeader title="摸底排查" back={{ to: '/censuses', label: '全部摸底' }} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (!data) return <Bones lines={8} />
  const { census } = data
  return (
    <>
      <PageHeader
        title={census.title}
        mark={<StateTag tone={statusTones[census.status]} word={censusStatuses[census.status]} />}
        sentence={sentenceOf(census)}
        back={{ to: '/censuses', label: '全部摸底' }}
        extra={<Take census={census} area={data.area.code} />}
      />
      <CensusSteps progress={data} />
      <Trail progress={data} />
      {census.status === 'draft' ? <Draft census={census} /> : <Body progress={data} />}
    </>
  )
}

const sentenceOf = ({ orderedBy, repeats: often, dueOn, note }: Census): string =>
  [`${orderedBy}布置，${repeats[often]}，${dueOn} 截止。`, note].filter(Boolean).join('')

function Take({ census, area }: { census: Census; area: string }): ReactNode {
  const may = useMay()
  if (census.status === 'draft') return null
  return (
    <>
      {may('census.export') && (
        <Button href={urlOf(censusApi.export, { params: { id: census.id }, query: { area } })} download>
          导出
        </Button>
      )}
      <PrintMenu />
    </>
  )
}

/** The way down from the campaign's area. */
function Trail({ progress: { census, ancestors, area } }: { progress: Progress }): ReactNode {
  if (ancestors.length === 0) return null
  return (
    <nav className="census-trail" aria-label="所在区划">
      {ancestors.map(({ code, name }) => (
        <span key={code}>
          <Link to={censusPath(census.id, code)}>{name}</Link> ›{' '}
        </span>
      ))}
      <b>{area.name}</b>
    </nav>
  )
}

const Draft = ({ census }: { census: Census }): ReactNode => (
  <div className="panel">
    <p>{`开始以后，${census.areaName}的每个社区（村）都会得到一份名单，并出现在社区工作者的待办里。`}</p>
    <p className="faint">现在还能修改或作废；别人看不到草稿。</p>
  </div>
)

function Body({ progress }: { progress: Progress }): ReactNode {
  return (
    <>
      <ProgressSum progress={progress} />
      <ProgressTable progress={progress} />
      {progress.census.status === 'closed' && (
        <BaselineTable census={progress.census} area={progress.area.code} />
      )}
    </>
  )
}
