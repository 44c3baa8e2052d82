// Asks for what the tier depends on beside the register; nothing is required, an empty field means not known.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Standing, TierView } from '../tiers-api.ts'
import { useRecordStanding } from './tier-queries.ts'

type Props = { id: string; view: TierView; onDone: () => void }

/** Money is asked for in 元 and kept in 分. */
const fields: readonly { name: keyof Standing; label: string; unit: string; per: number }[] = [
  { name: 'founders', label: '个人发起人', unit: '人', per: 1 },
  { name: 'foundingUnits', label: '发起单位', unit: '个', per: 1 },
  { name: 'units', label: '单位成员', unit: '个', per: 1 },
  { name: 'staff', label: '专职工作人员', unit: '人', per: 1 },
  { name: 'money', label: '活动资金', unit: '元', per: 100 },
]

export function StandingForm({ id, view, onDone }: Props): ReactNode {
  const { units, founders, foundingUnits, staff, money } = view.facts
  const [given, setGiven] = useState<Standing>({ units, founders, foundingUnits, staff, money })
  const record = useRecordStanding(id)
  return (
    <form
      className="tier-form-standing"
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate(given, { onSuccess: onDone })
      }}
    >
      <p className="faint">名录里已有的成员人数、场所、业务范围不再问。不知道的留空；没有的填 0。</p>
      <div className="tier-standing">
        {fields.map(({ name, label, unit, per }) => (
          <FormField key={name} id={`standing-${name}`} label={label}>
            {(control) => (
              <CountInput
                {...control}
                unit={unit}
                value={inUnits(given[name], per)}
                onChange={(value) => setGiven({ ...given, [name]: value === null ? null : value * per })}
              />
            )}
          </FormField>
        ))}
      </div>
      <ProblemAlert problem={record.error} />
      <div className="tier-hint">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          保存
        </Button>
        <Button onClick={onDone}>先不填</Button>
      </div>
    </form>
  )
}

const inUnits = (value: number | null, per: number): number | null =>
  value === null ? null : Math.round(value / per)
