// What one community has and still lacks under its programme, by category and in plain words.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Home } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { useProgramme } from './programme-queries.ts'

type Community = NonNullable<Home['community']>

export function HomeCommunity({
  community,
  area,
}: {
  community: Community
  area: Home['greeting']['area']
}): ReactNode {
  const { programme, programmeTitle, categories, lacks, meets } = community
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
        {!meets && <WhatCounts programme={programme} />}
        {meets && <StateTag tone="met" word="方案要求的都有了" />}
        <p className="panel-more">
          <Link to={programmePath(programme, { area: area.code })}>{`看方案：${programmeTitle}`}</Link>
        </p>
      </div>
    </section>
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
