// Targets that are behind or wait for a judgement: each with its state, its date, and the page that shows it.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../ui/icons.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Todo } from '../programmes-api.ts'
import { lookOf } from './states.ts'

export function HomeTodos({ todos }: { todos: readonly Todo[] }): ReactNode {
  return (
    <section className="home-part" aria-labelledby="todos">
      <h2 id="todos">{`要抓紧的 ${todos.length} 项目标`}</h2>
      <ul className="panel lines row-links">
        {todos.map((todo) => (
          <Line key={`${todo.link} ${todo.title}`} todo={todo} />
        ))}
      </ul>
    </section>
  )
}

function Line({ todo }: { todo: Todo }): ReactNode {
  return (
    <li className="line">
      <div>
        <Link className="row-link" to={todo.link}>
          {todo.title}
        </Link>
        {todo.note && <small>{withoutTitle(todo)}</small>}
      </div>
      <span className="line-due">
        <Due todo={todo} />
        <Icon name="right" size={16} />
      </span>
    </li>
  )
}

/** The note of an average begins with its title, which stands above it already. */
const withoutTitle = ({ title, note }: Todo): string =>
  note.startsWith(`${title}：`) ? note.slice(title.length + 1) : note

function Due({ todo: { state, due } }: { todo: Todo }): ReactNode {
  if (!state) return due
  const { tone, word } = state === 'judged' ? { ...lookOf(state), word: '待评定' } : lookOf(state)
  return <StateTag tone={tone} word={due ? `${word} · ${due}` : word} />
}
