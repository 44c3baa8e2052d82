// The questions of an application, in parts: the group, its people, and what only registration asks.
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { nameKindOf } from '../../naming/name-parts.ts'
import { NameField } from '../../naming/web/NameField.tsx'
import { categories, legalForms, type Tier, tiers } from '../../organizations/choices.ts'
import { NearDuplicates } from '../../organizations/web/NearDuplicates.tsx'
import { type Application, supervisions, tierRank } from '../filing.ts'
import { ChoiceFact, CountFact, DayFact, FlagFact, LongFact, MoneyFact, TextFact } from './FactFields.tsx'
import { type Filling, fieldId } from './use-filling.ts'

type Props = { application: Application; filling: Filling }

/** All that is asked of a guided group. */
export function GuidedPart({ application, filling }: Props): ReactNode {
  return (
    <section className="form-section" aria-labelledby="guided-title">
      <h2 id="guided-title">说说你们的组织</h2>
      <div className="form-fields">
        <TierField application={application} filling={filling} />
        <NameFact application={application} filling={filling} />
        <ChoiceFact
          filling={filling}
          field="category"
          label="主要做什么"
          options={chipsOf(categories)}
          required
        />
        <TextFact filling={filling} field="leader" label="负责人" hint="社区有事找谁" required />
        <TextFact
          filling={filling}
          field="phone"
          label="联系电话"
          inputMode="tel"
          hint="只给办理的人看，别处都隐去中间几位"
        />
        <CountFact filling={filling} field="members" label="有多少人" hint="大概的数就行，不知道就空着" />
        <TextFact filling={filling} field="place" label="常在哪里活动" placeholder="例如：社区活动室" />
        <LongFact
          filling={filling}
          field="scope"
          label="平时做些什么"
          placeholder="例如：每周三下午排练，节日到敬老院演出"
        />
      </div>
    </section>
  )
}

export function GroupPart({ application, filling }: Props): ReactNode {
  return (
    <section className="form-section" aria-labelledby="group-title">
      <h2 id="group-title">组织的基本情况</h2>
      <div className="form-fields">
        <TierField application={application} filling={filling} />
        <NameFact application={application} filling={filling} />
        <ChoiceFact
          filling={filling}
          field="category"
          label="主要做什么"
          options={chipsOf(categories)}
          required
        />
        <TextFact
          filling={filling}
          field="place"
          label="活动场所"
          wide
          placeholder="例如：牌楼社区党群服务中心二楼"
          required
        />
        <LongFact
          filling={filling}
          field="scope"
          label="业务范围"
          placeholder="例如：组织居民开展合唱排练和公益演出"
          required={filling.tier === 'registered'}
        />
        <DayFact
          filling={filling}
          field="foundedOn"
          label="成立日期"
          hint="只记得年月，写 2021.9 就行；不知道就空着"
        />
        <LongFact filling={filling} field="note" label="还想说明的" />
      </div>
    </section>
  )
}

function NameFact({ application, filling }: Props): ReactNode {
  const { facts, tier } = filling
  return (
    <div className="form-field-wide">
      <NameField
        id={fieldId('name')}
        label="名称"
        value={facts.name}
        onChange={(name) => filling.set({ name })}
        area={application.area}
        kind={nameKindOf(tier, facts.legalForm)}
        category={facts.category}
        strictness="block"
        fault={filling.faultOf('name')}
        beside={
          <NearDuplicates
            name={facts.name}
            area={application.area}
            except={application.organization ?? undefined}
          />
        }
      />
    </div>
  )
}

/** Another tier while it is not sent yet. */
function TierField({ application, filling }: Props): ReactNode {
  const { organizationTier, status } = application
  if (status !== 'draft') return null
  const least = organizationTier === null ? 0 : tierRank[organizationTier] + 1
  const open = (Object.keys(tierRank) as Tier[]).filter((tier) => tierRank[tier] >= least)
  if (open.length < 2) return null
  return (
    <FormGroup id={fieldId('tier')} label="申请哪一级" fault={filling.faultOf('tier')} wide>
      <ChooseOne
        name="tier"
        options={open.map((value) => ({ value, label: tiers[value] }))}
        value={filling.tier}
        onChange={filling.setTier}
      />
    </FormGroup>
  )
}

export function PeoplePart({ application, filling }: Props): ReactNode {
  const counted = application.memberCount > 0
  return (
    <section className="form-section" aria-labelledby="people-title">
      <h2 id="people-title">负责人和成员</h2>
      <div className="form-fields">
        <TextFact filling={filling} field="leader" label="负责人" hint="组织由谁牵头" required />
        <TextFact
          filling={filling}
          field="phone"
          label="联系电话"
          inputMode="tel"
          hint="只给办理的人看，别处都隐去中间几位"
        />
        <FlagFact filling={filling} field="leaderInParty" label="负责人是党员吗" />
        <CountFact filling={filling} field="founders" label="发起人" hint="有几个人发起" />
        {!counted && <CountFact filling={filling} field="members" label="成员" hint="有名册的，以名册为准" />}
        <CountFact
          filling={filling}
          field="residentsServed"
          label="服务居民"
          hint="大概多少人受益，不知道就空着"
        />
      </div>
    </section>
  )
}

const realForms = chipsOf(legalForms).filter(({ value }) => value !== 'none')

/** What only registration asks: form, direct or dual, money, staff. (社会团体登记管理条例 第十条; CQ 十三) */
export function RegisteredPart({ filling }: { filling: Filling }): ReactNode {
  return (
    <section className="form-section" aria-labelledby="registered-title">
      <h2 id="registered-title">登记还要说明</h2>
      <div className="form-fields">
        <ChoiceFact filling={filling} field="legalForm" label="组织形式" options={realForms} required />
        <ChoiceFact
          filling={filling}
          field="supervision"
          label="登记方式"
          options={chipsOf(supervisions)}
          hint="城乡社区服务、公益慈善、科技等类可以直接登记，其他的要有业务主管单位"
          required
        />
        {filling.facts.supervision === 'dual' && (
          <TextFact
            filling={filling}
            field="supervisingBody"
            label="业务主管单位"
            placeholder="例如：市教育局"
            required
          />
        )}
        <MoneyFact filling={filling} field="money" label="活动资金" />
        <CountFact filling={filling} field="staff" label="专职工作人员" />
        <CountFact filling={filling} field="units" label="单位会员" unit="个" />
        <CountFact filling={filling} field="foundingUnits" label="发起单位" unit="个" />
      </div>
    </section>
  )
}
