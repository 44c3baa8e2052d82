// Fills in an application in four short steps; a guided group has one page. Every step is saved before the next.
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import type { Application } from '../filing.ts'
import { GroupPart, GuidedPart, PeoplePart, RegisteredPart } from './FillInParts.tsx'
import { useSubmit } from './filing-queries.ts'
import { KeeperChoice } from './KeeperChoice.tsx'
import { Materials } from './Materials.tsx'
import { RosterEditor, type RosterSaver } from './RosterEditor.tsx'
import { Conditions } from './Shown.tsx'
import { StepDialog } from './StepDialog.tsx'
import { Thread } from './Thread.tsx'
import { type Filling, focusSoon, placesIn, useFilling } from './use-filling.ts'

const parts = ['group', 'people', 'papers', 'check'] as const
type Part = (typeof parts)[number]
const partTitles: Record<Part, string> = { group: '组织', people: '成员', papers: '材料', check: '核对提交' }

/** On which part a fault can be mended. */
const partOf = (at: string): Part => {
  if (at.startsWith('materials.')) return at === 'materials.roster' ? 'people' : 'papers'
  return [
    'name',
    'category',
    'legalForm',
    'foundedOn',
    'place',
    'scope',
    'supervision',
    'supervisingBody',
  ].includes(at)
    ? 'group'
    : 'people'
}

type Props = { application: Application }

export function FillIn({ application }: Props): ReactNode {
  const filling = useFilling(application)
  return filling.tier === 'guided' ? (
    <OnePage application={application} filling={filling} />
  ) : (
    <Parts application={application} filling={filling} />
  )
}

type FillProps = Props & { filling: Filling }

function OnePage({ application, filling }: FillProps): ReactNode {
  const { send, sending } = useSending(application, filling, () => undefined)
  return (
    <div className="filing-form">
      <GuidedPart application={application} filling={filling} />
      <KeeperChoice application={application} filling={filling} />
      <ProblemAlert problem={filling.problem} shown={placesIn(filling.problem)} />
      <Bar application={application} filling={filling}>
        <Button
          loading={filling.busy && !sending}
          disabled={!filling.changed}
          onClick={() => void filling.save()}
        >
          先存着
        </Button>
        <Button type="primary" loading={sending} onClick={() => void send()}>
          提交
        </Button>
      </Bar>
      {application.thread.length > 0 && <Thread application={application} />}
    </div>
  )
}

function Parts({ application, filling }: FillProps): ReactNode {
  const rosterSaver: RosterSaver = useRef(null)
  const url = useUrlState()
  const asked = url.one('part') as Part | undefined
  const part =
    asked && parts.includes(asked) ? asked : application.status === 'correcting' ? 'check' : 'group'
  const go = async (to: Part) => {
    if (!(await filling.save()) || !((await rosterSaver.current?.()) ?? true)) return
    url.set({ part: to })
    window.scrollTo({ top: 0 })
  }
  const { send, sending } = useSending(application, filling, (at) => url.set({ part: partOf(at) }))
  const next = parts[parts.indexOf(part) + 1]
  const before = parts[parts.indexOf(part) - 1]
  return (
    <div className="filing-form">
      <PartTabs part={part} onGo={(to) => void go(to)} />
      <PartShown part={part} application={application} filling={filling} rosterSaver={rosterSaver} />
      <ProblemAlert problem={filling.problem} shown={placesIn(filling.problem)} />
      <Bar application={application} filling={filling}>
        {before && (
          <Button disabled={filling.busy} onClick={() => void go(before)}>
            上一步
          </Button>
        )}
        {next ? (
          <Button type="primary" loading={filling.busy} onClick={() => void go(next)}>
            下一步：{partTitles[next]}
          </Button>
        ) : (
          <Button type="primary" loading={sending} onClick={() => void send()}>
            {application.status === 'correcting' ? '补正好了，再交' : '提交'}
          </Button>
        )}
      </Bar>
    </div>
  )
}

function PartTabs({ part, onGo }: { part: Part; onGo: (part: Part) => void }): ReactNode {
  return (
    <nav className="part-tabs" aria-label="填写步骤">
      {parts.map((each, index) => (
        <button
          key={each}
          type="button"
          className="part-tab"
          aria-current={each === part ? 'step' : undefined}
          onClick={() => onGo(each)}
        >
          <span className="part-tab-number">{index + 1}</span>
          {partTitles[each]}
        </button>
      ))}
    </nav>
  )
}

function PartShown(props: FillProps & { part: Part; rosterSaver: RosterSaver }): ReactNode {
  const { part, application, filling, rosterSaver } = props
  if (part === 'group')
    return (
      <>
        <GroupPart application={application} filling={filling} />
        {filling.tier === 'registered' && <RegisteredPart filling={filling} />}
      </>
    )
  if (part === 'people')
    return (
      <>
        <PeoplePart application={application} filling={filling} />
        <KeeperChoice application={application} filling={filling} />
        <RosterEditor application={application} saver={rosterSaver} />
      </>
    )
  if (part === 'papers')
    return (
      <section className="form-section" aria-labelledby="papers-title">
        <h2 id="papers-title">要交的材料</h2>
        <Materials application={application} />
      </section>
    )
  return <Check application={application} />
}

/** What is still missing is said by the papers and, on sending, by the fields. */
function Check({ application }: Props): ReactNode {
  const missing = application.materials.filter(({ ready }) => !ready)
  return (
    <>
      <section className="form-section" aria-labelledby="check-title">
        <h2 id="check-title">核对</h2>
        {missing.length === 0 ? (
          <p>材料齐了。提交以后，办到哪一步、还要多久，这一页都看得到。</p>
        ) : (
          <p>
            还缺：<b>{missing.map(({ title }) => title).join('、')}</b>。
          </p>
        )}
      </section>
      <details className="folded-conditions">
        <summary>够哪一级的条件，逐条对照</summary>
        <Conditions application={application} />
      </details>
      {application.thread.length > 0 && <Thread application={application} />}
    </>
  )
}

/** Saves, then sends; what is missing is shown where it can be mended. */
function useSending(application: Application, filling: Filling, goTo: (at: string) => void) {
  const submit = useSubmit(application.id)
  const navigate = useNavigate()
  const send = async () => {
    if (!(await filling.save())) return
    try {
      await submit.mutateAsync(undefined)
      await navigate(`/applications/${application.id}`, {
        replace: true,
        state: { notice: sentWords(application) },
      })
      window.scrollTo({ top: 0 })
    } catch (thrown) {
      const [first] = filling.show(thrown)
      if (!first) return
      goTo(first.at)
      focusSoon(first.at)
    }
  }
  return { send, sending: submit.isPending }
}

const sentWords = ({ status }: Application): string =>
  status === 'correcting' ? '补正的内容已交回。' : '已提交。办到哪一步，这一页都看得到。'

function Bar({ application, filling, children }: FillProps & { children: ReactNode }): ReactNode {
  const [leaving, setLeaving] = useState(false)
  const withdraw = application.offers.find(({ step }) => step === 'withdraw')
  const navigate = useNavigate()
  return (
    <div className="form-bar">
      <span className="form-bar-words" role="status">
        {filling.busy ? '正在保存…' : filling.changed ? '改动还没有存，离开也不会丢' : '都存好了'}
      </span>
      {withdraw && (
        <button type="button" className="text-button danger" onClick={() => setLeaving(true)}>
          不申请了
        </button>
      )}
      {children}
      {leaving && withdraw && (
        <StepDialog
          application={application}
          offer={withdraw}
          onDone={(notice) => void navigate('.', { replace: true, state: { notice } })}
          onClose={() => setLeaving(false)}
        />
      )}
    </div>
  )
}
