// The text of a charter as it reads on paper; gaps are marked.
import { Fragment, type ReactNode } from 'react'
import type { Chapter } from '../charter.ts'
import { cutAtGaps } from '../gaps.ts'
import './charters.css'

export function CharterText({ title, chapters }: { title: string; chapters: readonly Chapter[] }): ReactNode {
  return (
    <article className="charter-text">
      <h2 className="charter-title">{title}</h2>
      {chapters.map((chapter) => (
        <section key={chapter.key}>
          <h3>
            {chapter.number} {chapter.title}
          </h3>
          {chapter.articles.map(({ key, number, paragraphs }) => (
            <div key={key} className="charter-article">
              {paragraphs.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity of their own
                <p key={at}>
                  {at === 0 && <b>{number}　</b>}
                  <WithGaps text={text} />
                </p>
              ))}
            </div>
          ))}
        </section>
      ))}
    </article>
  )
}

export function WithGaps({ text }: { text: string }): ReactNode {
  return cutAtGaps(text).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
    at % 2 === 1 ? <mark key={at}>{piece}</mark> : <Fragment key={at}>{piece}</Fragment>,
  )
}
