// Which account the organization's leader has, when a worker fills in; one can be opened on the spot.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormGroup } from '../../../ui/FormField.tsx'
import { useMay } from '../../../ui/may.ts'
import { LeaderDialog } from '../../people/web/LeaderDialog.tsx'
import type { Application } from '../filing.ts'
import { useLeaders } from './filing-queries.ts'
import { type Filling, fieldId } from './use-filling.ts'

export function KeeperChoice({
  application,
  filling,
}: {
  application: Application
  filling: Filling
}): ReactNode {
  const mayOpen = useMay()('person.createLeader') && application.onBehalf
  const { data } = useLeaders(application.area, mayOpen)
  const [opening, setOpening] = useState(false)
  if (!mayOpen) return null
  const leaders = data?.items ?? []
  const named = leaders.find(({ displayName }) => displayName === application.keeperName)
  const chosen = filling.keeper === undefined ? (named?.id ?? '') : (filling.keeper ?? '')
  return (
    <section className="form-section" aria-labelledby="keeper-title">
      <h2 id="keeper-title">负责人的账号</h2>
      <FormGroup
        id={fieldId('keeper')}
        label="负责人自己登录吗"
        hint="有了账号，负责人能在手机上看进度、补正、以后办变更；没有也行，由您代办。"
        fault={filling.faultOf('keeper')}
        wide
      >
        <div className="keeper-line">
          <select
            className="native-select"
            aria-label="负责人的账号"
            value={chosen}
            onChange={(event) => filling.setKeeper(event.target.value || null)}
          >
            <option value="">没有账号，由我代办</option>
            {leaders.map(({ id, displayName, loginName }) => (
              <option key={id} value={id}>
                {displayName}（登录名 {loginName}）
              </option>
            ))}
          </select>
          <Button onClick={() => setOpening(true)}>为负责人开一个账号</Button>
        </div>
      </FormGroup>
      {opening && (
        <LeaderDialog
          area={application.area}
          name={filling.facts.leader ?? ''}
          onOpened={({ id }) => filling.setKeeper(id)}
          onClose={() => setOpening(false)}
        />
      )}
    </section>
  )
}
