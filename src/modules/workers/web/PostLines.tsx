// Where a social worker works and worked, the newest first; beside each what the reader may do with it.
import type { ReactNode } from 'react'
import { employments, type Post } from '../worker.ts'
import { placeWords, spanWords } from './worker-words.ts'

type Props = { posts: readonly Post[]; children?: (post: Post) => ReactNode }

export const PostLines = ({ posts, children }: Props): ReactNode => (
  <ul className="plain-list worker-lines">
    {posts.map((post) => (
      <li key={post.id}>
        <span>
          <b>{placeWords(post)}</b> {employments[post.employment]}
          <span className="faint"> {spanWords(post)}</span>
        </span>
        {children?.(post)}
      </li>
    ))}
  </ul>
)
