// What one community has and still lacks under its programme, by category and in plain words.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Home } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { useProgramme } from './programme-queries.ts'

type Community = NonNullable<Home['community']>

export function HomeCommunity({ home, community }: { home: Home; community: Community }): ReactNode {
  const { programme, programmeTitle, categories, lacks, meets } = community
  const { area } = home.greeting
  return (
    <section className="home-part" aria-labelledby="lacks">
      <h2 id="lacks">我们社区还缺什么</h2>
      <div className="panel">
        <ul className="categories">
          {categories.map((category) => (
            <Category key={category.id} {...category} lacking={meets ? 0 : category.lacking} />
          ))}
        </ul>
        <ul className="lacks">
          {lacks.map((lack) => (
            <li key={lack}>{lack}</li>
          ))}
        </ul>
        {meets ? <Whole home={home} /> : categories.length > 0 && <WhatCounts programme={programme} />}
        <p className="panel-more">
          <Link to={programmePath(programme, { area: area.code })}>{`看方案：${programmeTitle}`}</Link>
        </p>
      </div>
    </section>
  )
}

/** Nothing lacks as far as can be counted; what cannot be counted yet is not called done. */
function Whole({ home }: { home: Home }): ReactNode {
  if (home.todos.some(({ state }) => state === 'behind' || state === 'overdue'))
    return <p>本社区没有缺的类别；还没达到的要求列在“要抓紧的目标”里。</p>
  const unknown = home.programmes.reduce((sum, { counts }) => sum + (counts.notCollected ?? 0), 0)
  if (unknown === 0) return <StateTag tone="met" word="方案要求的都有了" />
  return (
    <>
      <StateTag tone="met" word="数得出来的要求都有了" />
      <p className="faint small">{`还有 ${unknown} 项尚无数据来源，看不出缺不缺。`}</p>
    </>
  )
}

/** An organization that is registered but does not count would leave the person puzzled. */
function WhatCounts({ programme }: { programme: string }): ReactNode {
  const { data } = useProgramme(programme)
  return data?.terms.map(({ word, means }) => (
    <p key={word} className="faint small">{`怎样才算${word}：${means}。`}</p>
  ))
}

function Category({ title, count, lacking }: Community['categories'][number]): ReactNode {
  return (
    <li className={lacking > 0 ? 'category category-lacking' : 'category'}>
      <span>{title}</span>
      <b>{count}</b>
      {lacking > 0 && <small>{`缺 ${lacking} 个`}</small>}
    </li>
  )
}
