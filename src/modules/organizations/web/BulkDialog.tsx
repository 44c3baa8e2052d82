// The same change for many organizations: one field, its value, the day from which it holds; then a result for each.
import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { type ChipOption, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { categories, partyPresences, tiers } from '../choices.ts'
import { fieldLabels } from '../organization-fields.ts'
import { isLate, lateHint } from './EffectQuestion.tsx'
import { type BulkResult, useBulkChange } from './organization-queries.ts'

const flags = { hub: { true: '是', false: '不是' }, charter: { true: '有', false: '没有' } } as const

/** The fields that may be changed for many, with their choices. */
const fields = {
  category: chipsOf(categories),
  tier: chipsOf(tiers),
  hub: chipsOf(flags.hub),
  charter: chipsOf(flags.charter),
  partyPresence: chipsOf(partyPresences),
} as const satisfies Record<string, readonly ChipOption<string>[]>

type BulkField = keyof typeof fields
const fieldNames = Object.keys(fields) as BulkField[]

type Props = {
  chosen: ReadonlyMap<string, string>
  onChoose: (ids: readonly string[]) => void
  onClose: () => void
}

export function BulkDialog({ chosen, onChoose, onClose }: Props): ReactNode {
  const { today } = useSession()
  const [field, setField] = useState<BulkField>('category')
  const [value, setValue] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const change = useBulkChange()
  const day = dayFromText(from ?? '')
  const late = isLate({ kind: 'change', from, reason }, today)
  const open = value === null || day === null || (late && !reason.trim())
  const results = change.data?.results
  const send = async () => {
    if (value === null || day === null) return
    const { results } = await change.mutateAsync({
      ids: [...chosen.keys()],
      change: changeOf(field, value),
      from: day,
      ...(late && { reason }),
    })
    onChoose(results.filter(({ ok }) => !ok).map(({ id }) => id))
  }
  return (
    <Modal
      open
      title={results ? '批量修改的结果' : `批量修改 ${chosen.size} 个组织`}
      okText={results ? '知道了' : '修改'}
      cancelText="先不改"
      okButtonProps={{ disabled: !results && open, loading: change.isPending }}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          {!results && <CancelBtn />}
          <OkBtn />
        </>
      )}
      onOk={results ? onClose : () => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      {results ? (
        <Results results={results} />
      ) : (
        <div className="form-fields bulk-fields">
          <FormGroup id="bulk-field" label="改哪一项" wide>
            <ChooseOne
              name="bulk-field"
              options={fieldNames.map((name) => ({ value: name, label: fieldLabels[name] }))}
              value={field}
              onChange={(next) => {
                setField(next)
                setValue(null)
              }}
            />
          </FormGroup>
          <FormGroup
            id="bulk-value"
            label={`${fieldLabels[field]}改为`}
            hint={value === null ? '选一个，才能修改' : undefined}
            wide
          >
            <ChooseOne<string> name="bulk-value" options={fields[field]} value={value} onChange={setValue} />
          </FormGroup>
          <FormField
            id="bulk-from"
            label="从哪一天起"
            hint="这一天以前的数字保持不变。"
            fault={day === null ? '请填写日期，例如 2021-09-01' : undefined}
          >
            {(control) => (
              <DayInput
                {...control}
                max={today}
                calendarLabel="从日历选日期"
                value={from}
                onChange={setFrom}
              />
            )}
          </FormField>
          {late && (
            <FormField id="bulk-reason" label="为什么现在才登记" hint={lateHint} required wide>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={reason}
                  onChange={(e) => setReason(e.target.value)}
                />
              )}
            </FormField>
          )}
        </div>
      )}
      <ProblemAlert problem={change.error} />
    </Modal>
  )
}

const changeOf = (field: BulkField, value: string) => ({
  [field]: field === 'hub' || field === 'charter' ? value === 'true' : value,
})

/** Those that failed first: they stay chosen. */
function Results({ results }: { results: readonly BulkResult[] }): ReactNode {
  const done = results.filter(({ ok }) => ok)
  const failed = results.filter(({ ok }) => !ok)
  return (
    <>
      <p role="status">
        改好 {done.length} 个{failed.length > 0 && `，没有改成 ${failed.length} 个（仍然选着）`}。
      </p>
      <ul className="bulk-results">
        {[...failed, ...done].map(({ id, name, ok, message }) => (
          <li key={id}>
            <span>{name}</span>
            <StateTag tone={ok ? 'met' : 'overdue'} word={message || (ok ? '已修改' : '没有改成')} />
          </li>
        ))}
      </ul>
    </>
  )
}
