// One parameter: what it says, where that comes from, and the form that decides it.
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import type { RulesInForce, RuleView } from '../rules-api.ts'
import { originWords } from '../source-words.ts'
import { titleOf, wordsFor } from './rule-forms.ts'

/** Arrives when the first rule is to be changed. */
const RuleEditor = lazy(async () => ({ default: (await import('./RuleEditor.tsx')).RuleEditor }))

export function RuleRow({ rule, data }: { rule: RuleView; data: RulesInForce }): ReactNode {
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className="rule">
      <dt>{titleOf(rule.name)}</dt>
      <dd className="rule-value">{wordsFor(rule.name, rule.value)}</dd>
      <dd className="rule-origin">
        <Origin rule={rule} />
      </dd>
      <dd className="rule-act">
        {data.whyNotEdit === null && !rule.lockedBy && (
          <button
            ref={button}
            type="button"
            className="text-button"
            aria-expanded={editing}
            aria-label={`修改：${titleOf(rule.name)}`}
            onClick={() => setEditing(!editing)}
          >
            {editing ? '收起' : '修改'}
          </button>
        )}
      </dd>
      {editing && (
        <dd className="rule-editing">
          <Suspense fallback={<Bones lines={4} />}>
            <RuleEditor rule={rule} data={data} onDone={close} />
          </Suspense>
        </dd>
      )}
    </div>
  )
}

function Origin({ rule }: { rule: RuleView }): ReactNode {
  const { clause, isDefault, from, note, lockedBy, locked } = rule
  return (
    <>
      <span className={isDefault ? 'faint' : ''}>
        {originWords({ clause, isDefault, areaName: from?.areaName ?? null })}
      </span>
      {from && (clause || isDefault) && <span className="faint"> · {from.areaName}</span>}
      {lockedBy && <span className="rule-lock">由{lockedBy.areaName}统一规定</span>}
      {locked && !lockedBy && <span className="rule-lock">下级不得另行规定</span>}
      {clause?.quote && <q className="rule-quote">{clause.quote}</q>}
      {note && <span className="rule-note">{note}</span>}
    </>
  )
}
