// The figure of one target, large: value, bar, gap and date; an average can be read unit by unit as well.
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { asNumber } from '../../../ui/CountText.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { TargetRow } from '../programmes-api.ts'
import { FigureValue } from './FigureValue.tsx'
import { JudgementPaper } from './JudgementPaper.tsx'
import { Meter, percentOf } from './Meter.tsx'
import { targetPath } from './place.ts'
import { lookOf, rowLook } from './states.ts'
import type { TargetView } from './TargetPage.tsx'

export function TargetHeadline({ row, view }: { row: TargetRow; view: TargetView }): ReactNode {
  const both = row.judge === 'average' && row.each !== null && row.each.total > 1
  const each = both && view.reading.read === 'each' ? row.each : null
  return (
    <section className="panel headline" aria-label="这项目标的数">
      {both && <ReadingChoice view={view} />}
      {each ? <EachReading each={each} /> : <WholeReading row={row} />}
      <Facts row={row} />
      {row.years && <Years years={row.years} />}
    </section>
  )
}

const readings = { whole: '按平均看', each: '逐个看' } as const

/** The document may say one and mean the other: both readings are one tap apart. */
function ReadingChoice({ view: { id, target, place, reading } }: { view: TargetView }): ReactNode {
  const navigate = useNavigate()
  const choose = (read: keyof typeof readings) => {
    const next = { ...place, ...reading, read: read === 'each' ? 'each' : undefined }
    void navigate(targetPath(id, target, next), { replace: true, preventScrollReset: true })
  }
  return (
    <fieldset className="reading-choice no-print">
      <legend className="sr-only">怎样看这个数</legend>
      <ChooseOne
        name="reading"
        options={chipsOf(readings)}
        value={reading.read === 'each' ? 'each' : 'whole'}
        onChange={choose}
      />
    </fieldset>
  )
}

function WholeReading({ row }: { row: TargetRow }): ReactNode {
  const { tone } = rowLook(row)
  if (row.state === 'notCollected') return <NotCollected gap={row.gap} />
  return (
    <>
      <p className="headline-value">
        {row.judge === 'person' ? (
          <StateTag {...rowLook(row)} />
        ) : (
          <FigureValue value={row.value} detail={row.detail} />
        )}
        <span className="headline-gap">{row.gap}</span>
        {row.judge !== 'person' && (
          <a className="headline-records no-print" href="#records">
            看背后的记录
          </a>
        )}
      </p>
      <Meter reached={row.reached} expected={row.expected} tone={tone} />
      {row.expected !== null && row.reached !== null && (
        <p className="faint small">
          {`完成 ${percentOf(row.reached)}；竖线是按时间匀速应到的 ${percentOf(row.expected)}`}
        </p>
      )}
    </>
  )
}

function EachReading({ each }: { each: NonNullable<TargetRow['each']> }): ReactNode {
  const reached = each.total > 0 ? each.passing / each.total : null
  return (
    <>
      <p className="headline-value">
        <FigureValue
          value={`${asNumber(each.passing)} / ${asNumber(each.total)}`}
          detail={reached === null ? null : percentOf(reached)}
        />
        <span className="headline-gap">{each.words}</span>
      </p>
      <Meter reached={reached} tone={reached === 1 ? 'met' : 'behind'} />
      <p className="faint small">一个一个地看有多少达到。状态仍按文件的要求判定。</p>
    </>
  )
}

/** Nothing recorded is not zero. */
function NotCollected({ gap }: { gap: string }): ReactNode {
  return (
    <div>
      <p>
        <b className="no-source">{gap || '尚无数据来源'}</b>
      </p>
      <p>
        聚沙里还没有记录这件事的地方，所以这里没有数：既不算 0，也不算落后。有了来源，会从那一天起自动计数。
      </p>
    </div>
  )
}

function Facts({ row }: { row: TargetRow }): ReactNode {
  return (
    <dl className="facts">
      <Fact word="原文" means={<q>{row.quote}</q>} wide />
      <Fact word="条款" means={row.clause} />
      <Fact word="语气" means={row.strength} />
      {row.threshold !== '—' && <Fact word="要求" means={row.threshold} />}
      <Fact word="期限" means={row.due} />
      {row.verdict && (
        <Fact
          word={`评定（${row.verdict.by}，${row.verdict.on}）`}
          means={
            <>
              <StateTag {...rowLook(row)} /> {row.verdict.evidence} <JudgementPaper row={row} />
            </>
          }
          wide
        />
      )}
    </dl>
  )
}

type FactProps = { word: string; means: ReactNode; wide?: boolean }

const Fact = ({ word, means, wide = false }: FactProps): ReactNode => (
  <div className={wide ? 'fact-wide' : undefined}>
    <dt>{word}</dt>
    <dd>{means}</dd>
  </div>
)

function Years({ years }: { years: NonNullable<TargetRow['years']> }): ReactNode {
  return (
    <table className="table years" aria-label="逐年">
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">数</th>
          <th scope="col">差距</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, value, gap, state }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>{value}</td>
            <td>{gap}</td>
            <td>
              <StateTag {...lookOf(state)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
