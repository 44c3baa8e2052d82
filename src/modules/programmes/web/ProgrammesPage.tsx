// The programmes in force where one works; a single one is opened at once.
import type { ReactNode } from 'react'
import { Link, Navigate } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import type { ProgrammeSummary } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { useProgrammes } from './programme-queries.ts'
import './figures.css'

export function ProgrammesPage(): ReactNode {
  const { data, error, refetch } = useProgrammes()
  if (!data && !error) return <PageBones />
  const [only, ...others] = data?.items ?? []
  if (only && others.length === 0) return <Navigate to={programmePath(only.id)} replace />
  return (
    <>
      <PageHeader title="方案" sentence="您所在地区正在执行的方案。打开一个，看每项目标走到哪里、差多少。" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data?.items.length === 0 && <NoProgrammes />}
      <ul className="cards row-links">
        {data?.items.map((programme) => (
          <Card key={programme.id} programme={programme} />
        ))}
      </ul>
    </>
  )
}

function Card({ programme }: { programme: ProgrammeSummary }): ReactNode {
  const { id, title, area, start, from, to, example } = programme
  return (
    <li className="card">
      <h2>
        <Link className="row-link" to={programmePath(id)}>
          {title}
        </Link>
      </h2>
      <p className="faint">{`${area.name} · ${from} 至 ${to}`}</p>
      {start.code !== area.code && <p className="faint">{`从 ${start.name} 看起`}</p>}
      {example && <p className="faint">{`示例：${example}`}</p>}
    </li>
  )
}

function NoProgrammes(): ReactNode {
  const may = useMay()
  return (
    <div className="empty-box">
      <EmptyHint title="这里还没有方案">
        {may('pack.load') ? (
          <ButtonLink to="/packs" primary>
            载入一个方案包
          </ButtonLink>
        ) : (
          '方案由系统管理员载入。请联系本级系统的管理员。'
        )}
      </EmptyHint>
    </div>
  )
}
