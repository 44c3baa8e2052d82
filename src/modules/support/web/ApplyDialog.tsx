// Asks for a place in an incubator: which one, and what the organization needs.
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { supportActs, useDone, useIncubators } from './support-queries.ts'

type Props = { organization: Organization; onClose: () => void }
type Values = { platform: string; need: string }

export function ApplyDialog({ organization, onClose }: Props): ReactNode {
  const { data, error } = useIncubators(organization.id)
  const done = useDone()
  if (!data || data.items.length === 0)
    return (
      <Modal open title="申请入驻孵化" footer={null} onCancel={onClose}>
        <ProblemAlert problem={error} />
        {!data && !error && <Bones lines={2} />}
        {data && <p>本社区、本街镇和本县区都还没有登记孵化基地，请问一问社区或街镇。</p>}
      </Modal>
    )
  const choices = Object.fromEntries(data.items.map(({ id, name, areaName }) => [id, called(name, areaName)]))
  const only = data.items.length === 1 ? data.items[0] : undefined
  return (
    <FormDialog<Values>
      title="申请入驻孵化"
      okText="提出申请"
      explain="由孵化基地所在的社区、街镇或县区答复；没有答复以前可以撤回。"
      initialValues={only ? { platform: only.id } : {}}
      onSend={(values) => done(supportActs.apply(organization.id, values))}
      onClose={onClose}
    >
      <OneItem name="platform" label="去哪里孵化" choices={choices} needed="请选择一个孵化基地" />
      <WordsItem
        name="need"
        label="需要什么"
        max={500}
        needed="请写一写需要什么"
        placeholder="例如：每周两个下午的活动室，学习怎样申请项目"
        long
      />
    </FormDialog>
  )
}

/** A name that says where it is needs no place beside it. */
const called = (name: string, place: string): string => (name.includes(place) ? name : `${name}（${place}）`)
