// Beside the table: where the chosen target lacks, where to begin, and how its figure was computed.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Breakdown, Tile } from '../programmes-api.ts'
import { HowComputed } from './HowComputed.tsx'
import { type Place, programmePath, targetPath } from './place.ts'
import { useBreakdown } from './programme-queries.ts'
import { TileGrid } from './TileGrid.tsx'
import { hasStatement, pictured } from './tiles.ts'
import { WorstList } from './WorstList.tsx'

type Props = { programme: string; target: string; place: Place }

export function TargetAside({ programme, target, place }: Props): ReactNode {
  const { data, error, refetch, isPlaceholderData } = useBreakdown(programme, target, place)
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (!data)
    return (
      <div className="panel">
        <Bones lines={6} />
      </div>
    )
  return (
    <div className={isPlaceholderData ? 'aside-parts stale' : 'aside-parts'}>
      <Where breakdown={data} programme={programme} place={place} />
      <HowComputed breakdown={data} />
    </div>
  )
}

type WhereProps = { breakdown: Breakdown; programme: string; place: Place }

function Where({ breakdown, programme, place }: WhereProps): ReactNode {
  const { row, unitWord, units } = breakdown
  const tiles = pictured(breakdown)
  const pathOf = ({ code }: Tile) => programmePath(programme, { ...place, area: code, target: row.target })
  const full = targetPath(programme, row.target, place)
  return (
    <>
      <section className="panel">
        <h2>{row.title}</h2>
        <blockquote className="quote">{row.quote}</blockquote>
        <p className="small">
          {row.threshold !== '—' && `要求：${row.threshold}；`}
          {`期限：${row.due}`}
        </p>
        {tiles.some(hasStatement) && (
          <>
            <p className="faint small">{picture(breakdown, tiles.length)}</p>
            <TileGrid label={units ? unitWord : '下级地区'} tiles={tiles} pathOf={pathOf} />
          </>
        )}
        <p className="panel-more">
          <Link to={full}>打开这项目标：下级地区、背后的记录</Link>
        </p>
      </section>
      <WorstList
        tiles={tiles}
        pathOf={pathOf}
        allPath={targetPath(programme, row.target, { ...place, list: units ? 'units' : undefined })}
      />
    </>
  )
}

const picture = ({ units, unitCount, unitWord }: Breakdown, shown: number): string =>
  units
    ? `每格一个${unitWord}，共 ${shown} 个，按上级地区排列`
    : `每格一个下级地区；${unitWord}有 ${unitCount.toLocaleString('zh-CN')} 个，点一格往下看`
