// Role and area of a posting: what somebody may do, and where.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { roles } from '../roles.ts'

/** Two Form.Items, `role` and `area`, below `prefix`. */
export function PostingFields({ prefix = [] }: { prefix?: string[] }): ReactNode {
  return (
    <>
      <Form.Item
        name={[...prefix, 'role']}
        label="岗位"
        rules={[{ required: true, message: '请选择岗位' }]}
        extra="岗位决定能做什么"
      >
        <RoleSelect />
      </Form.Item>
      <Form.Item
        name={[...prefix, 'area']}
        label="地区"
        rules={[{ required: true, message: '请选择地区' }]}
        extra="只看得到、管得到这个地区和它下面的内容"
      >
        <AreaPicker />
      </Form.Item>
    </>
  )
}

type SelectProps = { id?: string; value?: string; onChange?: (role: string) => void }

function RoleSelect({ id, value = '', onChange }: SelectProps): ReactNode {
  return (
    <select
      id={id}
      className="wide-select"
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
    >
      <option value="" disabled>
        请选择
      </option>
      {Object.entries(roles).map(([role, label]) => (
        <option key={role} value={role}>
          {label}
        </option>
      ))}
    </select>
  )
}
