// The parts of an activity's form: what, when and where, how large, who signs up, and whose it is.
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { CountQuestion, DayQuestion, TextQuestion } from '../../changes/web/ChangeControls.tsx'
import { FormPart } from '../../changes/web/ChangeFrame.tsx'
import { fieldId, type Sending } from '../../changes/web/use-sending.ts'
import { ClockSelect } from '../../venues/web/ClockSelect.tsx'
import { type ActivityKind, activityKinds, type Feature, features } from '../activity.ts'
import { AssessmentWords } from './AssessmentWords.tsx'
import { assessable, type Typed } from './activity-form.ts'
import { useAssessment, useSeries } from './activity-queries.ts'

export type PartProps = { typed: Typed; set: (patch: Partial<Typed>) => void; sending: Sending }

const text = ({ typed, set, sending }: PartProps, at: 'title' | 'place' | 'content' | 'money') => ({
  ...{ sending, at, value: typed[at] },
  onChange: (value: string) => set({ [at]: value }),
})

export function WhatPart(part: PartProps): ReactNode {
  const { typed, set } = part
  const { data } = useSeries(typed.area ?? undefined)
  const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <FormPart id="what" title="办什么">
      <div className="form-fields">
        <TextQuestion {...text(part, 'title')} label="活动名称" max={60} required wide />
        {options.length > 0 && (
          <FormGroup id="series" label="属于哪个主题活动系列" hint="按系列统计；都不是就选最后一个" wide>
            <ChooseOne
              name="series"
              options={[...options, { value: '', label: '不属于任何系列' }]}
              value={typed.series ?? ''}
              onChange={(series) => set({ series: series || null })}
            />
          </FormGroup>
        )}
        <TextQuestion
          {...text(part, 'content')}
          label="做些什么"
          hint="居民报名时看得到；可以不填"
          rows={3}
          max={2000}
          wide
        />
      </div>
    </FormPart>
  )
}

export function WhenPart(part: PartProps): ReactNode {
  const { typed, set, sending } = part
  return (
    <FormPart id="when" title="什么时候，在哪里">
      <div className="form-fields">
        <DayQuestion
          {...{ sending, at: 'from', label: '哪一天', open: true }}
          value={typed.day}
          onChange={(day) => set({ day })}
        />
        <FormField id={fieldId('to')} label="几点到几点" fault={sending.faultOf('to')} required>
          {({ id }) => (
            <span className="activity-clocks">
              <ClockSelect id={id} label="几点开始" value={typed.from} onChange={(from) => set({ from })} />
              <span aria-hidden="true">至</span>
              <ClockSelect label="几点结束" value={typed.to} onChange={(to) => set({ to })} />
            </span>
          )}
        </FormField>
        <LongerThanADay {...part} />
        <TextQuestion
          {...text(part, 'place')}
          label="在哪里办"
          hint="例如：社区活动室二楼"
          max={100}
          required
          wide
        />
      </div>
    </FormPart>
  )
}

/** Few activities last for more than a day: the question is asked of those who say so. */
function LongerThanADay({ typed, set, sending }: PartProps): ReactNode {
  return (
    <>
      <label className="activity-check">
        <input
          type="checkbox"
          checked={typed.toDay !== null}
          onChange={(event) => set({ toDay: event.target.checked ? (typed.day ?? '') : null })}
        />
        到另一天才结束
      </label>
      {typed.toDay !== null && (
        <DayQuestion
          {...{ sending, at: 'toDay', label: '哪一天结束', open: true }}
          value={typed.toDay}
          onChange={(toDay) => set({ toDay: toDay ?? '' })}
        />
      )}
    </>
  )
}

/** What decides whether it is a major event: the answer is shown while it is filled in. */
export function EventPart(part: PartProps): ReactNode {
  const { typed, set, sending } = part
  const { data } = useAssessment(assessable(typed))
  return (
    <FormPart id="event" title="规模">
      <div className="form-fields">
        <CountQuestion
          {...{ sending, at: 'expected', label: '预计多少人', required: true }}
          hint="连工作人员和观众在内，大概就行；用来判断要不要报告"
          value={typed.expected}
          onChange={(expected) => set({ expected })}
        />
        <TextQuestion {...text(part, 'money')} label="大概花多少钱（元）" hint="不知道就空着" max={20} />
        <FormGroup id="kind" label="是不是下面的一种" wide>
          <ChooseOne<ActivityKind>
            name="kind"
            options={chipsOf<ActivityKind>(activityKinds)}
            value={typed.kind}
            onChange={(kind) => set({ kind })}
          />
        </FormGroup>
        <FormGroup id="features" label="有没有下面的情形" hint="没有就不选" wide>
          <ChooseMany<Feature>
            options={chipsOf<Feature>(features)}
            value={typed.features}
            onChange={(chosen) => set({ features: chosen })}
          />
        </FormGroup>
      </div>
      {data && <AssessmentWords assessment={data} />}
    </FormPart>
  )
}

export function SignUpPart({ typed, set, sending }: PartProps): ReactNode {
  return (
    <FormPart id="sign-up" title="报名">
      <div className="form-fields">
        <FormGroup id="signs-up" label="居民要不要先报名" wide>
          <ChooseOne
            name="signUp"
            options={[
              { value: 'yes', label: '要报名' },
              { value: 'no', label: '不用，到时来就行' },
            ]}
            value={typed.signUp ? 'yes' : 'no'}
            onChange={(answer) => set({ signUp: answer === 'yes' })}
          />
        </FormGroup>
        {typed.signUp && (
          <>
            <CountQuestion
              {...{ sending, at: 'places', label: '名额' }}
              hint="报满以后按先后候补；不限就空着"
              value={typed.places}
              onChange={(places) => set({ places })}
            />
            <DayQuestion
              {...{ sending, at: 'signUpUntil', label: '报名到哪天', open: true, required: false }}
              hint="空着就到活动开始为止"
              value={typed.untilDay}
              onChange={(untilDay) => set({ untilDay })}
            />
          </>
        )}
      </div>
    </FormPart>
  )
}
