// What stands in public notice today: for everybody, without an account; how to object stands below each desk's list.
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { OpenPage } from '../../../ui/OpenPage.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { honorLevels, type PublicHonor } from '../honor.ts'
import { useNotices } from './honor-queries.ts'
import { NoticePapers } from './NoticePapers.tsx'
import './honors.css'

export function NoticesPage(): ReactNode {
  useTitle('公示')
  const area = useSearchParams()[0].get('area') ?? undefined
  const { data, error, refetch } = useNotices(area)
  return (
    <OpenPage demo={data?.items.some(({ demo }) => demo) ?? false}>
      <div className="notices">
        <div className="notices-head">
          <h1>公示</h1>
          <PrintMenu />
        </div>
        <p className="faint">拟评定的品牌、示范、试点和观察点，公示期内征求意见。</p>
        <ProblemAlert problem={error} retry={() => void refetch()} />
        {!data && !error && <Bones lines={6} />}
        {data?.items.length === 0 && (
          <EmptyHint title="今天没有正在公示的名单">公示期满的，由评定单位公布结果。</EmptyHint>
        )}
        {groupsOf(data?.items ?? []).map((group) => (
          <Group key={group.key} items={group.items} />
        ))}
      </div>
    </OpenPage>
  )
}

/** One list a desk, title, year and period: what is published together. */
function groupsOf(items: readonly PublicHonor[]): { key: string; items: PublicHonor[] }[] {
  const groups = new Map<string, PublicHonor[]>()
  for (const one of items) {
    const key = [one.level, one.deskName, one.title, one.year, one.from, one.until].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, those]) => ({ key, items: those }))
}

function Group({ items }: { items: readonly PublicHonor[] }): ReactNode {
  const [first] = items
  if (!first) return null
  const { deskName, level, title, year, from, until, objectTo } = first
  return (
    <section className="panel">
      <h2>
        {deskName} {year} 年度{title}公示名单
      </h2>
      <p>
        {honorLevels[level]} · 公示期：{from} 至 <b>{until}</b>
      </p>
      <ol className="notice-list">
        {items.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b> <span className="faint">{one.areaName}</span>
            <p>{one.reason}</p>
          </li>
        ))}
      </ol>
      <p className="notice-object">
        <b>怎样提出异议：</b>
        {objectTo}
      </p>
      <NoticePapers id={first.id} />
    </section>
  )
}
