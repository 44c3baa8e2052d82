// Packs that are shipped or loaded, each with its place, its versions and a way into its text.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { PackSummary } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { usePacks } from './programme-queries.ts'

export function PackList(): ReactNode {
  const { data, error, refetch } = usePacks()
  return (
    <DataTable
      label="方案包"
      columns={columns}
      rows={data?.items}
      rowKey={({ id }) => id}
      problem={error}
      retry={() => void refetch()}
      empty={<EmptyHint title="还没有方案包">请粘贴或上传一个 YAML 文件。</EmptyHint>}
    />
  )
}

const columns: Column<PackSummary>[] = [
  {
    key: 'title',
    title: '方案包',
    width: '38%',
    card: 'title',
    cell: ({ id, title }) => (
      <>
        <Link to={`/packs?pack=${encodeURIComponent(id)}`}>{title}</Link>
        <small>{id}</small>
      </>
    ),
  },
  { key: 'area', title: '地区', cell: ({ areaName }) => areaName },
  { key: 'targets', title: '目标', cell: ({ targets }) => `${targets} 项` },
  { key: 'version', title: '版本', cell: versionWords },
  { key: 'state', title: '状态', card: 'mark', cell: (pack) => <LoadState pack={pack} /> },
  {
    key: 'programme',
    title: '方案',
    cell: ({ programme }) => (programme ? <Link to={programmePath(programme)}>看方案</Link> : '—'),
  },
]

function versionWords({ version, shipped, loadedVersion }: PackSummary): string {
  const from = shipped ? '随产品' : '自己写的'
  return loadedVersion === null || loadedVersion === version
    ? `第 ${version} 版（${from}）`
    : `第 ${version} 版（${from}），已载入第 ${loadedVersion} 版`
}

function LoadState({ pack: { version, loadedVersion } }: { pack: PackSummary }): ReactNode {
  if (loadedVersion === null) return <StateTag tone="none" word="未载入" />
  if (loadedVersion < version) return <StateTag tone="behind" word="有新版本" />
  return <StateTag tone="met" word="已载入" />
}
