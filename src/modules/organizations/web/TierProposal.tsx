// The tier proposed from the facts, with the conditions of registering, filing and guiding side by side.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Tier, tiers } from '../choices.ts'
import type { Met } from '../tier-rules.ts'
import type { ProposalView } from '../tiers-api.ts'
import './tier.css'

type FormFinding = ProposalView['forms'][number]
type Condition = FormFinding['conditions'][number]

type Props = {
  proposal: ProposalView
  /** The tier that it has, or asks for; it is marked. */
  tier?: Tier
}

export function TierProposal({ proposal, tier }: Props): ReactNode {
  return (
    <div className="tier-columns">
      {(['registered', 'filed'] as const).map((column) => (
        <Column key={column} tier={column} proposal={proposal} own={tier === column} />
      ))}
      <section className={columnClass(proposal.reached === 'guided')}>
        <Head tier="guided" proposal={proposal} own={tier === 'guided'} />
        <p className="faint">
          规模较小、组织松散的，由社区党组织领导，村（居）民委员会指导和管理，没有条件要求。
        </p>
      </section>
    </div>
  )
}

type ColumnProps = { tier: Tier; proposal: ProposalView; own: boolean }

function Column({ tier, proposal, own }: ColumnProps): ReactNode {
  return (
    <section className={columnClass(proposal.reached === tier)}>
      <Head tier={tier} proposal={proposal} own={own} />
      {nearestFirst(proposal.forms.filter((form) => form.tier === tier)).map((form, at) => (
        <FormConditions key={form.form} form={form} open={at === 0} />
      ))}
    </section>
  )
}

const columnClass = (chosen: boolean): string => `tier-column${chosen ? ' tier-column-proposed' : ''}`

function Head({ tier, proposal, own }: ColumnProps): ReactNode {
  return (
    <h3>
      {tiers[tier]}
      {proposal.reached === tier && (
        <span className="tier-mark">{proposal.tier === tier ? '提议' : '提议，有的待核对'}</span>
      )}
      {own && <span className="tier-mark tier-mark-own">现在</span>}
    </h3>
  )
}

/** The form that it comes nearest to stands open, the others can be opened. */
function FormConditions({ form, open }: { form: FormFinding; open: boolean }): ReactNode {
  return (
    <details open={open} className="tier-form">
      <summary>
        {form.label} <MetTag met={form.met} />
      </summary>
      <ul className="plain-list">
        {form.conditions.map((condition) => (
          <ConditionLine key={condition.label} condition={condition} />
        ))}
      </ul>
    </details>
  )
}

function ConditionLine({ condition }: { condition: Condition }): ReactNode {
  return (
    <li className="tier-condition">
      <span>
        <b>{condition.label}</b>：{condition.required}
      </span>
      <span className="tier-actual">
        <MetTag met={condition.met} /> <span className="faint">{condition.actual}</span>
      </span>
      <span className="tier-clause">{condition.clause}</span>
    </li>
  )
}

const metWords: Record<string, { tone: 'met' | 'overdue' | 'none'; word: string }> = {
  true: { tone: 'met', word: '符合' },
  false: { tone: 'overdue', word: '不符合' },
  unknown: { tone: 'none', word: '待核对' },
}

function MetTag({ met }: { met: Met }): ReactNode {
  const said = metWords[String(met)]
  return said ? <StateTag tone={said.tone} word={said.word} /> : null
}

const nearness = ({ met, conditions }: FormFinding): number =>
  (met === true ? 200 : met === 'unknown' ? 100 : 0) +
  conditions.reduce(
    (sum, condition) => sum + (condition.met === true ? 2 : condition.met === 'unknown' ? 1 : 0),
    0,
  )

const nearestFirst = (forms: readonly FormFinding[]): FormFinding[] =>
  [...forms].sort((a, b) => nearness(b) - nearness(a))
