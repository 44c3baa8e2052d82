// The questions of an organization's form, in three groups: what must be known, people, and what can come later.
import type { ReactNode } from 'react'
import { ChooseOne, ChooseThree, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { nameKindOf } from '../../naming/name-parts.ts'
import { NameField } from '../../naming/web/NameField.tsx'
import { categories, legalForms, partyPresences, tiers } from '../choices.ts'
import { fieldLabels } from '../organization-fields.ts'
import { FoldedSection } from './FoldedSection.tsx'
import { Choice, CountField, DayField, LongField, Question, TextField } from './FormControls.tsx'
import { NearDuplicates } from './NearDuplicates.tsx'
import { requiredBecause } from './organization-form.ts'
import { TierSuggestion } from './TierSuggestion.tsx'
import { fieldId, type OrganizationForm } from './use-organization-form.ts'

type Props = { form: OrganizationForm }

/** A registered organization has one; 不具法人资格 goes without saying for the others. */
const realForms = chipsOf(legalForms).filter(({ value }) => value !== 'none')

/** The four required answers and what depends on them. `except`: the organization being edited. */
export function RequiredSection({ form, except }: Props & { except?: string | undefined }): ReactNode {
  return (
    <section className="form-section" aria-labelledby="section-required">
      <h2 id="section-required">{except ? '基本情况' : '先填这几项'}</h2>
      <div className="form-fields">
        <NameField
          id={fieldId('name')}
          label={fieldLabels.name}
          hint={requiredBecause.name}
          fault={form.faultOf('name')}
          value={form.draft.name}
          onChange={(name) => form.set({ name })}
          area={form.draft.area}
          kind={nameKindOf(form.draft.tier, form.draft.legalForm)}
          category={form.draft.category}
          strictness="warn"
          beside={
            (!except || form.changed.includes('name')) && (
              <NearDuplicates name={form.draft.name} area={form.draft.area} except={except} />
            )
          }
        />
        <Question form={form} field="area" wide hint={areaHint}>
          {(control) => (
            <AreaPicker
              {...control}
              value={form.draft.area ?? undefined}
              onChange={(area) => form.set({ area: area ?? null })}
            />
          )}
        </Question>
        <Choice form={form} field="category" options={chipsOf(categories)} />
        <Choice form={form} field="tier" options={chipsOf(tiers)} />
        <TierSuggestion draft={form.draft} />
        <Choice form={form} field="legalForm" options={realForms} />
        <TextField form={form} field="unifiedCode" hint="登记证书上的 18 位代码；不知道就留空" />
        <DayField form={form} field="registeredOn" />
        <DayField form={form} field="filedOn" />
      </div>
    </section>
  )
}

const peopleFields = [
  'leader',
  'phone',
  'leaderInParty',
  'members',
  'partyMembers',
  'residentsServed',
  'partyPresence',
] as const
const laterFields = ['foundedOn', 'charter', 'hub', 'place', 'scope', 'note'] as const

export function PeopleSection({ form }: Props): ReactNode {
  const { draft, set } = form
  return (
    <FoldedSection form={form} title="人员与党建" fields={peopleFields}>
      <div className="form-fields">
        <TextField form={form} field="leader" />
        <TextField form={form} field="phone" hint={phoneHint(draft.phone)} inputMode="tel" />
        <FormGroup
          id={fieldId('leaderInParty')}
          label={fieldLabels.leaderInParty}
          fault={form.faultOf('leaderInParty')}
        >
          <ChooseThree
            name="leaderInParty"
            words={['是', '不是']}
            value={draft.leaderInParty}
            onChange={(leaderInParty) => set({ leaderInParty })}
          />
        </FormGroup>
        <CountField form={form} field="members" />
        <CountField form={form} field="partyMembers" />
        <CountField form={form} field="residentsServed" />
        <Choice
          form={form}
          field="partyPresence"
          options={[...chipsOf(partyPresences), { value: 'unknown', label: '不详' }]}
        />
      </div>
    </FoldedSection>
  )
}

export function LaterSection({ form }: Props): ReactNode {
  const { draft, set } = form
  return (
    <FoldedSection form={form} title="活动与其他" fields={laterFields}>
      <div className="form-fields">
        <DayField form={form} field="foundedOn" hint="只记得年月，写 2021.9 就行，按 1 日记" />
        <FormGroup id={fieldId('charter')} label={fieldLabels.charter} fault={form.faultOf('charter')}>
          <ChooseThree
            name="charter"
            words={['有', '没有']}
            value={draft.charter}
            onChange={(charter) => set({ charter })}
          />
        </FormGroup>
        <FormGroup
          id={fieldId('hub')}
          label="是枢纽型组织吗"
          hint="为本街镇其他组织提供服务的联合会、服务中心"
          fault={form.faultOf('hub')}
        >
          <ChooseOne
            name="hub"
            options={chipsOf({ no: '不是', yes: '是' })}
            value={draft.hub ? 'yes' : 'no'}
            onChange={(value) => set({ hub: value === 'yes' })}
          />
        </FormGroup>
        <TextField form={form} field="place" wide />
        <LongField form={form} field="scope" />
        <LongField form={form} field="note" />
      </div>
    </FoldedSection>
  )
}

const areaHint = `${requiredBecause.area}服务全街镇的（如联合会），选街镇。`

const phoneHint = (phone: string | null): string =>
  phone?.includes('*') ? '已隐去中间几位；不改就原样保留' : '只有维护名录的人能看，每次查看都有记录'
