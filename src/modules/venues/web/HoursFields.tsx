// When a venue is open: rows of weekdays with a beginning and an end.
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { ChooseMany } from '../../../ui/ChoiceChips.tsx'
import { weekdays } from '../venue.ts'
import { ClockSelect } from './ClockSelect.tsx'

export function HoursFields(): ReactNode {
  return (
    <Form.List name="hours">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="venue-hours-row">
              <Form.Item
                name={[name, 'days']}
                label="星期几"
                rules={[{ required: true, type: 'array', min: 1, message: '请至少选一天' }]}
              >
                <WeekdayChoice />
              </Form.Item>
              <div className="venue-times">
                <Form.Item name={[name, 'from']} label="从">
                  <ClockSelect />
                </Form.Item>
                <Form.Item name={[name, 'to']} label="到">
                  <ClockSelect end />
                </Form.Item>
              </div>
              {rows.length > 1 && <Button onClick={() => remove(name)}>删去这一段</Button>}
            </div>
          ))}
          <Button onClick={() => add({ days: [6, 7], from: '09:00', to: '17:00' })}>再加一段</Button>
        </>
      )}
    </Form.List>
  )
}

const options = weekdays.map((label, at) => ({ value: String(at + 1), label }))

function WeekdayChoice(given: { value?: number[]; onChange?: (value: number[]) => void }): ReactNode {
  const { value = [], onChange = () => undefined } = given
  return (
    <ChooseMany
      options={options}
      value={value.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number))}
    />
  )
}
