// Tell an organization that it is to be removed: why, and since when it knows.
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormGroup } from '../../../ui/FormField.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import { type Removal, removalCauses } from '../exit.ts'
import { DayQuestion, TextQuestion } from './ChangeControls.tsx'
import { ChangeForm, FormPart, type Opened } from './ChangeFrame.tsx'
import { faultsOfAct } from './change-words.ts'
import { useWrite } from './changes-queries.ts'
import { fieldId, useSending } from './use-sending.ts'

export function RemovalForm({ organization, standing }: Opened): ReactNode {
  const { today } = useSession()
  const [cause, setCause] = useState<Removal['cause']>('lost')
  const [said, setSaid] = useState('')
  const [noticedOn, setNoticedOn] = useState<string | null>(today)
  const sending = useSending(['cause', 'said', 'noticedOn'])
  const open = useWrite((body: Removal) =>
    call(changesApi.openRemoval, { params: { id: organization.id }, body }),
  )
  const submit = () =>
    void sending.send(faultsOfAct(noticedOn, said, 'noticedOn', 'said'), async () => {
      const day = dayFromText(noticedOn ?? '')
      if (day) await open.mutateAsync({ cause, said: said.trim(), noticedOn: day as Day })
    })
  return (
    <ChangeForm
      sending={sending}
      submitText="记下告知"
      cancelTo={`/organizations/${organization.id}#changes`}
      summary={`组织有 ${standing.rules.hearing}说明情况，期满或说明以后才能决定`}
      danger
      onSubmit={submit}
    >
      <FormPart id="cause" title="为什么清退">
        <div className="form-fields">
          <FormGroup id={fieldId('cause')} label="原因" fault={sending.faultOf('cause')} wide required>
            <ChooseOne name="cause" options={chipsOf(removalCauses)} value={cause} onChange={setCause} />
          </FormGroup>
          <TextQuestion
            {...{
              sending,
              at: 'said',
              label: '事实和依据',
              value: said,
              rows: 3,
              max: 400,
              required: true,
              wide: true,
            }}
            hint="会写进经过，组织负责人看得到"
            onChange={setSaid}
          />
          <DayQuestion
            {...{ sending, at: 'noticedOn', label: '告知组织的日期', value: noticedOn }}
            onChange={setNoticedOn}
          />
        </div>
      </FormPart>
    </ChangeForm>
  )
}
