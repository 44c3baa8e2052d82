// One branch: what is due, what was held, with whom it pairs, which organizations it unites.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Branch } from '../branches-api.ts'
import { type ActivityKind, activityKinds, branchKinds, branchNatures } from '../party.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { BranchActivities } from './BranchActivities.tsx'
import { BranchLead } from './BranchLead.tsx'
import { BranchOwed } from './BranchOwed.tsx'
import { BranchPairings } from './BranchPairings.tsx'
import { useBranch } from './party-queries.ts'
import './party.css'

const back = { to: '/party/branches', label: '党支部' }

export function BranchPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useBranch(id)
  if (data) return <Shown key={id} branch={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="党支部" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ branch }: { branch: Branch }): ReactNode {
  const [recording, record] = useRecording()
  const stands = branch.dissolvedOn === null
  const mayRecord = stands && branch.may.includes('party.record')
  return (
    <>
      <PageHeader
        title={branch.name}
        mark={stands ? null : <StateTag tone="none" word="已撤销" />}
        sentence={sentenceOf(branch)}
        back={back}
        extra={<PrintMenu />}
        action={
          mayRecord && (
            <Button type="primary" onClick={() => record('themeDay')}>
              记一次组织生活
            </Button>
          )
        }
      />
      <div className="party-branch">
        <div>
          <BranchOwed branch={branch} record={mayRecord ? record : null} />
          <BranchActivities branch={branch} />
        </div>
        <div>
          <United branch={branch} />
          <BranchLead branch={branch} />
          <BranchPairings branch={branch} />
        </div>
      </div>
      {recording && <ActivityDialog branch={branch} kind={recording} onClose={() => record(null)} />}
    </>
  )
}

/** The kind being recorded; a link from the queue opens it at once. */
function useRecording(): [ActivityKind | null, (kind: ActivityKind | null) => void] {
  const [search] = useSearchParams()
  const asked = search.get('record')
  return useState<ActivityKind | null>(
    asked && Object.hasOwn(activityKinds, asked) ? (asked as ActivityKind) : null,
  )
}

function sentenceOf({ areaName, kind, nature, foundedOn, members, ...branch }: Branch): string {
  const about = [areaName, branchKinds[kind], nature === 'functional' && branchNatures.functional]
  const ended = branch.dissolvedOn && `${branch.dissolvedOn} 撤销：${branch.dissolvedBecause}`
  return [...about, `${foundedOn} 成立`, ended ?? `${members} 名正式党员`].filter(Boolean).join(' · ')
}

function United({ branch: { united } }: { branch: Branch }): ReactNode {
  return (
    <section className="panel" aria-labelledby="united">
      <h2 id="united">覆盖的组织</h2>
      {united.length === 0 && <p className="faint">现在没有组织。</p>}
      <ul className="plain-list">
        {united.map(({ id, name, areaName, from, members }) => (
          <li key={id} className="party-line">
            <Link to={`/organizations/${id}#party`}>{name}</Link>
            <span className="faint small">
              {areaName} · {members === null ? '党员人数不详' : `${members} 名党员`} · {from} 起
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
