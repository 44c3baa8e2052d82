// The subsidies of one stay: granted, paid, revoked.
import { type ReactNode, useState } from 'react'
import { yuanText } from '../../../kernel/money.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { type IncubationView, type Subsidy, subsidyStates } from '../incubation.ts'
import { supportActs, useDone } from './support-queries.ts'

export function SubsidyList({ view }: { view: IncubationView }): ReactNode {
  const { subsidies, granted, paid } = view
  return (
    <section className="panel" aria-labelledby="subsidies">
      <h2 id="subsidies">孵化补贴</h2>
      {subsidies.length === 0 ? (
        <p className="fact-unknown">还没有给予补贴。</p>
      ) : (
        <>
          <p className="count">
            共 {yuanText(granted)} 元，已拨付 {yuanText(paid)} 元。
          </p>
          <ul className="support-money">
            {subsidies.map((one) => (
              <Line key={one.id} one={one} mayRevoke={view.may.includes('incubation.subsidize')} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export const subsidyTones: Record<Subsidy['state'], Tone> = {
  unpaid: 'onCourse',
  paid: 'met',
  revoked: 'none',
}

function Line({ one, mayRevoke }: { one: Subsidy; mayRevoke: boolean }): ReactNode {
  const [open, setOpen] = useState(false)
  const done = useDone()
  return (
    <li>
      <div className="support-money-head">
        <b>{yuanText(one.amount)} 元</b>
        <StateTag tone={subsidyTones[one.state]} word={subsidyStates[one.state]} />
      </div>
      <p className="faint">
        {[one.basis, `${one.decidedOn} 决定`, one.paidOn && `${one.paidOn} 拨付`, one.reason]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mayRevoke && one.state === 'unpaid' && (
        <button type="button" className="text-button no-print" onClick={() => setOpen(true)}>
          取消这笔补贴
        </button>
      )}
      {open && (
        <ConfirmWithReason
          open
          title={`取消补贴：${yuanText(one.amount)} 元`}
          confirmText="取消补贴"
          danger
          onConfirm={({ reason }) => done(supportActs.revoke(one.id, { reason }))}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
