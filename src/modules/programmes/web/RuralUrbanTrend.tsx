// How the two kinds of communities stood year by year: a pair of bars a year, with the numbers beside them.
import type { ReactNode } from 'react'
import type { RuralUrban } from '../programmes-api.ts'
import { numberOr, sideTitles } from './rural-urban-words.ts'

export function RuralUrbanTrend({ data }: { data: RuralUrban }): ReactNode {
  const { trend, kind, asOf, unit } = data
  const most = Math.max(...trend.flatMap(({ urban, rural }) => [urban ?? 0, rural ?? 0]))
  return (
    <section className="panel" aria-labelledby="trend">
      <h2 id="trend">{`历年每个社区（村）平均（${unit}）`}</h2>
      <table className="years">
        <thead>
          <tr>
            <th scope="col">年份</th>
            <th scope="col">{sideTitles.urban}</th>
            <th scope="col">{sideTitles.rural}</th>
          </tr>
        </thead>
        <tbody>
          {trend.map(({ year, urban, rural }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>
                <Bar value={urban} most={most} side="urban" />
              </td>
              <td>
                <Bar value={rural} most={most} side="rural" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">
        {kind === 'flow' ? `每年 1 月 1 日起的合计，今年到 ${asOf}。` : `各年年末，今年是 ${asOf}。`}
        “—”是还没有记录。
      </p>
    </section>
  )
}

function Bar({
  value,
  most,
  side,
}: {
  value: number | null
  most: number
  side: 'urban' | 'rural'
}): ReactNode {
  const width = value === null || most === 0 ? 0 : (value / most) * 100
  return (
    <span className="year">
      <span className="year-track" aria-hidden="true">
        <i className={`year-${side}`} style={{ width: `${width}%` }} />
      </span>
      {numberOr(value)}
    </span>
  )
}
