// The list of one place, made for a phone: card by card, what is known and what is so now.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Walk, WalkItem } from '../census.ts'
import { whyNotFinish } from '../census-rules.ts'
import { useFinish, useOne, usePlaceItem, useReload, useWalk } from './census-queries.ts'
import { censusPath, walkPath } from './census-words.ts'
import { OutboxBar } from './OutboxBar.tsx'
import { aboutOf, type Letter } from './outbox.ts'
import { Bar } from './ProgressSum.tsx'
import { type Outbox, useOutbox } from './use-outbox.ts'
import { WalkCard } from './WalkCard.tsx'
import { AddForm, CorrectForm } from './WalkForms.tsx'
import './census.css'

export function WalkPage(): ReactNode {
  const { id = '' } = useParams()
  const url = useUrlState()
  const census = useOne(id)
  const area = url.one('area') ?? census.data?.start.code
  const { data, error, refetch } = useWalk(id, area)
  const problem = error ?? census.error
  if (data && area) return <Walking key={area} walk={data} id={id} editing={url.one('edit') ?? null} />
  if (!problem) return <Bones lines={8} />
  return (
    <>
      <PageHeader title="核对组织名单" back={{ to: '/censuses', label: '全部摸底' }} />
      <ProblemAlert problem={problem} retry={() => void refetch()} />
    </>
  )
}

type Props = { walk: Walk; id: string; editing: string | null }

function Walking({ walk, id, editing }: Props): ReactNode {
  const { person } = useSession()
  const { area } = walk
  const reload = useReload(id, area.code)
  const place = usePlaceItem(id, area.code)
  const key = `census.${id}.${area.code}.${person.id}`
  const outbox = useOutbox(key, id, { onSent: place, onRefused: () => void reload() })
  const edited = walk.items.find(({ organization }) => organization.id === editing)
  const back = walkPath(id, area.code)
  if (editing === 'new') return <AddForm walk={walk} outbox={outbox} back={back} />
  if (edited) return <CorrectForm item={edited} outbox={outbox} back={back} />
  return (
    <>
      <Head walk={walk} id={id} />
      <OutboxBar outbox={outbox} mendPath={`${back}&edit=new`} />
      <Cards walk={walk} outbox={outbox} />
      <Foot walk={walk} id={id} outbox={outbox} />
    </>
  )
}

function Head({
  walk: { area, where, census, items, finished, whyNotAnswer },
  id,
}: {
  walk: Walk
  id: string
}): ReactNode {
  const answered = items.filter(({ answer }) => answer).length
  return (
    <>
      <PageHeader
        title={`${area.name}：核对组织名单`}
        mark={finished && <StateTag tone="met" word="已走完" />}
        sentence={`${where ? `${where} · ` : ''}${census.title}，${census.dueOn} 截止。`}
        back={{ to: censusPath(id), label: '看进度' }}
      />
      {whyNotAnswer && (
        <p className="form-note form-note-warning" role="status">
          {whyNotAnswer}
        </p>
      )}
      <div className="panel walk-sum">
        <Bar label="核对过的组织" part={answered} all={items.length} />
      </div>
    </>
  )
}

/** Those still open first, in the order of their names; those answered below, folded on a phone. */
function Cards({ walk, outbox }: { walk: Walk; outbox: Outbox }): ReactNode {
  const letterOf = (item: WalkItem) =>
    outbox.letters.find((letter) => aboutOf(letter) === item.organization.id) ?? null
  const open = walk.items.filter((item) => !item.answer)
  const done = walk.items.filter((item) => item.answer)
  const card = (item: WalkItem) => (
    <WalkCard key={item.organization.id} item={item} letter={letterOf(item)} walk={walk} outbox={outbox} />
  )
  return (
    <>
      {open.length > 0 && <ul className="cards walk-cards">{open.map(card)}</ul>}
      {walk.items.length === 0 && (
        <div className="empty-box">
          <EmptyHint title="名录里这里还没有组织">有就补上；确实没有，直接点“走完了”。</EmptyHint>
        </div>
      )}
      {done.length > 0 && (
        <section aria-labelledby="done">
          <h2 id="done" className="walk-done">{`核对过的 ${done.length} 个`}</h2>
          <ul className="cards walk-cards">{done.map(card)}</ul>
        </section>
      )}
    </>
  )
}

/** What is missing, and the end of the list. */
function Foot({ walk, id, outbox }: { walk: Walk; id: string; outbox: Outbox }): ReactNode {
  const finish = useFinish(id, walk.area.code)
  const why = whyNotFinishNow(walk, outbox.letters)
  if (!walk.mayAnswer || walk.whyNotAnswer) return null
  return (
    <div className="walk-foot no-print">
      <ButtonLink to={`${walkPath(id, walk.area.code)}&edit=new`}>名单上漏了一个，补上</ButtonLink>
      {walk.finished ? (
        <Button onClick={() => finish.mutate(false)} loading={finish.isPending}>
          还有要改的，接着走
        </Button>
      ) : (
        <Button
          type="primary"
          disabled={why !== null}
          aria-describedby="why-not-finish"
          loading={finish.isPending}
          onClick={() => finish.mutate(true)}
        >
          {`${walk.area.name}走完了`}
        </Button>
      )}
      <p id="why-not-finish" className="action-why" hidden={why === null || walk.finished !== null}>
        {why}
      </p>
      <ProblemAlert problem={finish.error} />
    </div>
  )
}

function whyNotFinishNow({ items }: Walk, letters: readonly Letter[]): string | null {
  if (letters.length > 0) return `还有 ${letters.length} 条没有送到，等送到了再点。`
  const open = items.filter(({ answer, organization }) => !answer && organization.status !== 'ended').length
  const problem = whyNotFinish(open)
  return problem ? `${problem.body.message}${problem.body.mend ?? ''}` : null
}
