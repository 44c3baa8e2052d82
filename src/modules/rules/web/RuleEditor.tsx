// Decides one parameter for the area: its value, whether those below may decide otherwise, the clause, and why.
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { CallProblem } from '../../../ui/call.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { ruleKeys } from '../rule-keys.ts'
import type { RulesInForce, RuleView } from '../rules-api.ts'
import { originWords } from '../source-words.ts'
import { shapeFor, titleOf, wordsFor } from './rule-forms.ts'
import { type RulesChange, useChangeRules } from './rules-queries.ts'
import { ValueEditor } from './ValueEditor.tsx'

type Props = { rule: RuleView; data: RulesInForce; onDone: () => void }

export function RuleEditor({ rule, data, onDone }: Props): ReactNode {
  const { name } = rule
  const [value, setValue] = useState<unknown>(rule.value)
  const [locked, setLocked] = useState(rule.own && rule.locked)
  const [document, setDocument] = useState(rule.own ? (rule.clause?.document ?? '') : '')
  const [clause, setClause] = useState(rule.own ? (rule.clause?.clause ?? '') : '')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const change = useChangeRules(data.area.code)
  const parsed = ruleKeys[name].schema.safeParse(value)
  const half = (document.trim() === '') !== (clause.trim() === '')
  const send = (body: Pick<RulesChange, 'set' | 'inherit'>, ready: boolean) => {
    setAsked(true)
    if (!ready || reason.trim() === '') return
    change.mutate({ ...body, version: data.version, reason: reason.trim() }, { onSuccess: onDone })
  }
  const said = document.trim() ? { document: document.trim(), clause: clause.trim() } : null
  const save = () => send({ set: { [name]: { value, locked, clause: said } } }, parsed.success && !half)
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ValueEditor
        rule={name}
        label={titleOf(name)}
        shape={shapeFor(name)}
        value={value}
        onChange={setValue}
      />
      {asked && !parsed.success && <p className="form-field-fault">{faultWords(parsed.error.issues)}</p>}
      <div className="rule-form-row">
        <FormField id={`${name}-document`} label="依据的文件" hint="没有文件依据就不填">
          {(control) => (
            <Input
              {...control}
              value={document}
              maxLength={120}
              onChange={(e) => setDocument(e.target.value)}
            />
          )}
        </FormField>
        <FormField
          id={`${name}-clause`}
          label="条款"
          fault={asked && half ? '文件和条款要一起填' : undefined}
        >
          {(control) => (
            <Input {...control} value={clause} maxLength={60} onChange={(e) => setClause(e.target.value)} />
          )}
        </FormField>
      </div>
      {data.area.level !== 'township' && (
        <label className="rule-lock-choice">
          <input type="checkbox" checked={locked} onChange={(event) => setLocked(event.target.checked)} />
          下级不得另行规定
        </label>
      )}
      <FormField
        id={`${name}-reason`}
        label="理由"
        required
        hint="会写进沿革，别人看得到"
        fault={asked && reason.trim() === '' ? '请填写理由' : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={reason}
            maxLength={200}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </FormField>
      <ProblemAlert problem={change.error} shown={shownFaults(change.error)} />
      <div className="rule-form-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存
        </Button>
        {rule.own && (
          <Button disabled={change.isPending} onClick={() => send({ inherit: [name] }, true)}>
            恢复为：{wordsFor(name, rule.inherited.value)}（{inheritedFrom(rule)}）
          </Button>
        )}
        <Button type="text" onClick={onDone}>
          先不改
        </Button>
      </div>
    </form>
  )
}

const inheritedFrom = ({ inherited }: RuleView): string =>
  inherited.from ? originWords({ clause: null, isDefault: false, areaName: inherited.from.areaName }) : '默认'

const faultWords = (issues: readonly { message: string }[]): string =>
  [...new Set(issues.map(({ message }) => message))].join('；')

/** The message of the problem says the first fault already. */
const shownFaults = (error: unknown): string[] =>
  error instanceof CallProblem && error.faults.length === 1 ? error.faults.map(({ at }) => at) : []
