// What is wrong with a pack, each fault with its place and its mend, and what this version would change.
import type { ReactNode } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { PackCheck } from '../programmes-api.ts'

type Fault = PackCheck['faults'][number]

type Props = { check: PackCheck | undefined; checking: boolean; goTo: (fault: Fault) => void }

export function PackFindings({ check, checking, goTo }: Props): ReactNode {
  return (
    <div className="aside-parts">
      <section className="panel" aria-busy={checking}>
        <h2>检查结果</h2>
        <p role="status">
          <Verdict check={check} checking={checking} />
        </p>
        {checking && !check && <Bones lines={4} />}
        <ol className="faults">
          {check?.faults.map((fault) => (
            <FaultLine key={`${fault.line}:${fault.column} ${fault.message}`} fault={fault} goTo={goTo} />
          ))}
        </ol>
      </section>
      {check && check.changes.length > 0 && <Changes changes={check.changes} />}
    </div>
  )
}

function Verdict({ check, checking }: Pick<Props, 'check' | 'checking'>): ReactNode {
  if (checking) return <span className="faint">正在检查…</span>
  if (!check) return <span className="faint">还没有可检查的文本</span>
  const errors = check.faults.filter(({ severity }) => severity === 'error').length
  const warnings = check.faults.length - errors
  if (errors > 0) return <StateTag tone="overdue" word={`${errors} 处错误，改好才能载入`} />
  if (warnings > 0) return <StateTag tone="behind" word={`没有错误，${warnings} 处请留意`} />
  return <StateTag tone="met" word="没有问题" />
}

function FaultLine({ fault, goTo }: { fault: Fault; goTo: (fault: Fault) => void }): ReactNode {
  const { severity, line, column, at, message, mend } = fault
  return (
    <li className={`fault fault-${severity}`}>
      <button type="button" onClick={() => goTo(fault)}>
        <StateTag
          tone={severity === 'error' ? 'overdue' : 'behind'}
          word={severity === 'error' ? '错误' : '留意'}
        />
        <span className="fault-place">{`第 ${line} 行第 ${column} 列`}</span>
        <span className="fault-message">{message}</span>
        {mend && <span className="fault-mend">{mend}</span>}
        {at && <code className="fault-at">{at}</code>}
      </button>
    </li>
  )
}

function Changes({ changes }: { changes: readonly string[] }): ReactNode {
  return (
    <section className="panel">
      <h2>载入后会变的</h2>
      <ul className="how">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </section>
  )
}
