// A person's judgement of a target that no count decides: the result, from which day, and on what evidence.
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import { asDay } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CallProblem } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FormField, FormGroup, focusField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Breakdown } from '../programmes-api.ts'
import { type JudgementBody, useJudge } from './programme-queries.ts'
import { type VerdictResult, verdictChoices } from './states.ts'
import type { TargetView } from './TargetPage.tsx'

type Draft = { result: VerdictResult | null; on: string | null; evidence: string; file: File | null }
type Faults = Partial<Record<keyof Draft, string>>

type Props = { breakdown: Breakdown; view: TargetView }

export function JudgementForm({ breakdown, view }: Props): ReactNode {
  const form = useJudgementForm({ breakdown, view })
  const { draft, change, faults, judge } = form
  return (
    <form className="panel judgement no-print" onSubmit={form.submit} noValidate>
      <h2>{breakdown.row.verdict ? '重新评定' : '作出评定'}</h2>
      <p className="faint">{`这一项数不出来，由人按凭据评定。评定记入${breakdown.area.name}的档案，以最近一次为准，以前的评定保留。`}</p>
      <div className="form-fields">
        <FormGroup id="result" label="结果" required wide fault={faults.result}>
          <ChooseOne
            name="result"
            options={chipsOf(verdictChoices)}
            value={draft.result}
            onChange={(result) => change({ result })}
          />
        </FormGroup>
        <FormField id="on" label="评定日期" required hint="从这一天起，方案按这次评定显示" fault={faults.on}>
          {(control) => (
            <DayInput
              {...control}
              value={draft.on}
              max={breakdown.today}
              calendarLabel="选评定日期"
              onChange={(on) => change({ on })}
            />
          )}
        </FormField>
        <FormField
          id="evidence"
          label="凭据"
          required
          wide
          hint="文件、会议、现场查看的结果；别人看得到"
          fault={faults.evidence}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={1000}
              value={draft.evidence}
              onChange={(event) => change({ evidence: event.target.value })}
            />
          )}
        </FormField>
        <FormGroup id="file" label="文件（可以没有）" wide>
          <FileDrop
            accept={acceptOf(allFileKinds)}
            label="拍照或选一个文件"
            hint="会议纪要、通报、照片"
            file={draft.file}
            onChange={(file) => change({ file })}
          />
        </FormGroup>
      </div>
      <ProblemAlert problem={judge.error} shown={Object.keys(faults)} />
      <p className="judgement-actions">
        <Button type="primary" htmlType="submit" loading={judge.isPending}>
          记录评定
        </Button>
        {judge.isSuccess && (
          <span role="status">{judge.data.unsent ? '已记录；文件没有传上去，请在上面补上' : '已记录'}</span>
        )}
      </p>
    </form>
  )
}

function useJudgementForm({ breakdown, view }: Props) {
  const judge = useJudge(view.id, view.target)
  const empty: Draft = { result: null, on: breakdown.asOf, evidence: '', file: null }
  const [draft, setDraft] = useState<Draft>(empty)
  const [own, setOwn] = useState<Faults>({})
  const faults = { ...serverFaults(judge.error), ...own }
  const change = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch })
    setOwn({})
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsOf(draft, breakdown.today)
    setOwn(wrong)
    const first = Object.keys(wrong)[0]
    if (first) focusField(first)
    else
      judge.mutate(
        { area: breakdown.area.code, ...(draft as Omit<JudgementBody, 'area'> & Pick<Draft, 'file'>) },
        { onSuccess: clear },
      )
  }
  const clear = () => setDraft(empty)
  return { draft, change, faults, judge, submit }
}

function faultsOf({ result, on, evidence }: Draft, today: string): Faults {
  const day = on === null ? null : asDay(on)
  return {
    ...(!result && { result: '请选一个结果' }),
    ...(!day && { on: '请填写存在的日期，例如 2023-12-31' }),
    ...(day && day > today && { on: '评定日期不能在今天以后' }),
    ...(!evidence.trim() && { evidence: '请写明凭什么这样评定' }),
  }
}

const serverFaults = (problem: unknown): Faults =>
  problem instanceof CallProblem
    ? Object.fromEntries(problem.faults.map(({ at, message }) => [at, message]))
    : {}
