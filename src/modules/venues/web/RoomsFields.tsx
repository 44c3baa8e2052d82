// The rooms of a venue: name, how many people, what is in it.
import { Button, Form, Input, InputNumber, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { RoomDraft } from '../venue.ts'
import { newRoom } from './venue-values.ts'

export function RoomsFields(): ReactNode {
  const rooms = Form.useWatch<RoomDraft[] | undefined>('rooms') ?? []
  return (
    <Form.List name="rooms">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="venue-room-row">
              <Room name={name} kept={rooms[name]?.id !== undefined} />
              {rows.length > 1 && rooms[name]?.id === undefined && (
                <Button onClick={() => remove(name)}>删去这一间</Button>
              )}
            </div>
          ))}
          <Button onClick={() => add(newRoom)}>再加一间</Button>
        </>
      )}
    </Form.List>
  )
}

/** One that is kept already may have bookings: it is closed, not deleted. */
function Room({ name, kept }: { name: number; kept: boolean }): ReactNode {
  return (
    <>
      <Form.Item
        name={[name, 'name']}
        label="房间名称"
        rules={[
          { required: true, whitespace: true, message: '请填写名称' },
          { max: 40, message: '最多 40 个字' },
        ]}
      >
        <Input placeholder="例如：多功能厅" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'capacity']} label="最多多少人（可不填）">
        <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name={[name, 'equipment']}
        label="有什么（可不填）"
        rules={[{ max: 200, message: '最多 200 个字' }]}
      >
        <Input placeholder="例如：音响、镜子、折叠椅 40 把" autoComplete="off" />
      </Form.Item>
      {kept && (
        <Form.Item name={[name, 'closed']} label="暂停预约" valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </>
  )
}
