// Who decided what about the rules of an area, when and why.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { RuleSetVersion } from '../rules-api.ts'
import { titleOf, wordsFor } from './rule-forms.ts'
import { useRulesHistory } from './rules-queries.ts'

export function RulesHistory({ area, name }: { area: string; name: string }): ReactNode {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRulesHistory(area)
  const versions = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="panel rules-history">
      <h2>沿革</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data && versions.length === 0 && (
        <p className="faint">{name}还没有自己的规则，执行上级的规则和默认值。</p>
      )}
      <ol className="plain-list">
        {versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ol>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          更早的
        </Button>
      )}
    </section>
  )
}

function Version({ version }: { version: RuleSetVersion }): ReactNode {
  const { loadedAt, loadedBy, reason, changes } = version
  return (
    <li className="rules-version">
      <p>
        <b>第 {version.version} 版</b>{' '}
        <span className="faint">
          {new Date(loadedAt).toLocaleString('zh-CN', {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: 'Asia/Shanghai',
          })}{' '}
          · {loadedBy ?? '系统'}
        </span>{' '}
        {reason}
      </p>
      <details>
        <summary>改了 {changes.length} 条</summary>
        <ul className="plain-list">
          {changes.map(({ name, before, after }) => (
            <li key={name}>
              {titleOf(name)}：<del>{said(name, before)}</del> → <ins>{said(name, after)}</ins>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

function said(
  name: RuleSetVersion['changes'][number]['name'],
  entry: { value: unknown; locked: boolean } | null,
): string {
  if (!entry) return '未规定'
  return `${wordsFor(name, entry.value)}${entry.locked ? '（下级不得另行规定）' : ''}`
}
