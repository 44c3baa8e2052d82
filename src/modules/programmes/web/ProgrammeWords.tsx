// Below the figures: what the document says besides numbers — phases, tasks, categories, words and how they were read.
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import type { ProgrammeView } from '../programmes-api.ts'
import { Phases } from './Phases.tsx'

export function ProgrammeWords({
  programme,
  asOf,
}: {
  programme: ProgrammeView
  asOf: string | undefined
}): ReactNode {
  return (
    <div className="programme-words">
      <Phases programme={programme} asOf={asOf} />
      <Tasks tasks={programme.tasks} />
      <Readings programme={programme} />
      <div className="columns">
        <Categories programme={programme} />
        <Series series={programme.series} />
        <Rules rules={programme.rules} />
      </div>
      <Source programme={programme} />
    </div>
  )
}

type Task = ProgrammeView['tasks'][number]

const taskColumns: Column<Task>[] = [
  { key: 'title', title: '任务', width: '38%', card: 'title', cell: ({ title }) => title },
  { key: 'responsible', title: '责任单位', cell: ({ responsible }) => responsible.join('、') },
  { key: 'due', title: '期限', cell: ({ due }) => <span className="nowrap">{due ?? '文件未定'}</span> },
  { key: 'evidence', title: '以什么为凭', cell: ({ evidence }) => evidence },
  { key: 'clause', title: '条款', width: '14%', cell: ({ clause }) => clause },
]

function Tasks({ tasks }: { tasks: readonly Task[] }): ReactNode {
  if (tasks.length === 0) return null
  return (
    <section className="no-print">
      <h2>任务</h2>
      <DataTable label="任务" columns={taskColumns} rows={tasks} rowKey={({ id }) => id} empty={null} />
    </section>
  )
}

function Categories({ programme }: { programme: ProgrammeView }): ReactNode {
  return (
    <section className="panel">
      <h2>类别与用词</h2>
      <dl className="definitions">
        {programme.terms.map(({ word, means, clause }) => (
          <Definition key={word} word={`“${word}”`} means={`${means}（${clause}）`} />
        ))}
        {programme.categories.map(({ id, title, from }) => (
          <Definition key={id} word={title} means={from.join('、')} />
        ))}
      </dl>
    </section>
  )
}

const Definition = ({ word, means }: { word: string; means: string }): ReactNode => (
  <div>
    <dt>{word}</dt>
    <dd>{means}</dd>
  </div>
)

/** Footnotes of the table: numbered as there. */
function Readings({ programme }: { programme: ProgrammeView }): ReactNode {
  const { readings, document } = programme
  if (readings.length + document.errata.length === 0) return null
  return (
    <section className="panel">
      <h2>读法与勘误</h2>
      <ol className="notes numbered">
        {readings.map(({ id, word, clause, reading, by, on }, at) => (
          <li key={id} id={`reading-${at + 1}`}>
            <b>“{word}”</b>（{clause}）{reading}
            <span className="faint">{`（${by}，${on}）`}</span>
          </li>
        ))}
      </ol>
      {document.errata.length > 0 && <h3>勘误</h3>}
      <ul className="notes">
        {document.errata.map(({ clause, says, should, note }) => (
          <li key={`${clause} ${says}`}>{`${clause}：原文“${says}”，应为“${should}”。${note ?? ''}`}</li>
        ))}
      </ul>
    </section>
  )
}

function Series({ series }: { series: ProgrammeView['series'] }): ReactNode {
  if (series.length === 0) return null
  return (
    <section className="panel no-print">
      <h2>主题活动</h2>
      <dl className="definitions">
        {series.map(({ id, title, clause }) => (
          <Definition key={id} word={title} means={clause} />
        ))}
      </dl>
    </section>
  )
}

function Rules({ rules }: { rules: ProgrammeView['rules'] }): ReactNode {
  if (rules.length === 0) return null
  return (
    <section className="panel no-print">
      <h2>规则</h2>
      <dl className="definitions">
        {rules.map(({ id, title, value, clause }) => (
          <Definition key={id} word={title} means={`${value}（${clause}）`} />
        ))}
      </dl>
    </section>
  )
}

function Source({ programme }: { programme: ProgrammeView }): ReactNode {
  const { document, version, pack, from, to } = programme
  const based = document.basedOn.map(({ number, title }) => [title, number].filter(Boolean).join(' '))
  return (
    <p className="source faint small">
      {[
        [document.issuer, `《${document.title}》`, document.number].filter(Boolean).join(' '),
        document.issuedOn && `${document.issuedOn} 印发`,
        `方案期 ${from} 至 ${to}`,
        based.length > 0 && `依据 ${based.join('；')}`,
        `方案包 ${pack} 第 ${version} 版`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
