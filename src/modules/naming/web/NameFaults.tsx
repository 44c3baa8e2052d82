// What is wrong with a name, why, and how to mend it.
import type { ReactNode } from 'react'
import { StateShape } from '../../../ui/StateTag.tsx'
import { type NameFault, nameParts } from '../name-parts.ts'

type Props = { faults: readonly NameFault[]; strictness: 'block' | 'warn' }

export function NameFaults({ faults, strictness }: Props): ReactNode {
  if (faults.length === 0) return <p className="name-right">✓ 符合名称规则</p>
  const grave = faults.filter(({ severity }) => severity === 'fault').length
  return (
    <>
      {grave > 0 && strictness === 'warn' && (
        <p className="name-note">与名称规则有 {grave} 处不一致。如果一直就这样叫，可以照原样保存。</p>
      )}
      <ul className="name-faults">
        {faults.map((fault) => (
          <li key={`${fault.part}-${fault.from}-${fault.message}`} className={`name-${fault.severity}`}>
            <StateShape tone={fault.severity === 'fault' ? 'overdue' : 'behind'} size={11} />
            <span>
              <b>
                <span className="sr-only">{fault.severity === 'fault' ? '不合规则：' : '请核对：'}</span>
                {fault.part && `${nameParts[fault.part]}：`}
                {fault.message}
              </b>
              <span>{fault.mend}。</span>
              <span className="name-why">{fault.why}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
