// An officer's programmes, one line each: how many targets stand how.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Home } from '../programmes-api.ts'
import { programmePath } from './place.ts'
import { lookOf, statesInOrder } from './states.ts'

type Programme = Home['programmes'][number]

export function HomeProgrammes({ programmes }: { programmes: readonly Programme[] }): ReactNode {
  return (
    <section className="home-part" aria-labelledby="programmes">
      <h2 id="programmes">正在执行的方案</h2>
      <ul className="panel lines row-links">
        {programmes.map((programme) => (
          <Line key={programme.id} programme={programme} />
        ))}
      </ul>
    </section>
  )
}

function Line({ programme: { id, title, area, sentence, counts } }: { programme: Programme }): ReactNode {
  return (
    <li className="line">
      <div>
        <Link className="row-link" to={programmePath(id, { area: area.code })}>
          {title}
        </Link>
        <small>{`${area.name} · ${sentence}`}</small>
        <span className="state-counts">
          {statesInOrder
            .filter((state) => (counts[state] ?? 0) > 0)
            .map((state) => {
              const { tone, word } = lookOf(state)
              return <StateTag key={state} tone={tone} word={`${word} ${counts[state]}`} />
            })}
        </span>
      </div>
    </li>
  )
}
