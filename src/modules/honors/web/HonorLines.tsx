// Titles one under the other, each with its state: on the page of an organization and of a project.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { HonorLine } from '../honor.ts'
import { HonorStateTag } from './HonorStateTag.tsx'
import { dayWords, titleWords } from './honor-words.ts'
import './honors.css'

export function HonorLines({ honors }: { honors: readonly HonorLine[] }): ReactNode {
  return (
    <ul className="plain-list honor-lines">
      {honors.map((one) => (
        <Line key={one.id} one={one} />
      ))}
    </ul>
  )
}

const Line = ({ one }: { one: HonorLine }): ReactNode => (
  <li>
    <Link className="link" to={`/honors/${one.id}`}>
      {one.subject === 'project' ? `${one.name}：${titleWords(one)}` : titleWords(one)}
    </Link>{' '}
    <HonorStateTag state={one.state} />
    <span className="faint"> {dayWords(one)}</span>
  </li>
)
