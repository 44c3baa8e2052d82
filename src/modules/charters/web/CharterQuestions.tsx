// The questions of a charter in the order in which people think of them.
import type { ReactNode } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { assetHeirs } from '../../rules/keys/charters-keys.ts'
import type { CharterRules } from '../charter.ts'
import {
  custodies,
  disclosureWays,
  elections,
  incomes,
  joinings,
  partyWays,
  selfNames,
} from '../charter-form.ts'
import {
  ChoiceAnswer,
  CountAnswer,
  LinesAnswer,
  ManyAnswer,
  ShareAnswer,
  TextAnswer,
} from './CharterControls.tsx'
import type { CharterFormState } from './use-charter-form.ts'

type Props = { state: CharterFormState; rules: CharterRules }

export function CharterQuestions(props: Props): ReactNode {
  return (
    <>
      <Basics {...props} />
      <Members {...props} />
      <Organs {...props} />
      <Money {...props} />
      <Ending {...props} />
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="form-section" aria-label={title}>
      <h2>{title}</h2>
      <div className="form-fields">{children}</div>
    </section>
  )
}

function Basics({ state, rules }: Props): ReactNode {
  const ways = chipsOf(partyWays).filter(({ value }) => value !== 'omitted' || !rules['charters.partyClause'])
  return (
    <Part title="是什么组织">
      <TextAnswer state={state} field="name" wide={false} />
      <TextAnswer state={state} field="nature" placeholder="谁自愿组成的、哪一类组织" />
      <ChoiceAnswer state={state} field="self" options={chipsOf(selfNames)} hint="正文里怎样称呼自己" />
      <TextAnswer state={state} field="purpose" wide placeholder="一句话：为了什么、为谁" />
      <LinesAnswer state={state} field="activities" hint="一行一项" placeholder={'每周排练\n社区演出'} />
      <TextAnswer state={state} field="community" />
      <TextAnswer state={state} field="place" hint="没有固定场所，就写“没有固定场所”" />
      <TextAnswer state={state} field="guidance" hint="平时由谁指导，一般是居（村）委会" />
      <TextAnswer state={state} field="authority" hint="由谁备案和管理，一般是街道或者乡镇" />
      <ChoiceAnswer state={state} field="party" options={ways} />
    </Part>
  )
}

function Members({ state }: Props): ReactNode {
  return (
    <Part title="成员">
      <TextAnswer
        state={state}
        field="eligibility"
        wide
        placeholder="例如：在本社区居住、年满十八周岁、喜欢唱歌的居民"
      />
      <ChoiceAnswer state={state} field="joining" options={chipsOf(joinings)} />
      <CountAnswer state={state} field="dues" unit="元/年" hint="不收填 0" />
    </Part>
  )
}

function Organs({ state, rules }: Props): ReactNode {
  const terms = rules['charters.termsMax']
  return (
    <Part title="谁来做主">
      <TextAnswer state={state} field="leaderTitle" placeholder="队长、会长" />
      <CountAnswer state={state} field="deputies" unit="名" hint="没有填 0" />
      <ChoiceAnswer state={state} field="election" options={chipsOf(elections)} />
      <CountAnswer
        state={state}
        field="termYears"
        unit="年"
        hint={`本地最长 ${rules['charters.termYearsMax']} 年`}
      />
      <CountAnswer
        state={state}
        field="termsMax"
        unit="届"
        hint={terms === null ? '不限填 0' : `本地最多 ${terms} 届`}
      />
      <CountAnswer
        state={state}
        field="meetingsPerYear"
        unit="次"
        hint={`本地至少 ${rules['charters.meetingsPerYear']} 次`}
      />
      <ShareAnswer state={state} field="quorum" least={rules['charters.quorum']} />
      <ShareAnswer state={state} field="majority" least={rules['charters.majority']} />
      <ShareAnswer state={state} field="amendMajority" least={rules['charters.amendMajority']} />
    </Part>
  )
}

function Money({ state, rules }: Props): ReactNode {
  return (
    <Part title="钱和公开">
      <ChoiceAnswer state={state} field="custody" options={chipsOf(custodies)} />
      <TextAnswer state={state} field="custodian" />
      <ManyAnswer state={state} field="incomes" options={chipsOf(incomes)} hint="可以选几项" />
      <CountAnswer state={state} field="largeExpense" unit="元" hint="一次花到这么多，由成员大会决定" />
      <ManyAnswer state={state} field="disclosureWays" options={chipsOf(disclosureWays)} hint="可以选几项" />
      <CountAnswer
        state={state}
        field="disclosuresPerYear"
        unit="次"
        hint={`本地至少 ${rules['charters.disclosuresPerYear']} 次`}
      />
    </Part>
  )
}

function Ending({ state, rules }: Props): ReactNode {
  const heirs = chipsOf(assetHeirs).filter(({ value }) => rules['charters.assetHeirs'].includes(value))
  return (
    <Part title="结束以后和其他">
      <ChoiceAnswer state={state} field="heir" options={heirs} hint="组织结束时剩下的钱和物，不分给成员" />
      <LinesAnswer
        state={state}
        field="other"
        hint="没有就空着；一行成为一条"
        placeholder="例如：排练请准时，早到的先打扫"
      />
    </Part>
  )
}
