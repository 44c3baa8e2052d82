// The rules that hold at a place: each in words, with its clause or that it is a default, and decided here.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea } from '../../people/web/session-queries.ts'
import type { RulesInForce } from '../rules-api.ts'
import { LoadRuleSet } from './LoadRuleSet.tsx'
import { RuleRow } from './RuleRow.tsx'
import { RuleSets } from './RuleSets.tsx'
import { RulesHistory } from './RulesHistory.tsx'
import { groupsOf, type RuleGroup } from './rule-forms.ts'
import { useRulesInForce } from './rules-queries.ts'
import './rules.css'

export function RulesPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const home = useHomeArea()
  const area = url.one('area') ?? home?.code
  const { data, error, refetch } = useRulesInForce(area)
  return (
    <>
      <PageHeader
        title="规则"
        sentence={data ? sentenceOf(data) : '本地现行的规则：每一条由谁规定、依据哪一条款。'}
        extra={
          <>
            {may('rule.load') && <LoadRuleSet />}
            <PrintMenu />
          </>
        }
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data ? (
        <Rules data={data} chosen={area ?? ''} onArea={(code) => url.set({ area: code })} />
      ) : (
        !error && <PageBones />
      )}
    </>
  )
}

function sentenceOf({ area, sets, whyNotEdit }: RulesInForce): string {
  const own =
    sets.length === 0 ? '都按默认' : `来自${sets.map((set) => set.areaName).join('、')}的规则集和默认值`
  return `${area.name}现行的规则，${own}。${whyNotEdit ?? '可以改的，点“修改”；每次修改都留下理由。'}`
}

type Props = { data: RulesInForce; chosen: string; onArea: (code: string | null) => void }

function Rules({ data, chosen, onArea }: Props): ReactNode {
  const [wanted, setWanted] = useState('')
  const groups = groupsOf(data.rules, wanted.trim())
  return (
    <>
      <search className="filter-bar">
        <div className="rules-search">
          <Input
            aria-label="在规则里找"
            placeholder="在规则里找，例如 党员、工作日"
            allowClear
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
        <div className="rules-area">
          <AreaPicker aria-label="看哪个地区的规则" value={chosen} onChange={onArea} />
        </div>
      </search>
      <GroupLinks groups={groups} />
      {groups.map((group) => (
        <section key={group.id} id={`rules-${group.id}`} className="panel rules-group">
          <h2>{group.title}</h2>
          <dl className="rules-list">
            {group.rules.map((rule) => (
              <RuleRow key={`${data.area.code} ${rule.name}`} rule={rule} data={data} />
            ))}
          </dl>
        </section>
      ))}
      {groups.length === 0 && <EmptyHint title="没有这样的规则。">换个词，或清空后再看。</EmptyHint>}
      <RuleSets above={data.sets.map((set) => set.area)} />
      <RulesHistory area={data.area.code} name={data.area.name} />
    </>
  )
}

function GroupLinks({ groups }: { groups: readonly RuleGroup[] }): ReactNode {
  return (
    <nav className="rules-links" aria-label="规则的各部分">
      {groups.map(({ id, title, rules }) => (
        <a key={id} href={`#rules-${id}`}>
          {title} <span className="count">{rules.length}</span>
        </a>
      ))}
    </nav>
  )
}
