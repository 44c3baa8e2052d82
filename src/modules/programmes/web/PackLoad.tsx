// Loads a checked pack: a new one starts a programme, a newer version replaces the loaded one.
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { PackCheck } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { useLoadPack } from './programme-queries.ts'

type Props = {
  text: string
  /** The check itself did not come through. */
  failed: boolean
  /** What was found in exactly this text; undefined while it is not known. */
  check: PackCheck | undefined
  onLoaded: () => void
}

export function PackLoad({ text, failed, check, onLoaded }: Props): ReactNode {
  const load = useLoadPack()
  const reason = whyNot(text, check, failed)
  return (
    <div className="pack-load">
      <Popconfirm
        title="载入这个方案包？"
        description={consequence(check)}
        okText="载入"
        cancelText="先不"
        onConfirm={() => load.mutate(text, { onSuccess: onLoaded })}
        disabled={reason !== null}
      >
        <Button
          type="primary"
          disabled={reason !== null}
          loading={load.isPending}
          title={reason ?? undefined}
        >
          载入
        </Button>
      </Popconfirm>
      {reason && <span className="faint small">{reason}</span>}
      {load.data && (
        <span role="status">
          已载入第 {load.data.loadedVersion} 版。
          {load.data.programme && <Link to={programmePath(load.data.programme)}>看方案</Link>}
        </span>
      )}
      <ProblemAlert problem={load.error} />
    </div>
  )
}

/** Why it cannot be loaded now, or null. */
function whyNot(text: string, check: PackCheck | undefined, failed: boolean): string | null {
  if (text.trim() === '') return '还没有文本'
  if (!check) return failed ? '还没有检查成' : '正在检查'
  const errors = check.faults.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return `还有 ${errors} 处错误`
  return check.summary ? null : '还读不成一个方案包'
}

const consequence = (check: PackCheck | undefined): string =>
  check && check.changes.length > 0
    ? `会改动 ${check.changes.length} 处，已在右边列出；旧版本保留。`
    : '这个地区会立刻按它计算每项目标。'
