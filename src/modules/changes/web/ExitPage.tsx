// How an organization leaves: the exit that is under way, or the two ways to begin one.
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { exitKinds } from '../exit.ts'
import { CancellationForm } from './CancellationForm.tsx'
import { ChangeHead, NotNow, type Opened, WithOrganization } from './ChangeFrame.tsx'
import { exitNow, whyNotExit } from './change-words.ts'
import { ExitView } from './ExitView.tsx'
import { RemovalForm } from './RemovalForm.tsx'

export function ExitPage(): ReactNode {
  return (
    <WithOrganization title="注销与清退">
      {(opened) => {
        const exit =
          exitNow(opened.standing) ??
          (opened.organization.status === 'ended' ? opened.standing.exits[0] : undefined)
        return exit ? <ExitView {...opened} exit={exit} /> : <Begin {...opened} />
      }}
    </WithOrganization>
  )
}

/** Whoever may only ask is not asked which way. */
function Begin(opened: Opened): ReactNode {
  const { organization } = opened
  const [search] = useSearchParams()
  const asks = whyNotExit('cancellation', opened)
  const removes = whyNotExit('removal', opened)
  const [kind, setKind] = useState<keyof typeof exitKinds>(
    search.get('kind') === 'removal' || asks ? 'removal' : 'cancellation',
  )
  if (asks && removes) return <NotNow {...opened} what="注销" why={asks} />
  return (
    <>
      <ChangeHead
        organization={organization}
        what={exitKinds[kind]}
        sentence={
          kind === 'cancellation'
            ? '组织自己要终止：先申请，受理后逐步清算，各步都完成了才从名录注销。'
            : '由管理部门清退：先告知理由，给组织说明情况的时间，再作决定。'
        }
      />
      {!asks && !removes && (
        <div className="form-note exit-way">
          <FormGroup id="exit-kind" label="怎样退出">
            <ChooseOne
              name="exit-kind"
              options={chipsOf({ cancellation: '组织自己申请注销', removal: '由管理部门清退' })}
              value={kind}
              onChange={setKind}
            />
          </FormGroup>
        </div>
      )}
      {kind === 'cancellation' ? <CancellationForm {...opened} /> : <RemovalForm {...opened} />}
    </>
  )
}
